"""A fixture of pytest: `fake_all_of`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeAllOf
from ._fixture import fixture, verified


@fixture
def fake_all_of(request: Any) -> Iterator[FakeAllOf]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeAllOf(), request)
