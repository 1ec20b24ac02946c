"""A fixture of pytest: `fake_ids_of_frameworks`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeIdsOfFrameworks
from ._fixture import fixture, verified


@fixture
def fake_ids_of_frameworks(request: Any) -> Iterator[FakeIdsOfFrameworks]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeIdsOfFrameworks(), request)
