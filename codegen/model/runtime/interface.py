"""The public interface of the runtime, read from its source: errors, clients' attributes, options."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator, Mapping
from functools import cache
from inspect import cleandoc
from itertools import pairwise
from pathlib import Path

from codegen.model.runtime.manifest import CLIENTS

PACKAGE = Path(__file__).parents[3] / "templates" / "package"
"""The real files that are copied into every client, and the templates of the others."""


def error_classes() -> tuple[str, ...]:
    """The public classes of ``errors.py``."""
    return tuple(sorted(part.name for part in _classes(PACKAGE / "errors.py") if part.name[0] != "_"))


def error_class(status: str) -> str:
    """The class of ``errors.py`` raised for a documented status, such as ``404``, ``4XX`` or ``default``."""
    return _by_status().get(status, "ServerError" if status.startswith("5") else "APIStatusError")


def stands_for_one_status(error: str) -> bool:
    """Whether the class is raised for a single status."""
    return error in _by_status().values()


@cache
def _by_status() -> Mapping[str, str]:
    for statement in _parsed(PACKAGE / "errors.py").body:
        match statement:
            case ast.AnnAssign(target=ast.Name("_BY_STATUS"), value=ast.Dict(keys=keys, values=values)):
                pairs = zip(keys, values, strict=True)
                return {str(ast.literal_eval(key)): ast.unparse(value) for key, value in pairs if key}
            case _:
                pass
    raise LookupError("errors.py has no _BY_STATUS")


@cache
def imports_of_template(name: str) -> frozenset[str]:
    """The names that a template of the package imports in statements of one line: ``_client.py.jinja``."""
    text = re.sub(r"{[{%].*?[%}]}", "", (PACKAGE / name).read_text(encoding="utf-8"))
    statements: list[str] = re.findall(r"^ *from \S+ import ([^(\n]+)$", text, re.MULTILINE)
    return frozenset(word for names in statements for word in re.findall(r"\w+", names))


@cache
def builtins_of_template(name: str) -> frozenset[str]:
    """The builtins that a template of the package calls: an argument of such a name would hide one."""
    text = (PACKAGE / name).read_text(encoding="utf-8")
    return frozenset(word for word in re.findall(r"\b(\w+)\(", text) if hasattr(builtins, word))


@cache
def client_attributes() -> frozenset[str]:
    """The public methods and properties of the runtime's clients, the inherited ones too."""
    found: set[str] = set()
    pending = [(module.name, export) for module in CLIENTS for export in module.exports]
    while pending:
        module, name = pending.pop()
        tree = _parsed(PACKAGE / "_runtime" / f"{module}.py")
        for class_ in (part for part in tree.body if isinstance(part, ast.ClassDef) and part.name == name):
            found.update(_public_functions(class_))
            pending += _bases(class_, module, tree)
    return frozenset(found)


def _public_functions(class_: ast.ClassDef) -> Iterator[str]:
    for part in class_.body:
        if isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef)) and not part.name.startswith("_"):
            yield part.name


def _bases(class_: ast.ClassDef, module: str, tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The bases of a class, each with the module of the runtime that defines it."""
    imported = {
        alias.name: str(statement.module)
        for statement in tree.body
        if isinstance(statement, ast.ImportFrom) and statement.level == 1
        for alias in statement.names
    }
    for base in class_.bases:
        name = ast.unparse(base).partition("[")[0]
        yield imported.get(name, module), name


@cache
def client_options() -> Mapping[str, str]:
    """The keyword arguments that every client takes, with their descriptions."""
    classes = {class_.name: class_ for class_ in _classes(PACKAGE / "_runtime" / "_settings.py")}
    names = ["ClientOptions"]
    for name in names:
        names += [
            base.id for base in classes[name].bases if isinstance(base, ast.Name) and base.id in classes
        ]
    return {
        part.target.id: cleandoc(text.value)
        for class_ in (classes[name] for name in reversed(names))
        for part, documented in pairwise(class_.body)
        if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)
        if isinstance(documented, ast.Expr) and isinstance(text := documented.value, ast.Constant)
        if isinstance(text.value, str)
    }


def _classes(file: Path) -> list[ast.ClassDef]:
    return [part for part in _parsed(file).body if isinstance(part, ast.ClassDef)]


@cache
def _parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))
