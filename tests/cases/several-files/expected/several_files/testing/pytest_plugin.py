"""A fixture of pytest: `fake_several_files`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeSeveralFiles
from ._fixture import fixture, verified


@fixture
def fake_several_files(request: Any) -> Iterator[FakeSeveralFiles]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeSeveralFiles(), request)
