"""A fixture of pytest: `fake_text_and_bytes`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeTextAndBytes
from ._fixture import fixture, verified


@fixture
def fake_text_and_bytes(request: Any) -> Iterator[FakeTextAndBytes]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeTextAndBytes(), request)
