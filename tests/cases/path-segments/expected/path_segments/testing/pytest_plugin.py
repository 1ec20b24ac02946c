"""A fixture of pytest: `fake_path_segments`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakePathSegments
from ._fixture import fixture, verified


@fixture
def fake_path_segments(request: Any) -> Iterator[FakePathSegments]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakePathSegments(), request)
