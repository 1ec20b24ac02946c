"""A fixture of pytest: `fake_deviations`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeDeviations
from ._fixture import fixture, verified


@fixture
def fake_deviations(request: Any) -> Iterator[FakeDeviations]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeDeviations(), request)
