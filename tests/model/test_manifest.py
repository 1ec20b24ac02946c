"""The manifest of the runtime says what is true of the runtime's source and of what is generated."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from codegen.model.runtime.interface import client_attributes, imports_of_template
from codegen.model.runtime.manifest import MANIFEST, RuntimeModule
from tests.accept import CASES
from tests.clients import output_of
from tests.conftest import ROOT

pytestmark = pytest.mark.slow  # `make quick` leaves it out

RUNTIME = ROOT / "templates" / "package" / "_runtime"
DOCUMENTS = [*(case / "openapi.yaml" for case in CASES), ROOT / "spec" / "openapi.yaml"]
COPIED = {path.name for path in RUNTIME.parent.glob("*.py")} - {"_api.py", "_places.py"}
"""Modules beside the runtime that are copied as they are, such as `errors.py`."""
CONDITIONAL = {module.name for module in MANIFEST if module.needed.__name__ != "_always"}


def identifier(entry: RuntimeModule | Path) -> str:
    return entry.name


@cache
def relative_imports(source: str) -> list[ast.ImportFrom]:
    """Those of a module. Most modules of the runtime are the same in all clients."""
    nodes = ast.walk(ast.parse(source))
    return [node for node in nodes if isinstance(node, ast.ImportFrom) and node.level]


def runtime_imports(source: str) -> Iterator[tuple[str, str]]:
    """What a generated module imports of the runtime: pairs of module and name."""
    for node in relative_imports(source):
        if str(node.module).startswith("_runtime"):
            module = str(node.module).removeprefix("_runtime").removeprefix(".") or "__init__"
            yield from ((module, alias.name) for alias in node.names)


def siblings(source: str) -> set[str]:
    """The modules of the runtime that a module of the runtime imports."""
    return {str(node.module) for node in relative_imports(source) if node.level == 1}


@cache
def files(document: Path) -> Mapping[str, str]:
    """The modules generated from a document, by their paths in the package."""
    made = output_of(document).files
    return {path.partition("/")[2]: text for path, text in made.items() if path.endswith(".py")}


@pytest.mark.parametrize("entry", MANIFEST, ids=identifier)
def test_a_module_has_what_it_exports(entry: RuntimeModule) -> None:
    tree = ast.parse((RUNTIME / f"{entry.name}.py").read_text(encoding="utf-8"))
    conditional = [
        one for part in tree.body if isinstance(part, ast.If) for one in (*part.body, *part.orelse)
    ]
    body = [*tree.body, *conditional]
    defined = {getattr(part, "name", "") for part in body}
    targets = (target for part in body if isinstance(part, ast.Assign) for target in part.targets)
    annotated = (part.target for part in body if isinstance(part, ast.AnnAssign))
    defined |= {target.id for target in (*targets, *annotated) if isinstance(target, ast.Name)}
    defined |= {a.asname or a.name for part in body if isinstance(part, ast.ImportFrom) for a in part.names}
    assert {*entry.exports} <= defined


@pytest.mark.parametrize("path", sorted(RUNTIME.glob("*.py")), ids=identifier)
def test_a_module_requires_what_it_imports(path: Path) -> None:
    entry = next((one for one in MANIFEST if one.name == path.stem), None)
    required = {*entry.requires} if entry else set()
    assert siblings(path.read_text(encoding="utf-8")) & CONDITIONAL == required


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.parent.name)
def test_a_client_has_the_modules_that_it_imports_and_no_others(document: Path) -> None:
    made = files(document)
    present = {Path(path).stem for path in made if path.startswith("_runtime/")}
    imported = {
        module
        for path, text in made.items()
        for module in (
            siblings(text) if path.startswith("_runtime/") else (name for name, _ in runtime_imports(text))
        )
    }
    assert imported <= present
    assert present & CONDITIONAL <= imported


def test_the_manifest_says_who_imports_what() -> None:
    declared = {
        (importer, one.name, export)
        for one in MANIFEST
        for importer in one.imported_by
        for export in one.exports
    }
    found = {
        (Path(path).parts[0].removesuffix(".py"), *imported)
        for document in DOCUMENTS
        for path, text in files(document).items()
        if not path.startswith(("_runtime/", "testing/")) and path not in COPIED
        for imported in runtime_imports(text)
    }
    assert found == declared


def test_what_clients_inherit_is_among_their_attributes() -> None:
    assert {"send", "close", "base_url", "with_options", "with_raw_response"} <= client_attributes()
    assert not {name for name in client_attributes() if name.startswith("_")}


def test_the_imports_of_a_template_are_read_without_its_tags() -> None:
    imported = imports_of_template("_client.py.jinja")
    assert {"FACTS", "SECURITY", "Source", "Unpack", "cached_property"} <= imported
    assert "view" not in imported


ITEM = {"type": "object", "properties": {"id": {"type": "integer"}, "name": {"type": "string"}}}
TAKES_MODELS: Mapping[str, dict[str, Any]] = {
    "a property has the name of a parameter": {
        "parameters": [{"name": "id", "in": "query", "schema": {"type": "integer"}}],
        "requestBody": {"content": {"application/json": {"schema": ITEM}}, "required": True},
    },
    "a list of objects": {
        "requestBody": {"content": {"application/json": {"schema": {"type": "array", "items": ITEM}}}},
    },
    "an object in a query": {
        "parameters": [{"name": "filter", "in": "query", "style": "deepObject", "schema": ITEM}],
    },
}


@pytest.mark.parametrize("taken", TAKES_MODELS.values(), ids=TAKES_MODELS)
def test_what_a_method_imports_is_there_however_a_body_is_passed(
    taken: dict[str, Any], tmp_path: Path
) -> None:
    operation = {"operationId": "put", **taken, "responses": {"204": {"description": "Done"}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "A", "version": "1"},
        "paths": {"/a": {"put": operation}},
    }
    path = tmp_path / "openapi.yaml"
    path.write_text(json.dumps(document), encoding="utf-8")
    made = output_of(path).files
    imported = {
        module for name, text in made.items() if "/resources/" in name for module, _ in runtime_imports(text)
    }
    assert "_coerce" in imported
    assert imported <= {Path(name).stem for name in made if "/_runtime/" in name}
