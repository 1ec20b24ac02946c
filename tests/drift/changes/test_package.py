"""What programs use of a package apart from resources and models: exports, webhooks, options."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.drift.changes.api import Document, document, entry, report

_FACT = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}


def _api(
    values: list[str] | None = None, webhook: dict[str, Any] | None = None, *, has_pages: bool = False
) -> Document:
    api = document()
    variable: dict[str, Any] = {"default": "eu"} | ({"enum": values} if values else {})
    api["servers"] = [{"url": "https://{region}.zoo.example", "variables": {"region": variable}}]
    api["components"]["schemas"] |= {"Fact": _FACT, "Other": _FACT | {"required": []}}
    pet = api["components"]["schemas"]["Pet"]["properties"]
    pet |= {name.lower(): {"$ref": f"#/components/schemas/{name}"} for name in ("Fact", "Other")}
    if webhook:
        body = {"required": True, "content": {"application/json": {"schema": webhook}}}
        api["webhooks"] = {"fed": {"post": {"requestBody": body, "responses": {"200": {"description": "."}}}}}
    if has_pages:
        operation = api["paths"]["/pets"]["get"]
        operation["parameters"].append({"name": "cursor", "in": "query", "schema": {"type": "string"}})
        items = {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}
        schema = {"type": "object", "required": ["items"], "properties": {"items": items}}
        schema["properties"]["next_cursor"] = {"type": "string"}
        operation["responses"]["200"]["content"]["application/json"]["schema"] = schema
    return api


_REFERENCE = {name: {"$ref": f"#/components/schemas/{name}"} for name in ("Fact", "Other")}


@pytest.mark.parametrize(
    ("old", "new", "rule", "broken"),
    [
        (_api(["eu", "us"]), _api(["eu"]), "python-option-narrowed", {"callers"}),
        (_api(), _api(["eu"]), "python-option-narrowed", {"callers"}),
        (_api(["eu"]), _api(["eu", "us"]), "python-option-narrowed", set()),
        (_api(["eu"]), _api(), "python-option-narrowed", set()),
        (_api(webhook=_REFERENCE["Fact"]), _api(), "python-webhooks-removed", {"callers", "readers"}),
        (_api(webhook=_REFERENCE["Fact"]), _api(), "python-export-removed", {"callers", "readers"}),
        (_api(), _api(webhook=_REFERENCE["Fact"]), "python-export-removed", set()),
        (
            _api(webhook=_REFERENCE["Fact"]),
            _api(webhook=_REFERENCE["Other"]),
            "python-webhook-type",
            {"readers"},
        ),
        (_api(has_pages=True), _api(), "python-export-removed", {"callers", "readers"}),
    ],
)
def test_what_the_package_no_longer_has(
    old: Document, new: Document, rule: str, broken: set[str], tmp_path: Path
) -> None:
    found = report(tmp_path, old, new)
    assert any(rule in one.rules for one in found.entries) is bool(broken)
    assert not broken or {*entry(found, rule).breaks} >= broken


@pytest.mark.parametrize("old", [document(), _api(["eu"])], ids=["new variable", "old variable"])
def test_no_variable_takes_the_place_of_a_credential(old: Document, tmp_path: Path) -> None:
    new = _api(["eu"])
    del new["security"], new["components"]["securitySchemes"]
    one = entry(report(tmp_path, old, new), "python-option-removed")
    assert (one.before, one.after) == ("Zoo(api_key=...)", "Zoo()")
