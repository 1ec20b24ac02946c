"""The table of operations that return pages or streams."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from corpus.pages import main
from tests.conftest import ROOT


def test_pages_are_counted_by_their_kinds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(ROOT / "tests/cases/pages/openapi.yaml", tmp_path / "pages.yaml")
    (tmp_path / "broken.yaml").write_text("openapi: 3.1.0\n")
    assert main([str(tmp_path)]) == 0
    shown = capsys.readouterr()
    head, _, row, total = shown.out.splitlines()
    assert head == (
        "| document | operations | lists | pages | cursor | last-item | offset | page | url | link | others "
        "| sequences | streams |"
    )
    assert row == "| pages | 12 | 12 | 10 | 3 | 1 | 2 | 2 | 1 | 1 | 1 |  |  |"
    assert total == row.replace("pages", "all", 1)
    assert "broken.yaml" in shown.err


def test_each_operation_has_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(ROOT / "tests/cases/pages/openapi.yaml", tmp_path / "pages.yaml")
    assert main([str(tmp_path), "--operations"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "pages: GET /repos/{repo}/stars: kind link" in lines
    assert "pages: GET /old-colours: no pages" in lines


STREAMS = """
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /both:
    get:
      operationId: getBoth
      responses:
        '200':
          description: A list, or its items one after another; no argument says which.
          content:
            application/json: {schema: {type: array, items: {type: integer}}}
            application/x-ndjson: {schema: {type: integer}}
  /refused:
    get:
      operationId: getRefused
      responses:
        '204': {description: Nothing.}
        '400': {$ref: '#/components/responses/Sequence'}
  /watched:
    get:
      operationId: getWatched
      responses:
        '200': {$ref: '#/components/responses/Sequence'}
components:
  responses:
    Sequence:
      description: Values.
      content:
        Text/Event-Stream;charset=utf-8: {schema: {type: integer}}
"""


def test_streams_are_counted_beside_what_the_document_has(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "streams.yaml").write_text(STREAMS)
    assert main([str(tmp_path)]) == 0
    _, _, row, _ = capsys.readouterr().out.splitlines()
    assert row.endswith("| 2 | 1 |")
    assert main([str(tmp_path), "--operations"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "streams: GET /both: no stream",
        "streams: GET /watched: stream",
    ]


def test_sequences_of_swagger_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "old.yaml").write_text(
        "{swagger: '2.0', info: {title: T, version: '1'}, host: a.example, schemes: [https],"
        " paths: {/a: {get: {produces: [application/x-ndjson], responses: {'200':"
        " {description: Values., schema: {type: object, properties: {a: {type: string}}}}}}}}}"
    )
    assert main([str(tmp_path)]) == 0
    _, _, row, _ = capsys.readouterr().out.splitlines()
    assert row.endswith("| 1 | 1 |")
