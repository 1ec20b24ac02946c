"""Every public name has a docstring in what is emitted, and in the examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.test_documented import undocumented

FILES = [
    *sorted((ROOT / "generated").rglob("*.py")),
    *sorted((ROOT / "examples").glob("*.py")),  # not their tests, whose names say what they test
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_public_name_is_documented(path: Path) -> None:
    assert undocumented(path) == []
