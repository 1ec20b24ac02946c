"""Collects the facts about a symbol."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from msgspec import Struct

from codegen.document.node import Pointer, json_pointer
from codegen.document.source_map import SourceMap
from codegen.drift.explain.index import index
from codegen.drift.explain.parts import error_of
from codegen.drift.explain.reasons import Reasons
from codegen.drift.explain.symbol import Index, Symbol
from codegen.model.api import Api
from codegen.naming.names import name_client
from codegen.naming.scopes import watched
from codegen.output.templates import TEMPLATES, Templates

_VIEWS = Path(__file__).parent.parent.parent / "views"


class Answer(Struct, frozen=True, kw_only=True):
    """Everything about a symbol, in words and places."""

    name: str
    kind: str
    file: str
    line: int
    origins: tuple[str, ...]
    """``openapi.yaml:41:7: #/components/schemas/Order``"""
    template: str
    view: str
    """``ModelView in codegen/views/models.py``; empty for a copied file."""
    wire: str
    why: tuple[str, ...]
    alternatives: tuple[str, ...]
    users: tuple[str, ...]


@dataclass(frozen=True)
class Answers:
    """Answers for one client."""

    index: Index
    _source: SourceMap
    _templates: Templates
    _reasons: Reasons
    _errors: Mapping[int, str]
    _api: Api

    @classmethod
    def of(cls, files: Mapping[str, str], api: Api, source: SourceMap, own: Path | None) -> Answers:
        """The answers for a client. Its names are chosen again, with a record of the reasons."""
        with watched() as choices:
            names = name_client(api)
        templates = Templates(own)
        package = names.distribution.package
        copied = {
            path.replace("package/", f"{package}/", 1): text for path, text in templates.copied().items()
        }
        errors = _statuses(files.get(f"{package}/errors.py", ""))
        return cls(
            index(files, copied, api, names),
            source,
            templates,
            Reasons(choices),
            errors,
            api,
        )

    def about(self, symbol: Symbol) -> Answer:
        """Return the facts about a symbol."""
        name = symbol.last_name
        template = self._template(symbol)
        part = symbol.part
        why = self._reasons.of(part, name, ".".join(symbol.name.split(".")[-2:-1]))
        if not part.origins and not why:
            why = ("It is the same in every client.",)
        return Answer(
            name=symbol.name if part.kind == "package" else f"{self.index.package}.{symbol.name}",
            kind=part.kind,
            file=symbol.file,
            line=symbol.line,
            origins=tuple(self._place(origin) for origin in part.origins),
            template=template,
            view="" if symbol.is_copied else self._view(part.view, template),
            wire=part.wire or self._status(name),
            why=why,
            alternatives=self._reasons.alternatives(part, name),
            users=self._users(symbol),
        )

    def _place(self, where: Pointer) -> str:
        place = self._source.place(where, "key")
        return f"{self._source.file(place).name}:{place.line}:{place.column}: #{json_pointer(where)}"

    def _template(self, symbol: Symbol) -> str:
        inside = f"package/{symbol.file.partition('/')[2]}"
        if symbol.is_copied:
            return self._shown(inside)
        if inside.startswith(("package/models.", "package/models/")):
            return self._shown(symbol.part.template or "package/models.py.jinja")
        if inside == "package/params.py":
            return self._shown(symbol.part.template or "package/params.py.jinja")
        if "/testing/resources/" in symbol.file:
            return self._shown("package/testing/resources/resource.py.jinja")
        if "/resources/" in symbol.file:
            return self._shown(symbol.part.template or "package/resources/resource.py.jinja")
        return self._shown(f"{inside}.jinja")

    def _shown(self, path: str) -> str:
        own = self._templates.own
        folder = own if own is not None and (own / path).is_file() else TEMPLATES
        return str(folder / path) if folder is own else f"templates/{path}"

    def _view(self, view: str, template: str) -> str:
        if not view:
            file = TEMPLATES / template.partition("templates/")[2]
            first = file.read_text(encoding="utf-8").partition("\n")[0] if file.is_file() else ""
            found = re.match(r"\{# (\w+)", first)
            view = found[1] if found else ""
        module = _module_of(view)
        return f"{view} in codegen/views/{module}" if module else view

    def _status(self, name: str) -> str:
        """The status that raises an error class."""
        if name in self._errors.values():
            status = next(status for status, one in self._errors.items() if one == name)
            return f"a response with status {status}"
        return {
            "ServerError": "a response with a status from 500 to 599",
            "APIStatusError": "a response with a status that is no success",
        }.get(name, "")

    def _users(self, symbol: Symbol) -> tuple[str, ...]:
        name = symbol.last_name
        kind = symbol.part.kind
        if kind in {"class of an object", "enumeration", "union"}:
            found = self.index.users.get(name, ())
            return tuple(_public(one for one in found if one != symbol.name))
        if kind == "class" and self._status(name):
            return tuple(self._raising(name))
        if kind in {"field", "argument"}:
            owner = symbol.name.split(".")[-2]
            same = [
                one.aliases[0] if one.aliases else one.name
                for one in self._by_origins.get(symbol.part.origins, ())
                if one.name != symbol.name and symbol.part.origins
            ]
            around = self.index.users.get(owner, ()) if kind == "field" else ()
            return tuple(_public((*same, *around)))
        return ()

    def _raising(self, name: str) -> list[str]:
        """The operations whose responses are raised as this error, with the places."""
        return [
            f"{symbol.aliases[0]} ({self._place(response.origins[0]).partition(': ')[0]})"
            for operation in self._api.operations
            for symbol in self._by_origins.get(operation.origins, ())
            if symbol.part.kind == "method" and symbol.aliases
            for response in operation.responses
            if response.status.isdigit()
            and response.status[0] in "345"
            and error_of(int(response.status), self._errors) == name
        ]

    @cached_property
    def _by_origins(self) -> Mapping[tuple[Pointer, ...], list[Symbol]]:
        found: dict[tuple[Pointer, ...], list[Symbol]] = defaultdict(list)
        for one in self.index.symbols.values():
            found[one.part.origins].append(one)
        return found


@cache
def _module_of(view: str) -> str:
    """The module of the class of a view."""
    defined = re.compile(rf"^class {view}\b", re.MULTILINE)
    modules = sorted(_VIEWS.glob("*.py")) if view else []
    return next((one.name for one in modules if defined.search(one.read_text(encoding="utf-8"))), "")


def _statuses(errors: str) -> dict[int, str]:
    """The error class of each status in the client."""
    table = re.search(r"_BY_STATUS[^=]*= \{(.*?)\}", errors, re.DOTALL)
    return {int(number): name for number, name in re.findall(r"(\d+): (\w+)", table[1])} if table else {}


def _public(names: Iterable[str]) -> list[str]:
    """The public names. Of a sync and an async one, only the sync one."""
    found = [name for name in names if not any(part.startswith("_") for part in name.split("."))]
    return [name for name in found if "Async" not in name or re.sub(r"\bAsync", "", name) not in found]
