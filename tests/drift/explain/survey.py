"""Imports a client and prints its public symbols as JSON: ``python survey.py FOLDER PACKAGE``.

It asks Python alone, so that it can tell whether `explain` knows every symbol. It runs in a process of its
own, because two clients of tests can have one name.
"""

from __future__ import annotations

import enum
import importlib
import inspect
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

FOLDER, PACKAGE = sys.argv[1:]
sys.path.insert(0, FOLDER)


def public(owner: object) -> Iterator[tuple[str, Any]]:
    for name, value in vars(owner).items():
        if not name.startswith("_"):
            yield name, value


def of_models(module: ModuleType) -> Iterator[dict[str, object]]:
    for class_name, one in inspect.getmembers(module, inspect.isclass):
        if not one.__module__.startswith(module.__name__):
            continue
        full = f"models.{class_name}"
        yield {"name": full, "kind": "class", "line": inspect.getsourcelines(one)[1]}
        if issubclass(one, msgspec.Struct):
            wire = dict(zip(one.__struct_fields__, one.__struct_encode_fields__, strict=True))
            for field in one.__annotations__:
                if not field.startswith("_"):
                    yield {"name": f"{full}.{field}", "kind": "field", "wire": wire.get(field)}
        if issubclass(one, enum.Enum):
            yield from ({"name": f"{full}.{m.name}", "kind": "member", "wire": m.value} for m in one)


def of_resources(module: ModuleType, name: str) -> Iterator[dict[str, object]]:
    for class_name, one in public(module):
        if not isinstance(one, type) or one.__module__ != module.__name__:
            continue
        full = f"{name}.{class_name}"
        yield {"name": full, "kind": "resource", "line": inspect.getsourcelines(one)[1]}
        for method, value in public(one):
            function = inspect.unwrap(value) if callable(value) else value
            yield {"name": f"{full}.{method}", "kind": "method" if callable(value) else "resource"}
            if inspect.isfunction(function):
                for argument in inspect.signature(function).parameters:
                    if argument != "self":
                        yield {"name": f"{full}.{method}.{argument}", "kind": "argument", "wire": None}


def of_package(package: ModuleType) -> Iterator[dict[str, object]]:
    for name in package.__all__:
        if name not in {"UNSET", "UnsetType"}:  # of msgspec
            yield {"name": name, "kind": "exported"}
    for client, one in public(package):
        if client.endswith(package_client(package)):
            yield from ({"name": f"{client}.{name}", "kind": "of the client"} for name, _ in public(one))
            for base in one.__mro__[1:]:
                if base.__module__.startswith(PACKAGE):
                    inherited = (f"{client}.{name}" for name, _ in public(base))
                    yield from ({"name": name, "kind": "inherited"} for name in inherited)


def of_errors(module: ModuleType) -> Iterator[dict[str, object]]:
    for name, one in public(module):
        if isinstance(one, type) and one.__module__ == module.__name__:
            yield {"name": f"errors.{name}", "kind": "error", "line": inspect.getsourcelines(one)[1]}


def everything() -> Iterator[dict[str, object]]:
    yield from of_package(importlib.import_module(PACKAGE))
    yield from of_errors(importlib.import_module(f"{PACKAGE}.errors"))
    yield from of_models(importlib.import_module(f"{PACKAGE}.models"))
    for file in sorted(Path(FOLDER, PACKAGE, "resources").glob("[a-z]*.py")):
        name = f"resources.{file.stem}"
        yield from of_resources(importlib.import_module(f"{PACKAGE}.{name}"), name)


def package_client(package: ModuleType) -> str:
    """The name of the class of the sync client: that of the package's own error, without "Error"."""
    source = inspect.getsource(package)
    return source.partition("Error = APIError")[0].rpartition("\n")[2]


print(json.dumps([*everything()]))
