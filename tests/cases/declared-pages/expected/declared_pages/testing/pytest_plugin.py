"""A fixture of pytest: `fake_declared_pages`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeDeclaredPages
from ._fixture import fixture, verified


@fixture
def fake_declared_pages(request: Any) -> Iterator[FakeDeclaredPages]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeDeclaredPages(), request)
