"""A fixture of pytest: `fake_plainly_nullable`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakePlainlyNullable
from ._fixture import fixture, verified


@fixture
def fake_plainly_nullable(request: Any) -> Iterator[FakePlainlyNullable]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakePlainlyNullable(), request)
