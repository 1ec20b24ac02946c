"""A fixture of pytest: `fake_parameter_styles`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeParameterStyles
from ._fixture import fixture, verified


@fixture
def fake_parameter_styles(request: Any) -> Iterator[FakeParameterStyles]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeParameterStyles(), request)
