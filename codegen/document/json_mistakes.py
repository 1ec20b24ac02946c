"""Finds the mistake in text that is not valid JSON, and what to write instead."""

from __future__ import annotations

import re
from json import JSONDecodeError
from typing import TypeAlias

from codegen.document.source import json_tokens

_Mistake: TypeAlias = tuple[int, str]
"""The offset at which to edit, and a sentence."""

_COMMENTS = ("//", "/*", "#")
_QUOTES = "'`\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb"
_LITERALS = {
    "none": "null",
    "undefined": "null",
    "nil": "null",
    "true": "true",
    "false": "false",
    "null": "null",
}
_NUMBER = re.compile(r"[-+\w.]+")
_LONGEST = 40
"""Characters of a word that a sentence quotes."""


def find_json_mistake(text: str, error: JSONDecodeError) -> _Mistake:
    """Find the mistake that makes a text invalid JSON (RFC 8259)."""
    at = error.pos
    if text.startswith(_COMMENTS, at):
        return at, "JSON has no comments; remove it"
    if error.msg.startswith("Expecting"):
        if not text[at:].strip():
            return _unclosed(text)
        if text[at] in "}]" and text[: _end_before(text, at)].endswith(","):
            return _comma_too_many(text, _end_before(text, at) - 1)
    find = next((find for complaint, find in _COMPLAINTS.items() if error.msg.startswith(complaint)), _value)
    return find(text, at)


def _end_before(text: str, at: int) -> int:
    """The end of the text before an offset, without trailing white space."""
    return len(text[:at].rstrip(" \t\r\n"))


def _unclosed(text: str) -> _Mistake:
    """An open bracket at the end: the last one, or one that indentation shows to be closed by another."""
    open_, crossed = _open_brackets(text, len(text))
    if not open_:
        return max(len(text.rstrip()) - 1, 0), "the document ends too early: a value is missing"
    return _not_closed(text, crossed or open_[-1])


def _open_brackets(text: str, end: int) -> tuple[list[int], int]:
    """The brackets that are open at an offset, and one whose end has the indentation of another; else 0."""
    open_: list[int] = []
    crossed = 0
    for at, part in json_tokens(text):
        if at >= end:
            break
        if part in {"{", "["}:
            open_.append(at)
        elif part in {"}", "]"} and open_:
            opening, before = open_.pop(), text[text.rfind("\n", 0, at) + 1 : at]
            if not before.strip() and len(before) < _indent(text, opening):
                crossed = opening
    return open_, crossed


def _indent(text: str, at: int) -> int:
    start = text.rfind("\n", 0, at) + 1
    return len(text[start:at]) - len(text[start:at].lstrip(" \t"))


def _not_closed(text: str, at: int) -> _Mistake:
    what, closing = ("object", "}") if text[at] == "{" else ("list", "]")
    return at, f"the {what} that begins here is not closed; write {closing!r} at its end"


def _quote(_: str, at: int) -> _Mistake:
    return at, "the quote that opens here is not closed"


def _control(text: str, at: int) -> _Mistake:
    """A character that must be escaped. It is usually the end of a line with a missing quote."""
    if text[at] not in "\r\n":
        escape = r"\t" if text[at] == "\t" else f"\\u{ord(text[at]):04x}"
        return at, f"within quotes, this character is written {escape}"
    if re.match(r'\s*(?:$|"(?:[^"\\\r\n]|\\.)*"\s*[:,\]}]|[\]}])', text[at:]):
        return _quote(text, text.rfind('"', 0, at))
    return at, r"a text does not go on in the next line; write \n for a line break"


def _escape(text: str, at: int) -> _Mistake:
    start = text.rindex("\\", 0, at + 1)
    if text[start + 1 : start + 2] == "u":
        return start, r"after \u, four hexadecimal digits are expected; a backslash is written as two"
    return start, "there is no such escape; a backslash is written as two"


def _extra(text: str, at: int) -> _Mistake:
    if text[at] in "}]":
        return at, f"this {text[at]!r} closes nothing; remove it"
    if text[at] == ",":
        return _comma_too_many(text, at)
    return at, "the document has ended before this; a file holds one"


def _comma_too_many(_: str, at: int) -> _Mistake:
    return at, "a comma stands between two items, not after the last; remove it"


def _key(text: str, at: int) -> _Mistake:
    if text[at] in _QUOTES:
        return _straight(text, at)
    if text[at] == ",":
        return at, "this is a comma too many; remove it"
    return at, "'}' is expected here, not ']'" if text[at] == "]" else "a key must be in double quotes"


def _straight(text: str, at: int) -> _Mistake:
    return at, f'JSON has straight double quotes alone; write " instead of {text[at]}'


def _colon(text: str, at: int) -> _Mistake:
    return _end_before(text, at), "a colon is missing after this key"


def _comma(text: str, at: int) -> _Mistake:
    character, before = text[at], _end_before(text, at)
    if character in "]};":
        expected = {"]": "'}'", "}": "']'", ";": "a comma"}[character]
        return at, f"{expected} is expected here, not {character!r}"
    if character == ":":
        open_, _ = _open_brackets(text, at)
        if open_ and text[open_[-1]] == "[":
            return _not_closed(text, open_[-1])
        return before, "a key has one value; is a comma missing above, or a bracket?"
    if at == before and re.match(r"[\w.]", text[at - 1]) and re.match(r"[-+\w.]", character):
        return _number(text, at)
    if text[before - 1] == '"' and re.match(r"\w", character):
        return before - 1, r"the text ends at this quote; a quote within the text is written \""
    return before, "a comma is missing here"


def _number(text: str, at: int) -> _Mistake:
    """A number with more than JSON allows: ``012``, ``1.2.3``."""
    start = next(
        match.start() for match in _NUMBER.finditer(text, text.rfind("\n", 0, at) + 1) if match.end() > at
    )
    match = _NUMBER.match(text, start)
    word = match[0] if match else text[at]
    is_padded = word.lstrip("-").startswith("0")
    hint = "it has no leading zero, and no base but ten" if is_padded else "put a text in double quotes"
    return start, f"{word[:_LONGEST]} is not a number of JSON's: {hint}"


def _value(text: str, at: int) -> _Mistake:
    character = text[at]
    if character in _QUOTES:
        return _straight(text, at)
    if character in ",]}":
        return _end_before(text, at), "a value is missing here"
    word = re.compile(r"[-+\w.$]+").match(text, at)
    if word is None:
        return at, f"a value cannot begin with {character!r}; put a text in double quotes"
    if meant := _LITERALS.get(word[0].lower()):
        return at, f"JSON has no {word[0]}; did you mean {meant}?"
    if re.match(r"[-+.\d]", word[0]):
        return at, f"{word[0][:_LONGEST]} is not a number of JSON's"
    return at, "a text must be in double quotes"


_COMPLAINTS = {
    "Unterminated string": _quote,
    "Invalid control character": _control,
    "Invalid \\": _escape,
    "Extra data": _extra,
    "Illegal trailing comma": _comma_too_many,
    "Expecting property name": _key,
    "Expecting ':'": _colon,
    "Expecting ','": _comma,
    "Expecting value": _value,
}
"""The messages of `json`, by their first words."""
