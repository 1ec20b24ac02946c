"""Schemas that refer to one another in long chains: legal, and no reason to fail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from codegen.pipeline import generate

pytestmark = pytest.mark.slow

LINKS = 250
"""More than there can be calls on the stack, if each link takes a handful."""

CHAINS = {
    "properties": lambda following, _: {"type": "object", "properties": {"next": following}},
    "allOf": lambda following, number: {"allOf": [following, {"properties": {f"p{number}": {}}}]},
    "anyOf": lambda following, _: {"anyOf": [following, {"type": "array", "items": {"type": "string"}}]},
    "oneOf": lambda following, _: {"oneOf": [following, {"type": "object", "properties": {"end": {}}}]},
}


@pytest.mark.parametrize("chain", CHAINS)
def test_a_long_chain_of_schemas_becomes_a_client(chain: str, tmp_path: Path) -> None:
    schemas = {
        f"Link{number}": CHAINS[chain]({"$ref": f"#/components/schemas/Link{number + 1}"}, number)
        for number in range(LINKS)
    }
    schemas[f"Link{LINKS}"] = {"type": "object", "properties": {"last": {"type": "integer"}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Chain", "version": "1"},
        "paths": {"/links": {"get": {"responses": {"204": {"description": "None."}}}}},
        "components": {"schemas": schemas},
    }
    (tmp_path / "chain.json").write_text(json.dumps(document))
    files = generate(tmp_path / "chain.json").files
    models = (text for path, text in files.items() if path.startswith("chain/models"))
    assert any("last: int" in text for text in models)
