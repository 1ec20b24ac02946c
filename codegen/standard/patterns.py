"""Makes strings that a regular expression should match.

The libraries rstr and exrex expand every range of characters and generate long random strings. For the
patterns of real documents they take seconds. This module does not match anything, because Python's matcher
can run forever on some patterns. The validator decides whether a string matches.
"""

from __future__ import annotations

import re
import re._constants as codes  # type: ignore[import-not-found]  # the parser of `re` has no public name
import re._parser as parser  # type: ignore[import-not-found]  # the same
import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import Any

_PREFERRED = "a0A1bB2-_. /:@x"
_CHARACTERS = _PREFERRED + "".join(map(chr, range(32, 127)))
_CATEGORIES: Mapping[Any, Callable[[str], bool]] = {
    codes.CATEGORY_DIGIT: lambda c: c.isdigit(),
    codes.CATEGORY_NOT_DIGIT: lambda c: not c.isdigit(),
    codes.CATEGORY_SPACE: lambda c: c.isspace(),
    codes.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    codes.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    codes.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
}
_LONGEST = 5000


def matching_texts(pattern: str, least: int = 0) -> Iterator[str]:
    """Several strings, with different numbers of repetitions. Most callers take the first ones alone.

    There are none if Python cannot parse the pattern, or if it is only for longer strings.
    """
    try:
        with warnings.catch_warnings(action="ignore"):  # about syntax of later versions
            parsed = parser.parse(_in_python(pattern))
        if parsed.getwidth()[0] > _LONGEST:
            return
    except (re.error, RecursionError, OverflowError):
        return
    repeats = dict.fromkeys((1, 2, 0, least, max(0, least - 1), 5, 10, least // 2 + 1))
    known: set[str] = set()
    for turn in (0, 1, 2):
        for more in repeats:
            text = _Maker(more, turn).text(parsed)[:_LONGEST]
            if text not in known:
                known.add(text)
                yield text


class _Maker:
    """Makes one string."""

    def __init__(self, more: int, turn: int) -> None:
        self._more = more
        self._turn = turn
        self._groups: dict[int, str] = {}
        self._length = 0

    def text(self, parsed: Any) -> str:
        return "".join(self._part(code, value) for code, value in parsed)

    def _part(self, code: Any, value: Any) -> str:  # noqa: PLR0911 - one for each kind of part
        match str(code):
            case "LITERAL":
                return chr(value)
            case "IN" | "NOT_LITERAL" | "ANY":
                return self._character(code, value)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self._repeated(*value)
            case "BRANCH":
                return self.text(value[1][self._turn % len(value[1])])
            case "SUBPATTERN":
                self._groups[value[0]] = self.text(value[-1])
                return self._groups[value[0]]
            case "GROUPREF":
                return self._groups.get(value, "")
            case "ATOMIC_GROUP":
                return self.text(value)
            case "ASSERT":
                return self.text(value[1]) if value[0] > 0 else ""
            case _:
                return ""

    def _repeated(self, least: int, most: Any, part: Any) -> str:
        times = min(least + self._more, int(most), max(least, _LONGEST - self._length))
        if self._length > _LONGEST:
            times = min(times, 1)
        found = ""
        for _ in range(min(times, _LONGEST)):
            found += self.text(part)
            self._length += 1
        return found

    def _character(self, code: Any, value: Any) -> str:
        if str(code) == "ANY":
            return "a0A"[self._turn]
        parts = [(codes.NEGATE, None), (codes.LITERAL, value)] if str(code) == "NOT_LITERAL" else value
        fitting = [character for character in _CHARACTERS[:40] if _is_in(character, parts)]
        if not fitting:
            fitting = [character for character in _CHARACTERS if _is_in(character, parts)]
        if not fitting:
            fitting = [chr(low) for kind, (low, _) in _ranges(parts) if kind]
        return fitting[self._turn % len(fitting)] if fitting else ""


def _ranges(parts: Any) -> list[tuple[bool, tuple[int, int]]]:
    ranges = [(True, value) for code, value in parts if code is codes.RANGE]
    return ranges + [(True, (value, value)) for code, value in parts if code is codes.LITERAL]


def _is_in(character: str, parts: Any) -> bool:
    negated = False
    found = False
    for code, value in parts:
        match str(code):
            case "NEGATE":
                negated = True
            case "LITERAL":
                found = found or ord(character) == value
            case "RANGE":
                found = found or value[0] <= ord(character) <= value[1]
            case "CATEGORY":
                found = found or _CATEGORIES[value](character)
    return found != negated


_CLASSES = {"p{L}": "a-zA-Z", "p{Lu}": "A-Z", "p{Ll}": "a-z", "p{N}": "0-9", "p{Nd}": "0-9", "d": "0-9"}


_TOKEN = re.compile(r"\\(?:p\{\w+\}|.)|[\[\]]", re.DOTALL)
"""An escape, or a bracket of a class."""


def _in_python(pattern: str) -> str:
    """Convert the syntax of ECMA-262 that differs from Python's, as far as it occurs."""
    is_in_class = False

    def written(match: re.Match[str]) -> str:
        nonlocal is_in_class
        if match[0] in {"[", "]"}:
            is_in_class = match[0] == "["
            return match[0]
        if match[0] != "\\d" and not match[0].startswith("\\p{"):
            return match[0]
        letters = _CLASSES.get(match[0][1:], "a-zA-Z0-9")
        return letters if is_in_class else f"[{letters}]"

    pattern = re.sub(r"\\u\{?([0-9a-fA-F]{4})\}?", lambda match: re.escape(chr(int(match[1], 16))), pattern)
    pattern = re.sub(r"\(\?<(?![=!])", "(?P<", pattern)
    return _TOKEN.sub(written, pattern)
