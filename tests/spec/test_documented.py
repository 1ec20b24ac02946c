"""Every public name has a docstring in what is emitted, and in the examples."""

from __future__ import annotations

from tests.conftest import ROOT
from tests.test_documented import undocumented

FILES = [
    *sorted((ROOT / "generated").rglob("*.py")),
    *sorted((ROOT / "examples").glob("*.py")),  # not their tests, whose names say what they test
]


def test_every_public_name_is_documented() -> None:
    assert undocumented(FILES) == []
