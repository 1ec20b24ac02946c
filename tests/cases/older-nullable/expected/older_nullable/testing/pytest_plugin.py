"""A fixture of pytest: `fake_older_nullable`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeOlderNullable
from ._fixture import fixture, verified


@fixture
def fake_older_nullable(request: Any) -> Iterator[FakeOlderNullable]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeOlderNullable(), request)
