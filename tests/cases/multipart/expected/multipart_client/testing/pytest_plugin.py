"""A fixture of pytest: `fake_multipart`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeMultipart
from ._fixture import fixture, verified


@fixture
def fake_multipart(request: Any) -> Iterator[FakeMultipart]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeMultipart(), request)
