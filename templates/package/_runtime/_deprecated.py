"""Marks what is deprecated for type checkers and editors (PEP 702), and warns of its use."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import currentframe, iscoroutinefunction
from typing import TYPE_CHECKING, Any, TypeVar, cast
from warnings import warn

__all__ = ["deprecated", "warn_of_use"]

MethodT = TypeVar("MethodT", bound=Callable[..., Any])
_INNER = (f"{__name__.partition('._runtime')[0]}.", "msgspec.")
"""Modules that no caller wrote. msgspec makes the models of pickles."""


def warn_of_use(message: str) -> None:
    """Warn at the line of the caller's program that uses what is deprecated."""
    level, frame = 1, currentframe()
    while frame is not None and str(frame.f_globals.get("__name__")).startswith(_INNER):
        level, frame = level + 1, frame.f_back
    warn(message, DeprecationWarning, stacklevel=level)


def _deprecated(message: str, /) -> Callable[[MethodT], MethodT]:
    """`warnings.deprecated`, which exists since Python 3.13."""

    def marked(method: MethodT) -> MethodT:
        @wraps(method)
        def call(*args: Any, **kwargs: Any) -> Any:
            warn_of_use(message)
            return method(*args, **kwargs)

        @wraps(method)
        async def awaited(*args: Any, **kwargs: Any) -> Any:
            warn_of_use(message)
            return await method(*args, **kwargs)

        wrapper: Any = awaited if iscoroutinefunction(method) else call
        wrapper.__deprecated__ = message
        return cast("MethodT", wrapper)

    return marked


if TYPE_CHECKING:
    from typing_extensions import deprecated
else:
    deprecated = _deprecated
