"""A fixture of pytest: `fake_methods_named_like_builtins`.

pytest is imported by name, because the client does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import FakeMethodsNamedLikeBuiltins
from ._fixture import fixture, verified


@fixture
def fake_methods_named_like_builtins(request: Any) -> Iterator[FakeMethodsNamedLikeBuiltins]:
    """A fake whose expectations are verified at the end of the test."""
    yield from verified(FakeMethodsNamedLikeBuiltins(), request)
