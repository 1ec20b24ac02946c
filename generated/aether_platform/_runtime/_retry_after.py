"""Parses the `Retry-After` header (RFC 9110 section 10.2.3): a number of seconds, or a date."""

from __future__ import annotations

import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime

import httpx2


def retry_after(headers: httpx2.Headers, now: Callable[[], float] = time.time) -> float | None:
    """The number of seconds that the server asks to wait; 0 for a date in the past.

    None if the header is missing or invalid: a negative or malformed number, or two headers that
    differ.
    """
    values = set(headers.get_list("retry-after"))
    if len(values) != 1:
        return None
    value = values.pop().strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])  # limited to thirty years
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - now())
    except (ValueError, OverflowError):
        return None
