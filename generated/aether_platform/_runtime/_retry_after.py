"""Parses the headers that say whether and when to try again."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import UTC
from email.utils import parsedate_to_datetime

import httpx2

_LIMIT = re.compile(r";\s*([a-z]+)\s*=\s*([0-9]{1,9})\s*(?=;|$)")
"""A parameter of an item in `RateLimit`: `"default";r=0;t=30`."""
_STATED = re.compile(r"\b(remaining|reset)\s*=\s*([0-9]{1,9})\s*(?=,|;|$)")
"""A member of `RateLimit` before draft 8: `limit=100, remaining=0, reset=30`."""


def retry_after(headers: httpx2.Headers, now: Callable[[], float] = time.time) -> float | None:
    """The number of seconds that the server asks to wait; 0 for a date in the past.

    The first of these that is there and valid counts: `Retry-After-Ms`, in milliseconds;
    `Retry-After`, in seconds or a date (RFC 9110 section 10.2.3); the time until there is quota
    again, if there is none left, in `RateLimit` or `RateLimit-Reset` (IETF drafts). A header is
    invalid if it is malformed, or twice there with different values.
    """
    milliseconds = _number(_only(headers, "retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    after = _only(headers, "retry-after")
    return _quota(headers) if after is None else _seconds_or_date(after, now)


def should_retry(headers: httpx2.Headers) -> bool | None:
    """What the server says in `X-Should-Retry`; None if it says nothing."""
    return {"true": True, "false": False}.get((_only(headers, "x-should-retry") or "").lower())


def _only(headers: httpx2.Headers, name: str) -> str | None:
    values = {value.strip() for value in headers.get_list(name)}
    return values.pop() if len(values) == 1 else None


def _number(value: str | None) -> float | None:
    if value is None or not (value.isascii() and value.isdigit()):
        return None
    return float(value[:9])  # limited to thirty years


def _seconds_or_date(value: str, now: Callable[[], float]) -> float | None:
    if (seconds := _number(value)) is not None:
        return seconds
    try:
        date = parsedate_to_datetime(value)
        # Without a zone, as in the form of asctime, it is in UTC (RFC 9110 section 5.6.7).
        seconds = (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp() - now()
        return max(0.0, seconds)
    except (ValueError, OverflowError):
        return None


def _quota(headers: httpx2.Headers) -> float | None:
    """Seconds until there is quota again, if there is none left; of several quotas the longest."""
    waits: list[float] = []
    limits = headers.get("ratelimit", "")
    if said := dict(_STATED.findall(limits)):  # draft 7 and before, for one quota
        return float(said["reset"]) if said.get("remaining") == "0" and "reset" in said else None
    for item in limits.split(","):
        parameters = dict(_LIMIT.findall(item))
        if parameters.get("r") == "0" and "t" in parameters:
            waits.append(float(parameters["t"]))
    if waits:
        return max(waits)
    if _number(_only(headers, "ratelimit-remaining")) != 0.0:
        return None
    return _number(_only(headers, "ratelimit-reset"))
