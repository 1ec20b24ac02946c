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
        "without PATCH /carts/{id}: PUT /carts/{id} is carts.update instead of carts.replace",
        "2 operations left out: 1 rename a method, 0 a class",
    ]


def test_only_some_are_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "shop.yaml").write_text(DOCUMENT.replace("put:", "delete:"))
    assert main([str(tmp_path / "shop.yaml"), "--operations", "1"]) == 0
    assert capsys.readouterr().out == "1 operations left out: 0 rename a method, 0 a class\n"
