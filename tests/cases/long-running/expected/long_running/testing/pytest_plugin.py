"""A fixture of pytest: `fake_long_running`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeLongRunning
from ._fixture import fixture, verified


@fixture
def fake_long_running(request: Any) -> Iterator[FakeLongRunning]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeLongRunning(), request)
