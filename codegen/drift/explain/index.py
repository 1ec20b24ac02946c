"""Lists the symbols of a client by reading the files that would be written.

Whatever a file defines is found, because the file itself is read, with the lines that an editor and a
traceback show. The model says what each is (`codegen.drift.explain.parts`).
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from msgspec.structs import replace

from codegen.drift.explain.former_names import former_names
from codegen.drift.explain.mentions import class_in, parts_of, texts_in
from codegen.drift.explain.parts import Parts
from codegen.drift.explain.symbol import Index, Part, Symbol
from codegen.model.api import Api
from codegen.naming.methods import Method
from codegen.naming.names import Names
from codegen.naming.resources import Resource

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_Found = tuple[str, Part, ast.AST, tuple[str, ...]]
"""The name of a symbol, its part, its definition, and its aliases."""

_EVERYWHERE = "It has this name in every client that has it."


def index(files: Mapping[str, str], copied: Mapping[str, str], api: Api, names: Names) -> Index:
    """Return all symbols of a client.

    Args:
        files: The text of each file, by its path in the output.
        copied: The files that are the same in every client, by the same paths.
        api: The model.
        names: Its names in Python.
    """
    package = names.distribution.package
    parts, classes = Parts(api, names), {*names.classes.values()}
    exported = _exported(files.get(f"{package}/__init__.py", ""))
    symbols: dict[str, Symbol] = {}
    users: dict[str, set[str]] = defaultdict(set)
    texts: dict[str, dict[str, None]] = defaultdict(dict)
    for path, text in files.items():
        if not path.startswith(f"{package}/") or not path.endswith(".py"):
            continue
        module, tree, is_copied = _module(path), ast.parse(text), path in copied
        found = _of_copied(module, tree) if is_copied else _Rendered(module, parts, names).symbols(tree)
        for symbol in _in_file(path, text.count("\n"), found, exported, is_copied=is_copied):
            known = symbols.get(symbol.name)
            symbols[symbol.name] = replace(known, spans=(*known.spans, *symbol.spans)) if known else symbol
        for owner, node in parts_of(module, tree):
            if is_copied:
                for one in texts_in(node, names.distribution.environment):
                    texts[one].setdefault(owner)
            elif (named := class_in(node, module)) in classes:
                users[named].add(owner)
    for client in (names.distribution.client, names.distribution.async_client):
        _add_options(symbols, client, "client" if client == names.distribution.client else "async_client")
    return Index(
        package,
        symbols,
        {name: tuple(sorted(owners)) for name, owners in users.items()},
        former_names(names),
        {text: tuple(owners) for text, owners in texts.items()},
    )


def _in_file(
    path: str, lines: int, found: Iterable[_Found], exported: Mapping[str, str], *, is_copied: bool
) -> Iterator[Symbol]:
    """The file itself, and the symbols in it."""
    module, package = _module(path), path.partition("/")[0]
    spans, part = ((1, max(lines, 1)),), _of_module(module, is_copied=is_copied)
    yield Symbol(name=module or package, part=part, file=path, spans=spans, is_copied=is_copied)
    for name, part, node, aliases in found:
        first, *others = _names(name, aliases, exported)
        yield Symbol(
            name=first,
            aliases=tuple(others),
            part=part,
            file=path,
            spans=(_span(node),),
            is_copied=is_copied,
            bases=_bases(node),
        )


def _of_module(module: str, *, is_copied: bool) -> Part:
    """The part of a module, or of the package itself."""
    if not module:
        return Part("package", (("info", "title"),), why="It is named after the title.")
    return Part("module", () if is_copied else ((),), why=_EVERYWHERE)


def _add_options(symbols: dict[str, Symbol], client: str, variable: str) -> None:
    """Add the options of a client as arguments of its class."""
    classes = {one.last_name: one for one in symbols.values() if one.bases and one.is_copied}
    pending = ["AsyncClientOptions" if variable == "async_client" else "ClientOptions"]
    while pending and (options := classes.get(pending.pop())):
        pending += options.bases
        for name, one in [*symbols.items()]:
            if name.rpartition(".")[0] == options.name:
                part = Part("option of the client", wire=one.part.wire)
                shown = f"{client}.{one.last_name}"
                aliases = (f"{variable}.{one.last_name}", *one.names)
                symbols.setdefault(shown, replace(one, name=shown, aliases=aliases, part=part))


def _module(path: str) -> str:
    """The module that readers name. The models of a large API are in several, and all in `models`."""
    module = ".".join(PurePosixPath(path).with_suffix("").parts[1:]).removesuffix("__init__").rstrip(".")
    return "models" if module.startswith("models.") else module


def _exported(init: str) -> dict[str, str]:
    """The names that the package exports, by the place of their definition."""
    found = (node for node in ast.walk(ast.parse(init)) if isinstance(node, ast.ImportFrom))
    return {
        f"{one.module}.{name.name}": name.name
        for one in found
        if one.level and one.module
        for name in one.names
    }


def _names(name: str, aliases: tuple[str, ...], exported: Mapping[str, str]) -> list[str]:
    """All names of a symbol. The first one is printed: the exported one if its module is private."""
    parts = name.split(".")
    lengths = (length for length in range(len(parts), 0, -1) if ".".join(parts[:length]) in exported)
    if (length := next(lengths, None)) is None:
        return [name, *aliases]
    public = ".".join((exported[".".join(parts[:length])], *parts[length:]))
    is_private = any(part.startswith("_") for part in parts[:length])
    return [public, *aliases, name] if is_private else [name, public, *aliases]


def _bases(node: ast.AST) -> tuple[str, ...]:
    bases = node.bases if isinstance(node, ast.ClassDef) else []
    return tuple(ast.unparse(one).partition("[")[0].rpartition(".")[2] for one in bases)


def _span(node: ast.AST) -> tuple[int, int]:
    first: int = getattr(node, "lineno", 1)
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    end: int | None = getattr(node, "end_lineno", None)
    return min([first, *(one.lineno for one in decorators)]), end or first


def _definitions(body: list[ast.stmt]) -> Iterator[tuple[str, ast.stmt]]:
    """The names that statements define, also within conditions."""
    for node in body:
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name, node
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name, node
            case ast.If(body=inner, orelse=other) | ast.Try(body=inner, orelse=other):
                yield from _definitions([*inner, *other])
            case _:
                pass


def _of_copied(module: str, tree: ast.Module) -> Iterator[_Found]:
    """The symbols of a file that is the same in every client."""

    def within(owner: str, body: list[ast.stmt]) -> Iterator[_Found]:
        for name, node in _definitions(body):
            full = _joined(owner, name)
            if isinstance(node, ast.ClassDef):
                yield full, Part("class"), node, ()
                yield from within(full, node.body)
            elif isinstance(node, _Function):
                yield full, Part("function"), node, ()
                yield from ((f"{full}.{one.arg}", Part("argument"), one, ()) for one in _arguments(node))
            else:
                yield full, Part("value" if owner == module else "attribute"), node, ()

    return within(module, tree.body)


class _Rendered:
    """A file that was made from the document."""

    def __init__(self, module: str, parts: Parts, names: Names) -> None:
        self._module = module
        self._parts = parts
        self._names = names

    def symbols(self, tree: ast.Module) -> Iterator[_Found]:
        if not self._module:
            yield from _imported(tree)
        for name, node in _definitions(tree.body):
            full = _joined(self._module, name)
            if self._module == "params" and (part := self._parts.of_dict(name)):
                yield from self._of_dict(full, name, part, node)
            elif isinstance(node, ast.ClassDef):
                yield from self._of_class(full, node)
            elif method := self._method_of(name):
                yield full, self._parts.of_method(method), node, ()
            else:
                yield full, self._parts.of_class(name) or self._of_package(name, node), node, ()

    def _of_class(self, full: str, node: ast.ClassDef) -> Iterator[_Found]:
        name, client = node.name, self._names.distribution
        resource = self._parts.resources.get(name) if self._module.startswith("resources.") else None
        if resource:
            yield full, self._parts.of_resource(resource), node, ()
            yield from self._of_resource(full, node, resource)
        elif name in {client.client, client.async_client}:
            yield full, self._parts.of_client(), node, ()
            yield from self._of_client(full, node, is_async=name == client.async_client)
        else:
            yield full, self._parts.of_class(name) or self._of_package(name, node), node, ()
            fake = self._fake(name)
            for attribute, inner in _definitions(node.body):
                known = self._parts.of_attribute(name, attribute)
                faked = self._parts.of_fake(fake.removeprefix("fake."), attribute) if fake else None
                part = known or faked or self._of_package(attribute, inner)
                yield f"{full}.{attribute}", part, inner, (f"{fake}.{attribute}",) if fake else ()

    def _of_dict(self, full: str, name: str, part: Part, node: ast.stmt) -> Iterator[_Found]:
        """The dict for an object, written as a class or as a call of `TypedDict`, and its keys."""
        yield full, part, node, ()
        for inner in ast.walk(node):
            keys: list[tuple[str, ast.AST]] = []
            if isinstance(inner, ast.AnnAssign) and isinstance(inner.target, ast.Name):
                keys = [(inner.target.id, inner)]
            elif isinstance(inner, ast.Dict):
                keys = [(str(one.value), one) for one in inner.keys if isinstance(one, ast.Constant)]
            for key, where in keys:
                yield f"{full}.{key}", self._parts.of_dict(name, key) or part, where, ()

    def _fake(self, class_name: str) -> str:
        """The expression for a class of the fake in tests: ``fake.clusters``; empty for another class."""
        if not self._module.startswith("testing") or not class_name.startswith("Fake"):
            return ""
        resource = self._parts.resources.get(class_name.removeprefix("Fake"))
        return f"fake.{resource.dotted}" if resource else "fake"

    def _of_resource(self, full: str, node: ast.ClassDef, resource: Resource) -> Iterator[_Found]:
        is_sync = node.name == resource.class_name
        paths = [resource.dotted, f"client.{resource.dotted}"] if is_sync else []
        waiters = [(method, waiter) for method in resource.methods for waiter in method.waiters]
        for name, inner in _definitions(node.body):
            aliases = tuple(f"{path}.{name}" for path in paths)
            if method := next((one for one in resource.methods if name in {one.name, one.begin}), None):
                part = self._parts.of_method(method) if name == method.name else self._parts.of_begin(method)
                yield f"{full}.{name}", part, inner, aliases
                yield from self._of_arguments(f"{full}.{name}", method, inner, aliases)
            elif waiting := next((one for one in waiters if one[1].name == name), None):
                yield f"{full}.{name}", self._parts.of_waiter(*waiting), inner, aliases
                yield from self._of_arguments(f"{full}.{name}", waiting[0], inner, aliases)
            else:
                child = next((one for one in resource.children if one.attribute == name), None)
                part = self._parts.of_resource(child) if child else self._of_package(name, inner)
                yield f"{full}.{name}", part, inner, aliases

    def _of_arguments(
        self, full: str, method: Method, node: ast.AST, paths: tuple[str, ...]
    ) -> Iterator[_Found]:
        for one in _arguments(node):
            aliases = tuple(f"{path}.{one.arg}" for path in paths)
            yield f"{full}.{one.arg}", self._parts.of_argument(method, one.arg), one, aliases

    def _of_client(self, full: str, node: ast.ClassDef, *, is_async: bool) -> Iterator[_Found]:
        for name, inner in _definitions(node.body):
            resource = next((one for one in self._names.resources if one.attribute == name), None)
            part = self._parts.of_resource(resource) if resource else self._of_package(name, inner)
            aliases = () if is_async or not resource else (name, f"client.{name}")
            yield f"{full}.{name}", part, inner, aliases
        for keyword, variable, part in self._parts.arguments_of_client():
            yield f"{full}.{keyword}", part, node, () if is_async else (variable,)

    def _method_of(self, name: str) -> Method | None:
        """The method that a private constant or function of the module is for."""
        resources = (one for one in self._names.all_resources if self._module == f"resources.{one.module}")
        methods = (method for one in resources for method in one.methods)
        return next((one for one in methods if name in {one.constant, one.builder}), None)

    def _of_package(self, name: str, node: ast.AST) -> Part:
        """The part for a symbol of the document as a whole."""
        if name == "__version__":
            return Part("value", (("info", "version"),), why="It has this name in every client.")
        if name == self._names.distribution.error:
            return Part("class", (("info", "title"),), why="It is named after the client.")
        kind = {ast.ClassDef: "class", ast.FunctionDef: "function", ast.AsyncFunctionDef: "function"}
        return Part(kind.get(type(node), "value"), ((),), why=_EVERYWHERE)


def _imported(tree: ast.Module) -> Iterator[_Found]:
    """The names that the package exports from another one: ``UNSET`` of msgspec."""
    for node in tree.body:
        if (
            isinstance(node, ast.ImportFrom)
            and not node.level
            and node.module not in {"__future__", "typing"}
        ):
            for one in node.names:
                why = f"{node.module} defines it, and the package exports it."
                yield one.name, Part("value", ((),), why=why), node, ()


def _arguments(node: ast.AST) -> list[ast.arg]:
    if not isinstance(node, _Function):
        return []
    found = node.args
    extra = [one for one in (found.vararg, found.kwarg) if one]
    return [
        one
        for one in (*found.posonlyargs, *found.args, *found.kwonlyargs, *extra)
        if one.arg not in {"self", "cls"}
    ]


def _joined(owner: str, name: str) -> str:
    return f"{owner}.{name}" if owner else name
