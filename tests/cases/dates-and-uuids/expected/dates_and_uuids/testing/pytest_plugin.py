"""A fixture of pytest: `fake_dates_and_uuids`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeDatesAndUUIDs
from ._fixture import fixture, verified


@fixture
def fake_dates_and_uuids(request: Any) -> Iterator[FakeDatesAndUUIDs]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeDatesAndUUIDs(), request)
