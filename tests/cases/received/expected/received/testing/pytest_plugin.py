"""A fixture of pytest: `fake_received`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeReceived
from ._fixture import fixture, verified


@fixture
def fake_received(request: Any) -> Iterator[FakeReceived]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeReceived(), request)
