"""A fixture of pytest: `fake_aether_platform`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeAetherPlatform
from ._fixture import fixture, verified


@fixture
def fake_aether_platform(request: Any) -> Iterator[FakeAetherPlatform]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeAetherPlatform(), request)
