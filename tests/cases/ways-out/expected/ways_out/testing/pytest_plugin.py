"""A fixture of pytest: `fake_ways_out`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeWaysOut
from ._fixture import fixture, verified


@fixture
def fake_ways_out(request: Any) -> Iterator[FakeWaysOut]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeWaysOut(), request)
