"""Counts operations, models and enumerations in the syntax tree of an emitted package."""

from __future__ import annotations

import ast
import gc
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

from corpus.count import Declared, Named


@dataclass(frozen=True, slots=True)
class Emitted:
    """The contents of a package, taken from its source."""

    operations: Counter[tuple[str, str]]
    """Methods and paths (``/books/{}``) that a sync and an async method call."""
    fields: Mapping[str, frozenset[str]]
    """The wire names of the fields of each model, by class."""
    values: Mapping[str, frozenset[str | int]]
    """The values of the members of each enumeration, by class."""


def emitted(files: Mapping[str, str]) -> Emitted:
    """Analyze the files of a client.

    Raises:
        SyntaxError: A file is not valid Python.
    """
    operations: Counter[tuple[str, str]] = Counter()
    fields: dict[str, frozenset[str]] = {}
    values: dict[str, frozenset[str | int]] = {}
    for path, text in files.items():
        place = PurePosixPath(path)
        if place.parent.name == "resources":
            operations.update(_callable(_tree(text)))
        elif place.name == "models.py" or place.parent.name == "models":
            for class_ in _classes(_tree(text)):
                fields[class_.name] = frozenset(_wire_names(class_))
                values[class_.name] = frozenset(_members(class_))
    return Emitted(operations, fields, values)


def _tree(text: str) -> ast.Module:
    """Parse Python without collecting garbage meanwhile.

    On CPython 3.11, a collection lets another thread run, and all threads share the depth of the tree that
    is being built: SystemError (python/cpython#106905).
    """
    gc.disable()
    try:
        return ast.parse(text)
    finally:
        gc.enable()


def compared(declared: Declared, found: Emitted) -> tuple[list[str], list[str]]:
    """The names of operations and schemas that are in the document but not in the package."""
    left = found.operations.copy()
    lost: list[str] = []
    for operation in declared.operations:
        key = (operation.method, normalised(operation.path))
        if left[key] > 0:
            left[key] -= 1
        else:
            lost.append(operation.name)
    return lost, [schema.name for schema in declared.schemas if not _is_there(schema, found)]


def normalised(path: str) -> str:
    """The path without parameter names, percent-encoding and fragment."""
    return unquote(re.sub(r"\{[^{}]*\}", "{}", path).partition("#")[0])


def _is_there(schema: Named, found: Emitted) -> bool:
    has_fields = not schema.properties or any(schema.properties <= names for names in found.fields.values())
    return has_fields and (
        not schema.values or any(schema.values <= values for values in found.values.values())
    )


def _callable(module: ast.Module) -> Iterator[tuple[str, str]]:
    """The operations of a module that are used by methods of two classes, one of which is async."""
    constants: dict[str, tuple[str, str]] = {}
    builders: dict[str, str] = {}
    sync: set[str] = set()
    awaited: set[str] = set()
    for part in module.body:
        match part:
            case ast.AnnAssign(target=ast.Name(name), value=ast.Call(keywords=keywords)):
                settings = {keyword.arg: keyword.value for keyword in keywords}
                method, path = settings.get("method"), settings.get("path")
                if isinstance(method, ast.Constant) and isinstance(path, ast.Constant):
                    constants[name] = (str(method.value), normalised(str(path.value)))
            case ast.FunctionDef(name=name):
                used = _used(part)
                builders[name] = next((one for one in used if one in constants), "")
            case ast.ClassDef(bases=[ast.Name("AsyncResource")]):
                awaited |= _used(part)
            case ast.ClassDef():
                sync |= _used(part)
    for builder, constant in builders.items():
        if builder in sync and builder in awaited and constant in constants:
            yield constants[constant]


def _used(part: ast.AST) -> set[str]:
    return {node.id for node in ast.walk(part) if isinstance(node, ast.Name)}


def _classes(module: ast.Module) -> Iterator[ast.ClassDef]:
    return (part for part in ast.walk(module) if isinstance(part, ast.ClassDef))


def _wire_names(class_: ast.ClassDef) -> Iterator[str]:
    for part in class_.body:
        match part:
            case ast.AnnAssign(target=ast.Name(name), value=value):
                renamed = [
                    keyword.value.value
                    for keyword in (value.keywords if isinstance(value, ast.Call) else [])
                    if keyword.arg == "name" and isinstance(keyword.value, ast.Constant)
                ]
                yield str(renamed[0]) if renamed else name


def _members(class_: ast.ClassDef) -> Iterator[str | int]:
    for part in class_.body:
        match part:
            case ast.Assign(value=ast.Constant(value=str() | int() as value)):
                yield value
            case ast.Assign(value=ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(value)))):
                yield -value
