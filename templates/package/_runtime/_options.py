"""Checks the values of options when a client is created; each error names its option."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from inspect import iscoroutinefunction
from typing import Any, cast, get_args

import httpx2

from ._drift import Decoding
from ._rate_limit import RateLimit

_LONGEST = 365 * 24 * 3600
"""Seconds. The functions that wait for sockets overflow at not much more."""
_NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
"""RFC 9110 section 5.6.2."""


def refuse_others(function: str, options: Iterable[str], known: Iterable[str]) -> None:
    """Refuse unknown options, as Python does for named parameters.

    Raises:
        TypeError: An option is unknown.
    """
    if others := sorted(set(options).difference(known)):
        unexpected = f"{function}() got an unexpected keyword argument {others[0]!r}"
        raise TypeError(f"{unexpected}; it takes {', '.join(sorted(known))}")


def refuse_positional(function: str, given: tuple[object, ...], known: Iterable[str]) -> None:
    """Refuse positional arguments; the error omits their values, which may be credentials.

    Raises:
        TypeError: An argument is positional.
    """
    if given:
        names = ", ".join(f"{name}=" for name in known)
        raise TypeError(f"{function}() takes keyword arguments only: {names}")


def is_async(value: object) -> bool:
    """Whether a value is an async function, or an object that is called as one."""
    return callable(value) and (iscoroutinefunction(value) or iscoroutinefunction(value.__call__))


def checked_functions(
    name: str, value: object, *, may_be_async: bool
) -> tuple[Callable[..., Any], ...]:
    """Middleware, the outermost first.

    Raises:
        TypeError: It is not a list of functions, or has an async one for a sync client.
    """
    if not isinstance(value, list | tuple):
        raise TypeError(f"{name} must be a list of functions, not {type(value).__name__}")
    functions = cast("Sequence[object]", value)
    return tuple(checked_function(name, one, may_be_async=may_be_async) for one in functions)


def checked_function(name: str, value: object, *, may_be_async: bool) -> Callable[..., Any]:
    """A function that a call waits for.

    Raises:
        TypeError: It is not a function, or an async one for a sync client.
    """
    if not callable(value) or isinstance(value, type):
        raise TypeError(f"{name} must be a function, not {value!r}")
    if is_async(value) and not may_be_async:
        raise TypeError(f"{name} of a sync client cannot be an async function: {name_of(value)}")
    return value


def name_of(function: object) -> str:
    """The name of a function, or of the class of an object that is called as one."""
    name: str = getattr(function, "__qualname__", type(function).__qualname__)
    return name


def check_kind(name: str, value: object, kind: type) -> None:
    """Check the class of an object of httpx2."""
    if value is None or isinstance(value, kind):
        return
    given = value.__name__ if isinstance(value, type) else f"an instance of {_full(type(value))}"
    colour = "async" if "Async" in kind.__name__ else "sync"
    raise TypeError(
        f"{name} of this {colour} client must be an instance of httpx2.{kind.__name__}, not {given}"
    )


def _full(kind: type) -> str:
    return f"{kind.__module__.partition('.')[0]}.{kind.__name__}"


def check_timeout(name: str, value: object) -> None:
    """Check the timeout of an attempt: seconds, None, or those of httpx2."""
    if isinstance(value, httpx2.Timeout):
        for part, seconds in value.as_dict().items():
            check_limit(f"{name}.{part}", seconds)
    else:
        check_limit(name, value, " or an httpx2.Timeout")


def check_limit(name: str, value: object, otherwise: str = "") -> None:
    """Check a time that may be None."""
    if value is not None:
        check_seconds(name, value, f"{otherwise}, or None for no limit")


def check_seconds(name: str, value: object, otherwise: str = "") -> None:
    """Check a time.

    Raises:
        TypeError: It is not a number.
        ValueError: It is not above 0, or too long.
    """
    wanted = f"{name} must be a number of seconds{otherwise}"
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{wanted}, not {type(value).__name__}")
    if not (math.isfinite(value) and 0 < value <= _LONGEST):
        raise ValueError(f"{wanted}, above 0 and at most {_LONGEST}: {value}")


def check_count(name: str, value: object, least: int) -> None:
    """Check an integer."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name} must be an int, not {type(value).__name__}")
    if value < least:
        raise ValueError(f"{name} must be at least {least}: {value}")


def check_bool(name: str, value: object) -> None:
    """Check that a value is True or False."""
    if not isinstance(value, bool):
        raise TypeError(f"{name} must be True or False, not {type(value).__name__}")


def check_rate_limit(name: str, value: object) -> None:
    """Check a rate limit, or whether there is one."""
    if not isinstance(value, bool | RateLimit):
        kind = type(value).__name__
        raise TypeError(f"{name} must be a RateLimit, True or False, not {kind}")


def check_address(name: str, value: object) -> None:
    """Check that a value is a text or None."""
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{name} must be a str or None, not {type(value).__name__}")


def check_decoding(name: str, value: object) -> None:
    """Check a way to decode responses."""
    if value not in get_args(Decoding):
        raise ValueError(f"{name} must be 'lenient' or 'strict': {value!r}")


def check_on_drift(name: str, value: object) -> None:
    """Check the reaction to drift."""
    if is_async(value):
        raise TypeError(f"{name} cannot be an async function: nothing awaits it")
    if not (value is None or callable(value) or value in ("log", "strict")):
        raise ValueError(f"{name} must be a function, 'log' or 'strict', or None: {value!r}")


def check_headers(name: str, value: object) -> None:
    """Check the types and names of headers.

    Raises:
        TypeError: They are not a mapping of texts.
        ValueError: A name is invalid.
    """
    if not isinstance(value, Mapping):
        raise TypeError(f"{name} must be a mapping of names to values, not {type(value).__name__}")
    for key, text in cast("Mapping[object, object]", value).items():
        if not isinstance(key, str) or not isinstance(text, str):
            raise TypeError(f"names and values of {name} must be str: {key!r} or its value is not")
        if not _NAME.fullmatch(key):
            raise ValueError(f"{name} has an invalid name: {key!r} (RFC 9110 section 5.1)")


def check_members(name: str, value: object) -> None:
    """Check that a value is a mapping of names.

    Raises:
        TypeError: It is not.
    """
    if not isinstance(value, Mapping):
        raise TypeError(f"{name} must be a mapping of names to values, not {type(value).__name__}")
    for key in cast("Mapping[object, object]", value):
        if not isinstance(key, str):
            raise TypeError(f"names in {name} must be str: {key!r} is not")
