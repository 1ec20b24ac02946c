"""A file to upload."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.runtime.uploads.uploads import CONTENT


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (path := tmp_path / "a.bin").write_bytes(CONTENT)
    return path
