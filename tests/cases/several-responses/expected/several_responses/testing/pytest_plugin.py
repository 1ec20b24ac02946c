"""A fixture of pytest: `fake_several_responses`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeSeveralResponses
from ._fixture import fixture, verified


@fixture
def fake_several_responses(request: Any) -> Iterator[FakeSeveralResponses]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeSeveralResponses(), request)
