"""The sentences of api.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from codegen.pipeline import generate
from codegen.views.methods import title
from tests.naming.small_models import operation_at


@pytest.mark.parametrize(
    ("operation_id", "expected"),
    [("findAllUsingGET", "Find all."), ("findAllUsingGET_1", "Find all."), ("useGET", "Use get.")],
)
def test_what_springfox_adds_to_an_id_is_in_no_sentence(operation_id: str, expected: str) -> None:
    assert title(operation_at("GET /x", id=operation_id)) == expected


def test_code_in_a_sentence_stays_code(tmp_path: Path) -> None:
    header = {"description": "The size", "schema": {"type": "string", "default": "all_of"}}
    response = {"description": "", "headers": {"X-Size": header}}
    operation = {"summary": "Count `a_b` and *c*", "responses": {"200": response}}
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}}
    spec = tmp_path / "openapi.yaml"
    spec.write_text(yaml.safe_dump(document | {"paths": {"/x": {"get": operation}}}))
    page = generate(spec).files["api.md"]
    assert "Count `a_b` and \\*c\\*." in page
    assert re.search(r"`X-Size: str` .*`all_of`", page)
