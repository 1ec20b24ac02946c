"""Marks deprecated operations for type checkers and editors (PEP 702), and warns of their calls."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any, TypeVar, cast
from warnings import warn

__all__ = ["deprecated"]

MethodT = TypeVar("MethodT", bound=Callable[..., Any])


def _deprecated(message: str, /) -> Callable[[MethodT], MethodT]:
    """`warnings.deprecated`, which exists since Python 3.13."""

    def marked(method: MethodT) -> MethodT:
        @wraps(method)
        def call(*args: Any, **kwargs: Any) -> Any:
            warn(message, DeprecationWarning, stacklevel=2)
            return method(*args, **kwargs)

        @wraps(method)
        async def awaited(*args: Any, **kwargs: Any) -> Any:
            warn(message, DeprecationWarning, stacklevel=2)
            return await method(*args, **kwargs)

        wrapper: Any = awaited if iscoroutinefunction(method) else call
        wrapper.__deprecated__ = message
        return cast("MethodT", wrapper)

    return marked


if TYPE_CHECKING:
    from typing_extensions import deprecated
else:
    deprecated = _deprecated
