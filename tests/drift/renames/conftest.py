"""The folder of a document in two versions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.drift.renames.pets import DOCUMENT, all_renamed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the document before and after all renames."""
    (tmp_path / "old.yaml").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(all_renamed(DOCUMENT), encoding="utf-8")
    return tmp_path
