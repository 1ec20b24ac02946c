"""A fixture of pytest: `fake_inline_schemas`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeInlineSchemas
from ._fixture import fixture, verified


@fixture
def fake_inline_schemas(request: Any) -> Iterator[FakeInlineSchemas]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeInlineSchemas(), request)
