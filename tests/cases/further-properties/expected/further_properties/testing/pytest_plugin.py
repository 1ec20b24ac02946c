"""A fixture of pytest: `fake_further_properties`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeFurtherProperties
from ._fixture import fixture, verified


@fixture
def fake_further_properties(request: Any) -> Iterator[FakeFurtherProperties]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeFurtherProperties(), request)
