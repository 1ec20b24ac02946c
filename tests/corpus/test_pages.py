"""The table of operations that return pages."""

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
        "| document | operations | lists | pages | cursor | last-item | offset | page | url | link | others |"
    )
    assert row == "| pages | 12 | 12 | 10 | 3 | 1 | 2 | 2 | 1 | 1 | 1 |"
    assert total == row.replace("pages", "all", 1)
    assert "broken.yaml" in shown.err


def test_each_operation_has_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(ROOT / "tests/cases/pages/openapi.yaml", tmp_path / "pages.yaml")
    assert main([str(tmp_path), "--operations"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "pages: GET /repos/{repo}/stars: kind link" in lines
    assert "pages: GET /old-colours: no pages" in lines
