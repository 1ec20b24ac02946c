"""A fixture of pytest: `fake_hostile_text`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeHostileText
from ._fixture import fixture, verified


@fixture
def fake_hostile_text(request: Any) -> Iterator[FakeHostileText]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeHostileText(), request)
