"""A fixture of pytest: `fake_forms`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeForms
from ._fixture import fixture, verified


@fixture
def fake_forms(request: Any) -> Iterator[FakeForms]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeForms(), request)
