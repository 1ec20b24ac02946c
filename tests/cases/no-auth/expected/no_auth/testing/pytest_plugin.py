"""A fixture of pytest: `fake_no_auth`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeNoAuth
from ._fixture import fixture, verified


@fixture
def fake_no_auth(request: Any) -> Iterator[FakeNoAuth]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeNoAuth(), request)
