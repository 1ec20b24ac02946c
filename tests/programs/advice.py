"""What to write where a program does not fit the client, and the line of the document that says so."""

from __future__ import annotations

import ast
import difflib
import inspect
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

from codegen.model.operations import Operation
from codegen.naming.methods import Method
from tests.clients import Client
from tests.conftest import ROOT
from tests.programs.faked import refused


@dataclass(frozen=True, slots=True)
class Program:
    """A program, or a block of code in a page."""

    page: str
    """Where it stands, from the root of the repository."""
    line: int
    """Where it begins there."""
    text: str

    @property
    def place(self) -> str:
        """``README.md:31``."""
        return f"{self.page}:{self.line}"

    @property
    def module(self) -> str:
        """The file of a block whose first line names it: ``# upgrade.py``. Other blocks can import it."""
        found = re.match(r"# (\w+\.py)\n", self.text)
        return found[1] if found else ""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A place in a program that does not fit the client."""

    program: Program
    line: int
    message: str
    """What mypy says."""
    advice: tuple[str, ...]
    """What the client has instead, and where the document says so."""

    def __str__(self) -> str:
        lines = [f"{self.program.page}:{self.line}: {self.message}", *(f"    {one}" for one in self.advice)]
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class _Callable:
    """A method of the client."""

    path: str
    """``clusters.update``."""
    method: Method
    signature: inspect.Signature

    def takes(self, call: ast.Call | None) -> bool:
        """Whether a call fits, as far as its names and numbers go."""
        if call is None:
            return True
        given = [keyword.arg for keyword in call.keywords if keyword.arg is not None]
        try:
            self.signature.bind(None, *call.args, **dict.fromkeys(given))
        except TypeError:
            return False
        return True

    def __str__(self) -> str:
        parameters = [*self.signature.parameters.values()][1:]
        plain = [one.name for one in parameters if one.kind is not one.KEYWORD_ONLY]
        named = [f"{one.name}=" for one in parameters if one.kind is one.KEYWORD_ONLY]
        return f"{self.path}({', '.join([*plain, *named])})"


class Advisor:
    """Knows what the client has, and where its document says so."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._source = client.output.source
        self._api = client.output.api
        self._names = client.names

    def advice(self, program: Program, error: Mapping[str, Any]) -> list[str]:
        """What to write instead; if that is unknown, the lines of the document that the program uses."""
        return [*self._advice(program, error)] or [*self._around(program)]

    def beyond_types(self, found: Sequence[Program]) -> Iterator[Misfit]:
        """What only a run would tell: a limit that nobody declares, and what the fake of a client refuses."""
        for program in found:
            for node in ast.walk(ast.parse(program.text)):
                if told := self._limit(node) or self._fake(node):
                    message, advice = told
                    yield Misfit(program, program.line + node.lineno - 1, message, (advice,))

    def _limit(self, node: ast.AST) -> tuple[str, str] | None:
        if "x-rate-limit" in self._api.extensions or not isinstance(node, ast.keyword):
            return None
        if ast.unparse(node) != "rate_limit=True":
            return None
        message = "rate_limit=True keeps the limit of the document, which has no x-rate-limit"
        place = self._line(("info",))
        return message, f"write rate_limit=RateLimit(...), or declare x-rate-limit: {place}"

    def _fake(self, node: ast.AST) -> tuple[str, str] | None:
        methods = {one.path: one.method for one in self._callables}
        if (refusal := refused(self._client, methods, node)) is None:
            return None
        return (
            refusal.message,
            f"write body=, or leave it out: {self._route(methods[refusal.path].operation)}",
        )

    def _around(self, program: Program) -> Iterator[str]:
        """The operations that a program calls, or else all of them."""
        called = [one for one in self._callables if f".{one.path}(" in program.text]
        for one in called:
            yield f"it calls client.{one}: {self._route(one.method.operation)}"
        if not called:
            yield f"the operations are at {self._line(('paths',))}"

    def _advice(self, program: Program, error: Mapping[str, Any]) -> Iterator[str]:
        message, node = error["message"], _call_at(program, error)
        match re.findall(r'"([^"]*)"', message):
            case [module, *_] if error["code"] == "import-not-found":
                yield self._package(module)
            case [attribute, *_] if message.startswith("Module has no attribute"):  # it does not say which
                yield from self._members_like(f"{self._client.name}.models", attribute)
            case [owner, attribute, *_] if "has no attribute" in message and owner in self._owners:
                yield from self._methods_like(owner, attribute, node)
            case [owner, attribute, *_] if "has no attribute" in message:
                yield from self._members_like(owner.removeprefix("type[").removesuffix("]"), attribute)
            case [*_, method, owner] if error["code"] == "call-arg" and owner in self._owners:
                yield from self._call(owner, method)
            case [_, method, owner, *_] if error["code"] == "arg-type" and owner in self._owners:
                yield from self._call(owner, method)

    @cached_property
    def _owners(self) -> dict[str, str]:
        """The classes of the client and of its resources, with the attribute that each resource is."""
        classes = {one.class_name: one.dotted for one in self._names.all_resources}
        classes |= dict.fromkeys([self._client.kind], "")
        return classes | {f"Async{owner}": attribute for owner, attribute in classes.items()}

    @cached_property
    def _callables(self) -> list[_Callable]:
        found: list[_Callable] = []
        for resource in self._names.all_resources:
            module = import_module(f"{self._client.module.__name__}.resources.{resource.module}")
            class_ = getattr(module, resource.class_name)
            for method in resource.methods:
                signature = inspect.signature(getattr(class_, method.name))
                found.append(_Callable(f"{resource.dotted}.{method.name}", method, signature))
        return found

    def _methods_like(self, owner: str, attribute: str, call: ast.Call | None) -> Iterator[str]:
        """The methods that a call may have meant: those that it fits, the most similar first."""
        sought = f"{self._owners[owner]}.{attribute}".lstrip(".")
        if not self._owners[owner] and call is not None and isinstance(call.func, ast.Attribute):
            sought = f"{attribute}.{call.func.attr}"
        every = sorted(self._callables, key=lambda one: _likeness(one.path, sought), reverse=True)
        fitting = [one for one in every if one.takes(call)]
        for one in (fitting or every)[:3]:
            yield f"write client.{one}: {self._route(one.method.operation)}"
        if not self._callables:
            yield f"the client has no method: {self._source.entry.name} has no operation"

    def _call(self, owner: str, method: str) -> Iterator[str]:
        """What a method takes, each argument with the line of the document that has it."""
        path = f"{self._owners[owner]}.{method}"
        for one in self._callables:
            if one.path == path:
                yield f"write client.{one}: {self._route(one.method.operation)}"
                yield from self._arguments(one)

    def _arguments(self, one: _Callable) -> Iterator[str]:
        places = {named.name: named.parameter.origins[0] for named in one.method.parameters}
        places |= {named.name: named.field.origins[0] for named in one.method.keywords or ()}
        for argument, pointer in places.items():
            parameter = one.signature.parameters[argument]
            needed = "required" if parameter.default is parameter.empty else "optional"
            yield f"    {argument}: {parameter.annotation}, {needed}, {self._line(pointer)}"

    def _members_like(self, owner: str, attribute: str) -> Iterator[str]:
        """What a model, an enumeration or a module has instead."""
        keys = {class_: key for key, class_ in self._names.classes.items()}
        key = keys.get(owner)
        if (model := self._names.models.get(key)) is not None:
            yield from self._alternatives(
                owner,
                model.model.origins[0],
                {one.name: one.field.origins[0] for one in model.fields},
                attribute,
            )
        elif (enum := self._names.enums.get(key)) is not None:
            origin = enum.enumeration.origins[0]
            yield from self._alternatives(
                owner, origin, {one.name: origin for one in enum.members}, attribute
            )
        elif owner.partition(".")[0] == self._client.name:
            if re.search(rf"^class {re.escape(attribute)}\b", _runtime(), re.MULTILINE):
                yield f"clients have {attribute} only where their document needs it: {self._line(('paths',))}"
                return
            module = self._module_of(owner)
            exported = [one for one in vars(module) if one[:1].isupper()]
            places = {class_: self._origin_of(key) for class_, key in keys.items()}
            for one in difflib.get_close_matches(attribute, exported, n=3, cutoff=0.5):
                place = places.get(one)
                yield f"write {one}" + (f": {self._line(place)}" if place else "")
            if not places.keys() & {*exported}:
                yield f"no schema has that name; they are at {self._line(('components', 'schemas'))}"

    def _package(self, module: str) -> str:
        """What to import instead of a module that does not exist."""
        if module.partition(".")[0] == self._client.name:
            return f"the client has no {module}, which nothing needs: {self._line(('paths',))}"
        return f"write {self._client.name}, which is named after the title: {self._line(('info', 'title'))}"

    def _module_of(self, owner: str) -> Any:
        module = self._client.module
        for part in owner.split(".")[1:]:
            module = getattr(module, part)
        return module

    def _origin_of(self, key: str) -> Any:
        for kind in (self._api.models, self._api.enums, self._api.unions):
            if key in kind:
                return next(iter(kind[key].origins), None)
        return None

    def _alternatives(
        self, owner: str, origin: Any, places: Mapping[str, Any], attribute: str
    ) -> Iterator[str]:
        close = difflib.get_close_matches(attribute, places, n=1, cutoff=0.5)
        for one in close:
            yield f"write {one}: {self._line(places[one])}"
        yield f"{owner} has {', '.join(places)}: {self._line(origin)}"

    def _route(self, operation: Operation) -> str:
        return f"{operation.method} {operation.path}, {self._line(operation.origins[0])}"

    def _line(self, pointer: Any) -> str:
        place = self._source.place(pointer, "key")
        name = Path(os.path.relpath(self._source.file(place).name, ROOT)).as_posix()
        return f"{name}:{place.line}"


@cache
def _runtime() -> str:
    """The source of what any client may have, whatever its document."""
    files = sorted((ROOT / "templates/package").rglob("*.py"))
    return "".join(file.read_text(encoding="utf-8") for file in files)


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()


def _call_at(program: Program, error: Mapping[str, Any]) -> ast.Call | None:
    """The call around what mypy points at."""
    line, column = error["line"] - program.line + 1, error["column"]
    calls = [
        node
        for node in ast.walk(ast.parse(program.text))
        if isinstance(node, ast.Call)
        and (node.lineno, node.col_offset)
        <= (line, column)
        < (node.end_lineno or 0, node.end_col_offset or 0)
        and (node.lineno, node.col_offset) == (line, column)
    ]
    return max(calls, key=lambda call: call.end_col_offset or 0, default=None)
