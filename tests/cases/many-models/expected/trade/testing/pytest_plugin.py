"""A fixture of pytest: `fake_trade`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeTrade
from ._fixture import fixture, verified


@fixture
def fake_trade(request: Any) -> Iterator[FakeTrade]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeTrade(), request)
