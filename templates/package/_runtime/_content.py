"""The content of a request: JSON."""

from __future__ import annotations

import re
from datetime import datetime
from typing import cast

import msgspec

from ._parameters import text

_LOCAL_TIME = re.compile(rb'"\d{4}-\d\d-\d\dT[\d:.]+"')


def json_content(body: object) -> bytes:
    """Encode a body.

    Raises:
        ValueError: A datetime in it has no time zone.
    """
    content = msgspec.json.encode(body)
    if _LOCAL_TIME.search(content):  # which may as well be a text that looks like one
        _refuse_local_times("the body", msgspec.to_builtins(body, builtin_types=(datetime,)))
    return content


def _refuse_local_times(name: str, value: object) -> None:
    if isinstance(value, dict):
        for key, item in cast("dict[str, object]", value).items():
            _refuse_local_times(key, item)
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            _refuse_local_times(name, item)
    elif isinstance(value, datetime):
        text(name, value)
