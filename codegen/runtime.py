"""The client's runtime as the generator knows it: read from its source, so that nothing here goes stale."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "templates" / "package"
"""The real files that are copied into every client, and the templates of the others."""

EXPORTED = ("Deviation", "Drift", "RawResponse")
"""What every package exports of its runtime, beside the errors."""


def errors() -> tuple[str, ...]:
    """The public classes of ``errors.py``."""
    return tuple(sorted(part.name for part in _classes(PACKAGE / "errors.py") if part.name[0] != "_"))


def error_class(status: str) -> str:
    """The class of ``errors.py`` that is raised for a documented status; ``4XX`` and ``default`` are such."""
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
def clients() -> frozenset[str]:
    """The runtime's public clients, which those of an API derive from."""
    return frozenset(
        part.name
        for module in ("_client.py", "_token.py", "_credentials.py")
        for part in _classes(PACKAGE / "_runtime" / module)
        if part.name.endswith("Client")
    )


@cache
def beside_the_client() -> frozenset[str]:
    """What the modules that have the client's class in them import, or export beside it."""
    imported: set[str] = set()
    for module in ("__init__.py.jinja", "_client.py.jinja"):
        text = re.sub(r"{[{%].*?[%}]}", "", (PACKAGE / module).read_text(encoding="utf-8"))
        for names in re.findall(r"^ *from \S+ import ([^(\n]+)$", text, re.MULTILINE):
            imported.update(re.findall(r"\w+", names))
    return frozenset(imported | clients() | {*errors()})


@cache
def client_attributes() -> frozenset[str]:
    """The public names of the runtime's clients, which the attribute for a resource must not hide."""
    return frozenset(
        part.name
        for module in ("_client.py", "_token.py", "_credentials.py")
        for class_ in _classes(PACKAGE / "_runtime" / module)
        for part in class_.body
        if isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef)) and not part.name.startswith("_")
    )


@cache
def options() -> frozenset[str]:
    """The keywords that every client takes."""
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
