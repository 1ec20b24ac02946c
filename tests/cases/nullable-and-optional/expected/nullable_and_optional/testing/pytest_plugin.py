"""A fixture of pytest: `fake_nullable_and_optional`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeNullableAndOptional
from ._fixture import fixture, verified


@fixture
def fake_nullable_and_optional(request: Any) -> Iterator[FakeNullableAndOptional]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeNullableAndOptional(), request)
