"""A fixture of pytest: `fake_metering`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeMetering
from ._fixture import fixture, verified


@fixture
def fake_metering(request: Any) -> Iterator[FakeMetering]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeMetering(), request)
