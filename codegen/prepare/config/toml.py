"""The text of a TOML file, and the places of its keys. The parser of Python does not return them."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections import Counter
from functools import cached_property

from codegen.document.node import Pointer
from codegen.document.places import On, Place
from codegen.document.source import Offsets, Source

_HEADER = re.compile(r"^[ \t]*(?P<open>\[\[?)(?P<key>[^\[\]\n]+)\]\]?[ \t]*(?:#.*)?$", re.MULTILINE)
_NAME = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_KEY = re.compile(rf"^[ \t]*(?P<key>{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*)[ \t]*=[ \t]*", re.MULTILINE)


class TomlSource(Source):
    """A TOML file."""

    def place(self, where: Pointer | Place, on: On = "value") -> Place:
        """The line and the column of a part; of the nearest part around it if it has no line of its own."""
        if isinstance(where, Place):
            return where
        for length in range(len(where), 0, -1):
            if offsets := self._keys.get(where[:length]):
                return self.position(offsets[0] if on == "key" and length == len(where) else offsets[1])
        return Place(1, 1)

    @cached_property
    def _keys(self) -> dict[Pointer, Offsets]:
        tables: list[tuple[int, Pointer]] = [(-1, ())]
        keys: dict[Pointer, Offsets] = {}
        count: Counter[Pointer] = Counter()
        for match in _HEADER.finditer(self.text):
            table: Pointer = _tokens(match["key"])
            if match["open"] == "[[":
                count[table] += 1
                table = (*table, count[table] - 1)
            tables.append((match.start(), table))
            keys.setdefault(table, (match.start("open"), match.start("open")))
        starts = [start for start, _ in tables]
        for match in _KEY.finditer(self.text):
            owner = tables[bisect_right(starts, match.start()) - 1][1]
            where = (*owner, *_tokens(match["key"]))
            if where not in keys:
                keys[where] = (match.start("key"), match.end())
                _add_members(self.text, match.end(), where, keys)
        return keys


_SPACE = re.compile(r"(?:\s|#[^\n]*)*")
_INLINE_KEY = re.compile(rf"(?P<key>{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*)[ \t]*=[ \t]*")
_SCALAR = re.compile(
    r'''"""(?:\\.|[^\\])*?"{3,5}|'{3}.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|[^,\]}#\n]+''', re.DOTALL
)


def _add_members(text: str, at: int, where: Pointer, keys: dict[Pointer, Offsets]) -> int:
    """Add the members of a value that begins at an offset, and return the offset of its end."""
    closing = {"[": "]", "{": "}"}.get(text[at : at + 1])
    if closing is None:
        scalar = _SCALAR.match(text, at)
        return scalar.end() if scalar else len(text)
    at, index = _space(text, at + 1), 0
    while at < len(text) and text[at] != closing:
        inner, start = (*where, index), at
        if closing == "}" and (key := _INLINE_KEY.match(text, at)):
            inner, at = (*where, *_tokens(key["key"])), key.end()
        keys.setdefault(inner, (start, at))
        at, index = _space(text, _add_members(text, at, inner, keys)), index + 1
        if text[at : at + 1] == ",":
            at = _space(text, at + 1)
    return at + 1


def _space(text: str, at: int) -> int:
    """The offset after white space and comments."""
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _tokens(key: str) -> tuple[str, ...]:
    """The keys of a dotted key."""
    try:
        part: object = tomllib.loads(f"{key} = 0")
    except tomllib.TOMLDecodeError:
        return ()
    tokens: list[str] = []
    while isinstance(part, dict):
        (token,) = part
        tokens.append(token)
        part = part[token]
    return tuple(tokens)
