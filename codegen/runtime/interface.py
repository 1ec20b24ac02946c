"""The public interface of the runtime, read from its source: errors, clients' attributes, options."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from codegen.runtime.manifest import CLIENTS

PACKAGE = Path(__file__).parent.parent.parent / "templates" / "package"
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
    for statement in ast.parse((PACKAGE / "errors.py").read_text(encoding="utf-8")).body:
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
def client_attributes() -> frozenset[str]:
    """The public methods and properties of the runtime's clients."""
    return frozenset(
        part.name
        for module in CLIENTS
        for class_ in _classes(PACKAGE / "_runtime" / f"{module.name}.py")
        for part in class_.body
        if isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef)) and not part.name.startswith("_")
    )


@cache
def client_options() -> frozenset[str]:
    """The keyword arguments that every client takes."""
    return frozenset(
        part.target.id
        for class_ in _classes(PACKAGE / "_runtime" / "_settings.py")
        if class_.name.endswith("Options")
        for part in class_.body
        if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)
    )


def _classes(file: Path) -> list[ast.ClassDef]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return [part for part in tree.body if isinstance(part, ast.ClassDef)]
