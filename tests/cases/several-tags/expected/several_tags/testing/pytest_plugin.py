"""A fixture of pytest: `fake_several_tags`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeSeveralTags
from ._fixture import fixture, verified


@fixture
def fake_several_tags(request: Any) -> Iterator[FakeSeveralTags]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeSeveralTags(), request)
