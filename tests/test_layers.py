"""Who may import whom. The table is the architecture; a module that it does not know fails the test."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from tests.conftest import ROOT

LAYERS: dict[str, tuple[str, str]] = {
    # layer: its modules; the layers that they may import, beside their own
    "values": ("document problems limits", ""),
    "together": ("together budget interpreter", "values"),
    "reading": ("source json_text yaml_text load", "values"),
    "standard": ("standard received security media_types", "values"),
    "check": ("check check.* dialect tolerance", "values together standard"),
    "names": ("names styles verbs", "values"),
    "model": ("value_types model", "values"),
    "simplify": ("simplify simplify.*", "values standard names"),
    "parse": ("standins skeleton readings adapter reader parse", "values together standard model simplify"),
    "describe": ("describe describe.*", "values standard model simplify parse"),
    "ledger": ("ledger ledger.*", "values standard model"),  # it must not know what it holds to account
    "quoting": ("quoting filling markup", "values"),
    "naming": (
        "annotations authentication distribution listing methods paths runtime titles wire naming",
        "values standard model names quoting",
    ),
    "render": ("views views.* syntax render", "values together standard model names quoting naming"),
    "format": ("format", "values"),
    "output": ("record tree exchange write compare", "values"),
    "telling": ("report drift", "values reading check quoting ledger output"),
    "pipeline": (
        "pipeline",
        "values together reading check model simplify parse describe ledger render format output",
    ),
}

LIBRARIES = {
    "jinja2": "render",
    "jsonschema_rs": "check.* dialect",
    "openapi_python_client": "adapter",
    "packaging": "distribution",
    "ruff": "format",
    "yaml": "source yaml_text",
    # of the standard library, what reaches out of the process
    "ctypes": "exchange together",
    "subprocess": "format",
}

RUNTIME_LIBRARIES = {"httpx2", "msgspec", "httpcore2"}
"""httpx2 is built on httpcore2, and requires it at exactly its own version."""
RUNTIME = sorted((ROOT / "templates" / "package").rglob("*.py"))


def modules() -> dict[str, Path]:
    folder = ROOT / "codegen"
    named = {
        ".".join(path.relative_to(folder).with_suffix("").parts).removesuffix(".__init__"): path
        for path in folder.rglob("*.py")
    }
    return {name: path for name, path in named.items() if name != "__init__"}


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports when it runs: not those for type checkers alone."""
    parts = list(ast.parse(path.read_text(encoding="utf-8")).body)
    while parts:
        match parts.pop():
            case ast.If(test=ast.Name("TYPE_CHECKING"), orelse=orelse):
                parts += orelse
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module="codegen", names=names):
                yield from (f"codegen.{alias.name}" for alias in names)
            case ast.ImportFrom(module=module, level=level):
                yield "." * level + (module or "")
            case other:
                parts += [child for child in ast.iter_child_nodes(other) if isinstance(child, ast.stmt)]


def matches(name: str, patterns: str) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns.split())


def layer_of(name: str) -> str:
    found = [layer for layer, (patterns, _) in LAYERS.items() if matches(name, patterns)]
    assert len(found) == 1, f"codegen.{name} is in {found or 'no layer'}: put it into LAYERS"
    return found[0]


@pytest.mark.parametrize("name", sorted(modules()))
def test_a_module_imports_only_what_its_layer_may(name: str) -> None:
    layer = layer_of(name)
    allowed = {layer, *LAYERS[layer][1].split()}
    for imported in imports(modules()[name]):
        if imported.startswith("codegen."):
            other = imported.removeprefix("codegen.")
            assert layer_of(other) in allowed, f"codegen.{name} imports codegen.{other}"
            continue
        library = imported.partition(".")[0]
        if library in LIBRARIES:
            assert matches(name, LIBRARIES[library]), f"codegen.{name} imports {library}"
        else:
            assert library in sys.stdlib_module_names, (
                f"codegen.{name} imports {library}: put it into LIBRARIES"
            )


def test_the_table_has_no_cycle_and_nothing_that_is_not_there() -> None:
    names = set(modules())
    seen: set[str] = set()
    for layer, (patterns, below) in LAYERS.items():
        assert set(below.split()) <= seen, f"{layer} stands before a layer it may import"
        assert all(any(fnmatchcase(name, pattern) for name in names) for pattern in patterns.split()), layer
        seen.add(layer)


def test_the_face_knows_nothing_of_openapi_and_imports_late() -> None:
    source = (ROOT / "generate.py").read_text(encoding="utf-8")
    at_top = [part for part in ast.parse(source).body if isinstance(part, (ast.Import, ast.ImportFrom))]
    assert not [part for part in at_top if "codegen" in ast.unparse(part)]
    known = {imported for imported in imports(ROOT / "generate.py") if imported.startswith("codegen")}
    steps = {
        "interpreter",
        "reader",
        "pipeline",
        "problems",
        "write",
        "compare",
        "drift",
        "report",
        "tolerance",
    }
    assert {imported.removeprefix("codegen.") for imported in known} <= steps


@pytest.mark.parametrize(
    "path", sorted((ROOT / "templates" / "package").rglob("*.py")), ids=lambda path: path.name
)
def test_the_runtime_depends_on_two_libraries_and_on_itself(path: Path) -> None:
    for imported in imports(path):
        if not imported.startswith("."):
            library = imported.partition(".")[0]
            assert library in sys.stdlib_module_names | RUNTIME_LIBRARIES, imported


def test_nothing_of_the_generating_path_imports_the_corpus() -> None:
    """It judges the generator, and takes from it what it must: its loader, its names, its model."""
    for name, path in modules().items():
        assert not [imported for imported in imports(path) if imported.startswith("corpus")], name
    known = {
        imported
        for path in (ROOT / "corpus").glob("*.py")
        for imported in imports(path)
        if imported.startswith("codegen.")
    }
    allowed = {"pipeline", "problems", "naming", "model", "value_types", "wire"}
    assert {one.removeprefix("codegen.") for one in known} <= allowed


def test_the_runtime_does_not_import_models() -> None:
    """What is imported with the package must not cost more the larger the API is."""
    for path in RUNTIME:
        assert not [imported for imported in imports(path) if imported.strip(".").startswith("models")]
