"""A fixture of pytest: `fake_maps_and_arrays`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeMapsAndArrays
from ._fixture import fixture, verified


@fixture
def fake_maps_and_arrays(request: Any) -> Iterator[FakeMapsAndArrays]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeMapsAndArrays(), request)
