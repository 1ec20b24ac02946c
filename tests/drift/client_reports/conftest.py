"""Each test has a present folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _return(monkeypatch: pytest.MonkeyPatch) -> None:
    """Return to the present folder after each test: `written` changes into that of the test."""
    monkeypatch.chdir(Path.cwd())
