"""A fixture of pytest: `fake_awkward_names`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeAwkwardNames
from ._fixture import fixture, verified


@fixture
def fake_awkward_names(request: Any) -> Iterator[FakeAwkwardNames]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeAwkwardNames(), request)
