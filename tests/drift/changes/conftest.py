"""A folder with a document, and a repository with two versions of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.drift.changes.versions import OLD, git, new_document, write


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "spec").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def repository(folder: Path) -> Path:
    """A repository with the old document in a tag, and the new one in the folder."""
    write("spec/openapi.json", OLD)
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    git("tag", "v1")
    write("spec/openapi.json", new_document())
    return folder
