"""The client has what `spec/openapi.yaml` says, and nothing more; told without the generator.

The document and the package are each written down as facts, and the facts must be the same.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.facts import document, package
from tests.facts.document import Facts, Spec


@pytest.fixture(scope="module")
def spec() -> Spec:
    return yaml.safe_load((ROOT / "spec/openapi.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["AetherPlatform", "AsyncAetherPlatform"])
def test_the_client_has_what_the_document_says_and_nothing_more(
    aether: ModuleType, spec: Spec, name: str
) -> None:
    assert package.facts(aether, getattr(aether, name)) == document.facts(spec)


def differences(facts: Facts, others: Facts) -> set[str]:
    return {name for name in facts.keys() | others.keys() if facts.get(name) != others.get(name)}


UPDATE = ("paths", "/api/v1/organizations/{orgID}/clusters/{clusterID}", "put")
SCHEMAS = ("components", "schemas")
PROPERTIES = (*SCHEMAS, "Cluster", "properties")
DRY_RUN = {"name": "dryRun", "in": "query", "description": "Only check.", "schema": {"type": "boolean"}}
LIMITED = {"description": "Slow down.", "content": {"application/json": {"schema": {"type": "string"}}}}


def put(*where: str, value: object) -> Callable[[Spec], None]:
    def change(spec: Spec) -> None:
        *path, key = where
        for step in path:
            spec = spec[step]
        spec[key] = value

    return change


def edit(*where: str, by: Callable[[Any], object]) -> Callable[[Spec], None]:
    def change(spec: Spec) -> None:
        for step in where:
            spec = spec[step]
        by(spec)

    return change


def rename_path(spec: Spec) -> None:
    spec["paths"] = {path.replace("/v1/", "/v2/"): item for path, item in spec["paths"].items()}


def add_operation(spec: Spec) -> None:
    (item,) = spec["paths"].values()
    gone = {"204": {"description": "It is gone."}}
    item["delete"] = {
        "operationId": "deleteCluster",
        "tags": ["Clusters"],
        "summary": "Delete",
        "responses": gone,
    }


@pytest.mark.parametrize(
    ("change", "seen"),
    [
        pytest.param(
            put(*PROPERTIES, "nodes", value={"type": "integer", "description": "How many."}),
            {"Cluster", "Cluster.nodes"},
            id="extra property",
        ),
        pytest.param(
            edit(*PROPERTIES, by=lambda of: of.pop("region")), {"Cluster", "Cluster.region"}, id="no property"
        ),
        pytest.param(put(*PROPERTIES, "name", "type", value="integer"), {"Cluster.name"}, id="type"),
        pytest.param(
            put(*PROPERTIES, "endpoint", "type", value="string"), {"Cluster.endpoint"}, id="nullable"
        ),
        pytest.param(edit(*PROPERTIES, "id", by=lambda of: of.pop("format")), {"Cluster.id"}, id="format"),
        pytest.param(put(*PROPERTIES, "name", "description", value="A word."), {"Cluster.name"}, id="words"),
        pytest.param(
            edit(*PROPERTIES, by=lambda of: of.update(id=of.pop("id"))), {"Cluster"}, id="order of properties"
        ),
        pytest.param(
            edit(*SCHEMAS, "Cluster", "required", by=lambda of: of.remove("status")),
            {"Cluster.status"},
            id="not required",
        ),
        pytest.param(
            put(*SCHEMAS, "UpdateCluster", "required", value=["name"]),
            {"UpdateCluster.name", "clusters.update(name)"},
            id="required",
        ),
        pytest.param(
            edit(*SCHEMAS, "ClusterStatus", "enum", by=lambda of: of.append("paused")),
            {"ClusterStatus"},
            id="enum value",
        ),
        pytest.param(
            put(*SCHEMAS, "Error", "properties", "details", "items", value={"type": "string"}),
            {"Error.details"},
            id="items",
        ),
        pytest.param(
            put(*SCHEMAS, "Region", value={"type": "string", "enum": ["eu"], "description": "Where."}),
            {"Region", "Region says"},
            id="extra schema",
        ),
        pytest.param(
            put(*UPDATE, "parameters", value=[DRY_RUN]), {"clusters.update(dry_run)"}, id="extra parameter"
        ),
        pytest.param(
            put("components", "parameters", "OrgID", "schema", "format", value="date"),
            {"clusters.update(org_id)"},
            id="format of a parameter",
        ),
        pytest.param(
            put("components", "parameters", "OrgID", "description", value="Whose."),
            {"clusters.update(org_id)"},
            id="words of a parameter",
        ),
        pytest.param(
            put(*UPDATE, "responses", "429", value=LIMITED), {"clusters.update raises 429"}, id="extra status"
        ),
        pytest.param(
            edit(*UPDATE, "responses", by=lambda of: of.pop("409")),
            {"clusters.update raises 409"},
            id="no status",
        ),
        pytest.param(
            put(
                "components",
                "responses",
                "Conflict",
                "content",
                "application/json",
                "schema",
                "$ref",
                value="#/x/Error",
            ),
            {"clusters.update raises 409"},
            id="type of an error",
        ),
        pytest.param(put(*UPDATE, "summary", value="Change it"), {"clusters.update says"}, id="summary"),
        pytest.param(put(*UPDATE, "security", value=[]), {"clusters.update needs"}, id="security"),
        pytest.param(rename_path, {"clusters.update"}, id="path"),
        pytest.param(
            add_operation,
            {
                f"clusters.delete{what}"
                for what in ["", " says", " needs", " returns 204", "(org_id)", "(cluster_id)"]
            },
            id="extra operation",
        ),
        pytest.param(put("info", "version", value="2.0.0"), {"version"}, id="version"),
        pytest.param(put("servers", value=[{"url": "https://example.com"}]), {"server"}, id="server"),
    ],
)
def test_a_difference_is_seen_where_it_is(
    aether: ModuleType, spec: Spec, change: Callable[[Spec], None], seen: set[str]
) -> None:
    changed = copy.deepcopy(spec)
    change(changed)
    assert differences(document.facts(changed), package.facts(aether, aether.AetherPlatform)) == seen
