"""The fixture of pytest. pytest is imported by name: the client does not depend on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, TypeVar

from ._fake import APIFake

F = TypeVar("F", bound=APIFake)
R = TypeVar("R", bound=Callable[..., Any])


def fixture(function: R) -> R:
    """Make a function a fixture of pytest."""
    made: R = import_module("pytest").fixture(function)
    return made


def verified(fake: F, request: Any) -> Iterator[F]:
    """The fake for one test, and its verification, unless the test has already failed."""
    before: int = request.session.testsfailed
    yield fake
    if request.session.testsfailed == before:
        fake.verify()
