"""Names that stay when an operation is added or removed: those of classes of inline schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml

from codegen.document.node import Node, Pointer, placed
from codegen.simplify import simplify
from codegen.standard.http_methods import METHODS
from tests.simplified import api

TESTS = Path(__file__).parents[1]

DOCUMENTS = [
    Path(__file__).parent / "servers.yaml",
    TESTS / "documents" / "zoo.yaml",
    *(
        TESTS / "cases" / case / "openapi.yaml"
        for case in ("constants", "declared-pages", "inline-schemas", "many-models", "pages", "unions")
    ),
]


def document(path: Path) -> Node:
    root = placed(yaml.safe_load(path.read_text(encoding="utf-8")))
    assert isinstance(root, Node)
    return root


def classes(root: Node) -> Mapping[Pointer, str]:
    """The class of each place that has one."""
    return {place: name for name, schema in simplify(root).components.items() for place in schema.origins}


def without_one(root: Node) -> Iterator[Node]:
    """The document without one of its operations, for each of these."""
    for path, item in root.entries("paths"):
        for method in METHODS:
            if method in item:
                paths = root.mapping("paths").with_items(**{path: item.without(method)})
                yield root.with_items(paths=paths)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.parent.name)
def test_another_operation_renames_no_class(path: Path) -> None:
    root = document(path)
    whole = classes(root)
    for rest in without_one(root):
        found = classes(rest)
        assert found == {place: whole[place] for place in found}


def test_what_is_in_a_shared_class_keeps_its_name_without_the_first_place() -> None:
    item = "{properties: {matching_key_of_the_header: {enum: [a, b]}}}"
    found = f"{{properties: {{missing_item: {item}}}}}"
    made = (
        f"{{properties: {{route_with_case_sensitive: {{properties: {{id: {{}}, missing_item: {item}}}}}}}}}"
    )
    root = api(
        paths=f"""
  /deployments: {{post: {{operationId: createDeployment, {_returning(made)}}}}}
  /routes/{{id}}: {{get: {{operationId: getRouteWithCaseSensitive, {_returning(found)}}}}}"""
    )
    whole = classes(root)
    assert "RouteWithCaseSensitiveMissingItem" in whole.values()
    assert "MissingItemMatchingKeyOfTheHeader" in whole.values()
    for rest in without_one(root):
        kept = classes(rest)
        assert kept == {place: whole[place] for place in kept}


def _returning(schema: str) -> str:
    return f"responses: {{'200': {{content: {{application/json: {{schema: {schema}}}}}}}}}"


def test_places_of_one_structure_share_the_class_of_their_thing() -> None:
    found = classes(document(DOCUMENTS[0]))
    assert {*found.values()} == {
        *("Server", "ServerStatus", "ServerPublicNet", "CreateServerPublicNet", "ServerResponse"),
        *("Action", "ActionStatus", "ActionResponse", "GetServersResponse", "CreateServerResponse"),
        *("CreateServerRequest", "UpdateServerRequest", "ServerMetricType", "SortOrder", "Refund"),
        *("RefundReason", "CreateRefundRequest", "CreateRefundReason", "GetRefundsResponse"),
    }


def test_no_class_has_a_word_twice() -> None:
    meta = {"type": "object", "properties": {"meta": {"type": "object", "properties": {"n": {}}}}}
    kind = {"type": "object", "properties": {"kind": {"enum": ["mail", "web"]}}}
    report = {"type": "object", "properties": {"report": {"enum": ["new", "old"]}}}
    schemas = {"Meta": meta, "ReceiverKind": kind, "Report": report}
    root = placed({"openapi": "3.1.0", "paths": {}, "components": {"schemas": schemas}})
    assert isinstance(root, Node)
    assert {*classes(root).values()} == {
        *("Meta", "MetaModel", "ReceiverKind", "ReceiverType", "Report", "ReportKind")
    }
