"""Marks functions as deprecated for type checkers and editors (PEP 702), and warns of their use."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast
from warnings import warn

__all__ = ["deprecated", "warn_of_use", "wrapping"]

MethodT = TypeVar("MethodT", bound=Callable[..., Any])
_INNER = (f"{__name__.partition('._runtime')[0]}.", "msgspec.")
"""Modules that no caller wrote. msgspec makes the models of pickles."""


def warn_of_use(message: str) -> None:
    """Warn at the line of the caller's program."""
    level, frame = 1, inspect.currentframe()
    while frame is not None and str(frame.f_globals.get("__name__")).startswith(_INNER):
        level, frame = level + 1, frame.f_back
    warn(message, DeprecationWarning, stacklevel=level)


def wrapping(method: Callable[..., Any]) -> Callable[[MethodT], MethodT]:
    """`functools.wraps` for a function that returns the result of the method.

    `inspect` calls it async if the method is. It is not, because it warns at the line of the call:
    a coroutine runs later, in a task perhaps, where that line is unknown.
    """

    def wrapped(wrapper: MethodT) -> MethodT:
        wraps(method)(wrapper)  # with the marks of a method that is a wrapper itself
        if not inspect.iscoroutinefunction(method):
            return wrapper
        if sys.version_info >= (3, 12):
            return inspect.markcoroutinefunction(wrapper)
        from asyncio import coroutines

        vars(wrapper)["_is_coroutine"] = vars(coroutines)["_is_coroutine"]
        return wrapper

    return wrapped


def _deprecated(message: str, /) -> Callable[[MethodT], MethodT]:
    """`warnings.deprecated`, which exists since Python 3.13."""

    def marked(method: MethodT) -> MethodT:
        @wrapping(method)
        def call(*args: Any, **kwargs: Any) -> Any:
            warn_of_use(message)
            return method(*args, **kwargs)

        vars(call)["__deprecated__"] = message
        return cast("MethodT", call)

    return marked


if TYPE_CHECKING:
    from typing_extensions import deprecated
else:
    deprecated = _deprecated
