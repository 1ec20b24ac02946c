"""A fixture of pytest: `fake_nested_resources`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeNestedResources
from ._fixture import fixture, verified


@fixture
def fake_nested_resources(request: Any) -> Iterator[FakeNestedResources]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeNestedResources(), request)
