"""A fixture of pytest: `fake_without_tags_or_ids`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeWithoutTagsOrIDs
from ._fixture import fixture, verified


@fixture
def fake_without_tags_or_ids(request: Any) -> Iterator[FakeWithoutTagsOrIDs]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeWithoutTagsOrIDs(), request)
