"""Writes plain data as YAML, with notes beside values that somebody has to review."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from codegen.document.rendering import TextStyle

Data: TypeAlias = "Mapping[str, Data] | Sequence[Data] | Noted | str | int | float | bool | None"


@dataclass(frozen=True, slots=True)
class Noted:
    """A value with a note, which becomes a comment. The note is one line."""

    value: Data
    note: str


_WIDTH = 90
_PATH = re.compile(r"/[A-Za-z0-9_./{}-]*")
_STYLE = TextStyle(is_json=False, quote='"')


def yaml(value: Data) -> str:
    """Return the data as YAML, ending with a newline."""
    return "".join(f"{line}\n" for line in _lines(value))


def _lines(value: Data) -> Iterator[str]:
    """The lines of a value that stands alone, or below its key."""
    if (short := _flow(value)) is not None and not (isinstance(value, Mapping) and value):
        yield short
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _entry(f"{key if _PATH.fullmatch(key) else _key(key)}:", item)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for item in value:
            yield from _entry("-", item)


def _entry(start: str, value: Data) -> Iterator[str]:
    item, note = (value.value, f"  # {value.note}") if isinstance(value, Noted) else (value, "")
    short = _flow(item)
    if short is not None and len(start) + len(short) < _WIDTH:
        yield f"{start} {short}{note}"
        return
    lines = _lines(item)
    if start == "-" and not note:
        yield f"- {next(lines)}"
    else:
        yield f"{start}{note}"
    yield from (f"  {line}" for line in lines)


def _flow(value: Data) -> str | None:
    """A value on one line; None if it contains notes or mappings."""
    if isinstance(value, Noted):
        return None
    if isinstance(value, str) or not isinstance(value, (Mapping, Sequence)):
        return _STYLE.scalar(value)
    items = [*(value.values() if isinstance(value, Mapping) else value)]
    shown = [_flow(one) for one in items]
    if None in shown or any(isinstance(one, Mapping) and one for one in items):
        return None
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)}: {one}" for key, one in zip(value, shown, strict=True)) + "}"
    return "[" + ", ".join(map(str, shown)) + "]"


def _key(key: str) -> str:
    return _STYLE.key(key, _STYLE.quote)
