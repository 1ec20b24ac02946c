"""Tests which room may import which. `ROOMS` is the architecture; a module outside of it fails the test."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

ROOMS: dict[str, str] = {
    # room: the rooms that it may import, besides itself; they are all listed above it
    "document": "",
    "processes": "document",
    "standard": "document",
    "prepare.versions": "document standard",
    "prepare.bundle": "document standard",
    "prepare.overlay": "document standard",
    "prepare.config": "document standard prepare.bundle prepare.overlay",
    "check": "document processes standard prepare.versions",
    "model": "document standard",
    "model.runtime": "model",
    "naming": "document standard model model.runtime",
    "simplify": "document standard model naming",
    "describe": "document standard model",
    "describe.recognition": "document standard model",
    "verify.second_reader": "document processes standard model",
    "verify.ledger": "document standard model",  # it must not know the steps that it verifies
    "views.text": "document",
    "views": "document standard model model.runtime naming views.text",
    "output": "document processes standard model model.runtime naming views views.text verify.ledger",
    "pipeline": "document processes prepare.bundle prepare.overlay prepare.config prepare.versions check"
    " simplify describe describe.recognition model verify.second_reader verify.ledger output",
    "drift": "document processes standard prepare.overlay model naming views views.text output pipeline",
    "commands": "document processes standard describe.recognition model naming prepare.bundle prepare.overlay"
    " prepare.config views.text verify.second_reader output pipeline drift",
}

LIBRARIES = {
    "jinja2": "output.templates output.compiled_templates",
    "jsonpath_rfc9535": "prepare.overlay.applying",
    "jsonschema_rs": "check.* prepare.config.configuration views.made_values",
    "msgspec": "*",
    "libcst": "drift.codemod.engine.*",  # parts of a program that is written
    "openapi_python_client": "verify.second_reader.adapter",
    "packaging": "naming.distribution",
    "ruff": "output.format",
    "yaml": "document.text_parts document.source document.yaml_text",
    # modules of the standard library that act outside of the process
    "ctypes": "output.exchange",
    "subprocess": "output.format drift.changes.revisions",
}

_STEPS = {
    "check",
    "describe",
    "prepare.bundle",
    "prepare.versions",
    "simplify",
    "verify.ledger",
    "verify.second_reader",
}
"""The rooms whose `__init__.py` contains code."""

RUNTIME_LIBRARIES = {"httpx2", "msgspec", "httpcore2"}
"""httpx2 is built on httpcore2, and requires it at exactly its own version."""
RUNTIME = sorted((ROOT / "templates" / "package").rglob("*.py"))


@cache
def modules() -> dict[str, Path]:
    folder = ROOT / "codegen"
    named = {
        ".".join(path.relative_to(folder).with_suffix("").parts).removesuffix(".__init__"): path
        for path in folder.rglob("*.py")
    }
    packages = {name for name in named if any(other.startswith(f"{name}.") for other in named)}
    return {
        name: path for name, path in named.items() if name not in packages - _STEPS and name != "__init__"
    }


@cache
def imports(path: Path) -> list[str]:
    """The modules that a file imports when it runs: not those for type checkers alone."""
    return [*_imports(path)]


def _imports(path: Path) -> Iterator[str]:
    parts = list(ast.parse(path.read_text(encoding="utf-8")).body)
    while parts:
        match parts.pop():
            case ast.If(test=ast.Name("TYPE_CHECKING"), orelse=orelse):
                parts += orelse
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module="codegen", names=[ast.alias(name="VERSION")]):
                pass  # of the package itself
            case ast.ImportFrom(module=str(module), names=names) if module.partition(".")[0] == "codegen":
                yield from (_imported(module, alias.name) for alias in names)
            case ast.ImportFrom(module=module, level=level):
                yield "." * level + (module or "")
            case other:
                parts += [child for child in ast.iter_child_nodes(other) if isinstance(child, ast.stmt)]


def _imported(module: str, name: str) -> str:
    """The module that has the name, which may be a module itself."""
    file = ROOT.joinpath(*module.split("."), f"{name}.py")
    return f"{module}.{name}" if file.exists() else module


def matches(name: str, patterns: str) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns.split())


def room_of(name: str) -> str:
    parts = name.split(".")
    rooms = [room for size in (2, 1) if (room := ".".join(parts[:size])) in ROOMS]
    assert rooms, f"codegen.{name} is in no room: add it to ROOMS"
    return rooms[0]


def forbidden(name: str) -> Iterator[str]:
    """What a module imports although its room may not."""
    room = room_of(name)
    allowed = {room, *ROOMS[room].split()}
    for imported in imports(modules()[name]):
        library = imported.partition(".")[0]
        if library == "codegen":
            if room_of(imported.removeprefix("codegen.")) not in allowed:
                yield f"codegen.{name} imports {imported}"
        elif library not in LIBRARIES:
            if library not in sys.stdlib_module_names:
                yield f"codegen.{name} imports {library}: add it to LIBRARIES"
        elif not matches(name, LIBRARIES[library]):
            yield f"codegen.{name} imports {library}"


def test_a_module_imports_only_what_its_room_may() -> None:
    assert [one for name in sorted(modules()) for one in forbidden(name)] == []


def test_every_room_exists_and_is_listed_after_those_it_imports() -> None:
    assert {room_of(name) for name in modules()} == ROOMS.keys()
    seen: set[str] = set()
    for room, below in ROOMS.items():
        assert set(below.split()) <= seen, f"{room} stands before a room that it may import"
        seen.add(room)


def test_no_two_modules_import_each_other() -> None:
    graph = {
        name: {one.removeprefix("codegen.") for one in imports(path) if one.startswith("codegen.")}
        for name, path in modules().items()
    }
    while leaves := {name for name, needed in graph.items() if needed.isdisjoint(graph)}:
        for name in leaves:
            del graph[name]
    assert not graph, "these are in a circle, or import one"


def test_a_class_and_a_public_function_have_a_name_of_their_own() -> None:
    """Commands are named after what they print, so `commands` may repeat a name."""
    places: dict[str, list[str]] = {}
    for name, path in modules().items():
        if room_of(name) in {"commands", "drift"}:
            continue
        for part in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(part, (ast.ClassDef, ast.FunctionDef)) and not part.name.startswith("_"):
                places.setdefault(part.name, []).append(name)
    assert {name: several for name, several in places.items() if len(several) > 1} == {}


@pytest.mark.parametrize("path", ["generate.py", "wholespec/__main__.py"])
def test_a_face_imports_only_the_command_line_and_only_when_it_runs(path: str) -> None:
    source = (ROOT / path).read_text(encoding="utf-8")
    at_top = [part for part in ast.parse(source).body if isinstance(part, (ast.Import, ast.ImportFrom))]
    assert not [part for part in at_top if "codegen" in ast.unparse(part)]
    known = {imported for imported in imports(ROOT / path) if imported.startswith("codegen")}
    assert known == {"codegen.commands.entry_point", "codegen.commands.main"}


def test_the_runtime_depends_on_two_libraries_and_on_itself() -> None:
    for path in RUNTIME:
        libraries = {one.partition(".")[0] for one in imports(path) if not one.startswith(".")}
        assert libraries <= sys.stdlib_module_names | RUNTIME_LIBRARIES, path


def test_the_generator_does_not_import_the_corpus() -> None:
    """The corpus tests the generator independently. It imports only its pipeline, model, names and tables."""
    for name, path in modules().items():
        assert not [imported for imported in imports(path) if imported.startswith("corpus")], name
    known = {
        imported
        for path in (ROOT / "corpus").glob("*.py")
        for imported in imports(path)
        if imported.startswith("codegen.")
    }
    allowed = {
        "standard.rules",
        "document.failures",
        "document.node",
        "document.problems",
        "model.api",
        "model.operations",
        "model.responses",
        "model.streams",
        "model.types",
        "model.wire",
        "naming.names",
        "naming.recorded",
        "pipeline",
        "standard.headers",
        "standard.keywords",
        "standard.http_methods",
        "standard.patterns",
    }
    assert {one.removeprefix("codegen.") for one in known} <= allowed


def test_the_runtime_does_not_import_models() -> None:
    """The import time of the package must not grow with the API."""
    for path in RUNTIME:
        assert not [imported for imported in imports(path) if imported.strip(".").startswith("models")]
