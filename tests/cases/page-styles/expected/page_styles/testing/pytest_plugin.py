"""A fixture of pytest: `fake_page_styles`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakePageStyles
from ._fixture import fixture, verified


@fixture
def fake_page_styles(request: Any) -> Iterator[FakePageStyles]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakePageStyles(), request)
