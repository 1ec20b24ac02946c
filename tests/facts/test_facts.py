"""The facts that judge clients: they hold for every golden case, and a difference is seen where it is.

`tests/spec/test_facts.py` judges the client in `generated/` by them.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.accept import CASES
from tests.clients import FLEET, Client
from tests.facts import document, package
from tests.facts.document import Facts, Spec, differences


@pytest.fixture(scope="module")
def spec() -> Spec:
    return yaml.safe_load(FLEET.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found(fleet: Client) -> Facts:
    """What the client of the document has."""
    return package.facts(fleet.module, fleet.classes()[0], fleet.signatures)


def test_every_fact_of_a_plain_document_is_judged(spec: Spec, found: Facts) -> None:
    wanted = document.facts(spec)
    assert differences(wanted, found) == set()
    unjudged = {name for name, fact in wanted.items() if fact is None}
    assert unjudged == {ROUTE}


def is_readable(case: Path) -> bool:
    """Whether `document.facts` understands a document: one file, of OpenAPI 3.0 or 3.1."""
    text = (case / "openapi.yaml").read_text(encoding="utf-8")
    is_of_version = re.search(r"^openapi: ['\"]?3\.[01]", text, re.MULTILINE) is not None
    return is_of_version and [*case.glob("**/*.yaml")] == [case / "openapi.yaml"]


@pytest.mark.slow
@pytest.mark.parametrize("case", [*filter(is_readable, CASES)], ids=lambda case: case.name)
def test_the_facts_of_any_document_hold(case: Path, emit: Callable[[Path], Client]) -> None:
    client = emit(case)
    wanted = document.facts(yaml.safe_load((case / "openapi.yaml").read_text(encoding="utf-8")))
    found = package.facts(client.module, client.classes()[0], client.signatures)
    assert {name: (wanted.get(name), found.get(name)) for name in differences(wanted, found)} == {}


PATH = "/api/v1/organizations/{orgID}/clusters/{clusterID}"
ROUTE = f"PUT {PATH}"
UPDATE = ("paths", PATH, "put")
SCHEMAS = ("components", "schemas")
PROPERTIES = (*SCHEMAS, "Cluster", "properties")
DRY_RUN = {"name": "dryRun", "in": "query", "description": "Only check.", "schema": {"type": "boolean"}}
LIMITED = {"description": "Slow down.", "content": {"application/json": {"schema": {"type": "string"}}}}


SAYS = ("", " says")
PARAMETERS = [f" path {name}{says}" for name in ("orgID", "clusterID") for says in SAYS]
EACH = ["", " says", " needs", " belongs to", *PARAMETERS, " answers 204", " answers 204 says"]
BODY = ("name", "k8s_version")
ANSWERS = [f" answers {status}{says}" for status in (200, 401, 404, 409) for says in SAYS]


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
            {"model cluster", "model cluster.nodes", "model cluster.nodes says"},
            id="extra property",
        ),
        pytest.param(
            edit(*PROPERTIES, by=lambda of: of.pop("region")),
            {"model cluster", "model cluster.region", "model cluster.region says"},
            id="no property",
        ),
        pytest.param(put(*PROPERTIES, "name", "type", value="integer"), {"model cluster.name"}, id="type"),
        pytest.param(
            put(*PROPERTIES, "endpoint", "type", value="string"), {"model cluster.endpoint"}, id="nullable"
        ),
        pytest.param(
            edit(*PROPERTIES, "id", by=lambda of: of.pop("format")), {"model cluster.id"}, id="format"
        ),
        pytest.param(
            put(*PROPERTIES, "name", "description", value="A word."), {"model cluster.name says"}, id="words"
        ),
        pytest.param(
            edit(*PROPERTIES, by=lambda of: of.update(id=of.pop("id"))),
            {"model cluster"},
            id="order of properties",
        ),
        pytest.param(
            edit(*SCHEMAS, "Cluster", "required", by=lambda of: of.remove("status")),
            {"model cluster.status"},
            id="not required",
        ),
        pytest.param(
            put(*SCHEMAS, "UpdateCluster", "required", value=["name"]),
            {"model updatecluster.name", f"{ROUTE} body name"},
            id="required",
        ),
        pytest.param(
            edit(*SCHEMAS, "ClusterStatus", "enum", by=lambda of: of.append("paused")),
            {"model clusterstatus"},
            id="enum value",
        ),
        pytest.param(
            put(*SCHEMAS, "Error", "properties", "details", "items", value={"type": "string"}),
            {"model error.details"},
            id="items",
        ),
        pytest.param(
            put(*SCHEMAS, "Region", value={"type": "string", "enum": ["eu"], "description": "Where."}),
            {"model region", "model region says"},
            id="extra schema",
        ),
        pytest.param(
            put(*UPDATE, "parameters", value=[DRY_RUN]),
            {f"{ROUTE} query dryRun", f"{ROUTE} query dryRun says"},
            id="extra parameter",
        ),
        pytest.param(
            put("components", "parameters", "OrgID", "schema", "format", value="date"),
            {f"{ROUTE} path orgID"},
            id="format of a parameter",
        ),
        pytest.param(
            put("components", "parameters", "OrgID", "description", value="Whose."),
            {f"{ROUTE} path orgID says"},
            id="words of a parameter",
        ),
        pytest.param(
            put(*UPDATE, "responses", "429", value=LIMITED),
            {f"{ROUTE} answers 429", f"{ROUTE} answers 429 says"},
            id="extra status",
        ),
        pytest.param(
            edit(*UPDATE, "responses", by=lambda of: of.pop("409")),
            {f"{ROUTE} answers 409", f"{ROUTE} answers 409 says"},
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
                value="#/components/schemas/Error",
            ),
            {f"{ROUTE} answers 409"},
            id="type of an error",
        ),
        pytest.param(put(*UPDATE, "summary", value="Change it"), {f"{ROUTE} says"}, id="summary"),
        pytest.param(put(*UPDATE, "security", value=[]), {f"{ROUTE} needs"}, id="security"),
        pytest.param(
            rename_path,
            {
                f"{route}{what}"
                for route in (ROUTE, ROUTE.replace("/v1/", "/v2/"))
                for what in [*EACH[:-2], *(f" body {name}{says}" for name in BODY for says in SAYS), *ANSWERS]
            },
            id="path",
        ),
        pytest.param(
            add_operation,
            {f"DELETE {PATH}{what}" for what in EACH},
            id="extra operation",
        ),
        pytest.param(put("info", "version", value="2.0.0"), {"version"}, id="version"),
        pytest.param(put("servers", value=[{"url": "https://example.com"}]), {"server"}, id="server"),
    ],
)
def test_a_difference_is_seen_where_it_is(
    spec: Spec, found: Facts, change: Callable[[Spec], None], seen: set[str]
) -> None:
    changed = copy.deepcopy(spec)
    change(changed)
    assert differences(document.facts(changed), found) == seen
