"""The names that depend on a single operation."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.stability import main

DONE = "responses: {'204': {description: Done.}}"
DOCUMENT = f"""
openapi: 3.1.0
info: {{title: Shop, version: '1'}}
servers: [{{url: https://shop.example.com}}]
paths:
  /carts/{{id}}:
    patch: {{tags: [Carts], {DONE}}}
    put: {{tags: [Carts], {DONE}}}
"""


def test_names_that_depend_on_an_operation_are_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "shop.yaml").write_text(DOCUMENT)
    assert main([str(tmp_path / "shop.yaml")]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "method PUT /carts/{id} is carts.update instead of carts.replace, without /carts/{id} patch",
        "shop.yaml: 30 removals rename 1 of 8 parts",
    ]


def test_components_of_removed_operations_are_removed_if_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kind = "{type: object, properties: {kind: {enum: [a, b]}}}"
    content = "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/OldOffer'}}}}"
    document = DOCUMENT.replace("patch: {", f"patch: {{{content}, ").replace("put:", "delete:")
    document += f"components: {{schemas: {{NewOffer: {kind}, OldOffer: {kind}}}}}\n"
    (tmp_path / "shop.yaml").write_text(document)
    assert main([str(tmp_path / "shop.yaml")]) == 0
    assert main([str(tmp_path / "shop.yaml"), "--components"]) == 1
    assert "NewOffer/properties/kind is NewOfferKind instead of OfferKind" in capsys.readouterr().out


def test_names_can_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "shop.yaml").write_text(DOCUMENT.replace("put:", "delete:"))
    names = tmp_path / "names.json"
    assert main([str(tmp_path / "shop.yaml"), "--removals", "1", "--names", str(names)]) == 0
    assert capsys.readouterr().out == "shop.yaml: 1 removals rename 0 of 8 parts\n"
    assert '"carts.delete"' in names.read_text()
