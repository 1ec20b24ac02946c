"""Reads JSON strictly. Extensions of `json` and repeated keys are refused."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator
from typing import NoReturn

from codegen.document import json_mistakes
from codegen.document.limits import DEEPEST, TOO_DEEP, TOO_LONG
from codegen.document.node import Json, Node, TooDeepError, locate
from codegen.document.problems import Problem, Refused
from codegen.document.source import JSON_COMMENT, Source, json_children, json_tokens


def parse_json(source: Source) -> Json:
    """Read a document in JSON (RFC 8259).

    Raises:
        Refused: It is not JSON, repeats a key, nests too deeply, or has a number that cannot be kept.
    """
    try:
        try:
            return _parsed(source)
        except json.JSONDecodeError:
            if not source.leave_out(_COMMENTS, _LAST_COMMAS):
                raise
            return _parsed(source)
    except json.JSONDecodeError as error:
        at, message = json_mistakes.find_json_mistake(source.json, error)
        raise _refused(source, message, "syntax", at) from error


_TEXT = r'"(?:[^"\\]|\\.?)*+(?:"|\Z)'
_SPACE = r"[ \t\r\n]*+"
_COMMENTS = re.compile(rf"{_TEXT}|(?P<extra>{JSON_COMMENT})|/\*.*", re.DOTALL)
_LAST_COMMAS = re.compile(
    rf"{_TEXT}|[\[{{:,](?:{_SPACE},)++|(?P<extra>,)(?={_SPACE}[\]}}])",  # the second: no item is before it
    re.DOTALL,
)
"""What many editors allow besides JSON: comments, and a comma after the last item."""


def _parsed(source: Source) -> Json:
    repeats = False

    def mapping(pairs: list[tuple[str, Json]]) -> Node:
        nonlocal repeats
        node = Node()
        node.update(pairs)
        repeats = repeats or len(node) < len(pairs)
        return node

    try:
        value: Json = json.loads(
            source.json, object_pairs_hook=mapping, parse_constant=_no_number, parse_float=_finite
        )
        if _HALF.search(source.json):
            _refuse_halves(source)
        if repeats:
            raise Refused(list(_repeated(source, source.json.index("{"))))
        return locate(value, deepest=DEEPEST)
    except json.JSONDecodeError:  # a ValueError as well
        raise
    except _NumberError as error:
        wrong = error.text
        offset = _first(source, lambda part: part == wrong)
        raise _refused(source, f"{wrong[:40]} is not a number of JSON's", "number", offset) from error
    except TooDeepError as error:
        raise Refused([Problem(TOO_DEEP, "too-deep", error.pointer)]) from error
    except RecursionError as error:
        raise _refused(source, TOO_DEEP, "too-deep", _first_too_deep(source)) from error
    except ValueError as error:  # int() converts no more than some 4,000 digits
        offset = _first(source, lambda part: part[0] != '"' and len(part) > 4000)
        raise _refused(source, TOO_LONG, "number", offset) from error


class _NumberError(Exception):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


def _no_number(text: str) -> NoReturn:
    raise _NumberError(text)


def _finite(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise _NumberError(text)
    return number


_HALF = re.compile(r"\\u[dD][89a-fA-F]")


def _refuse_halves(source: Source) -> None:
    """Refuse half of a surrogate pair (RFC 8259, 8.2), because no file can contain it."""
    for at, part in json_tokens(source.json):
        if (
            part[0] == '"'
            and _HALF.search(part)
            and re.search("[\ud800-\udfff]", json.loads(part, strict=False))
        ):
            message = "an escape such as '\\ud800' is half of a character"
            raise _refused(source, message, "syntax", at)


def _refused(source: Source, message: str, rule: str, offset: int) -> Refused:
    return Refused([Problem(message, rule, source.position(offset))])


def _first(source: Source, wanted: Callable[[str], bool]) -> int:
    return next((at for at, part in json_tokens(source.json) if wanted(part)), 0)


def _first_too_deep(source: Source) -> int:
    depth = 0
    for at, part in json_tokens(source.json):
        depth += (part in "{[") - (part in "}]")
        if depth > DEEPEST:
            return at
    return 0


def _repeated(source: Source, start: int) -> Iterator[Problem]:
    """The problems of repeated keys, at the second one. The message has the line of the first."""
    open_ = [start]
    while open_:
        seen: dict[str | int, int] = {}
        for key, (key_at, value_at) in json_children(source.json, open_.pop()):
            if isinstance(key, str) and key in seen:
                yield repeated_key(key, source, seen[key], key_at)
            seen.setdefault(key, key_at)
            if source.json[value_at] in "{[":
                open_.append(value_at)


def repeated_key(key: str, source: Source, first: int, second: int) -> Problem:
    """The problem of a repeated key of a mapping."""
    line = source.position(first).line
    message = f"{key!r} is here a second time; the first is on line {line}"
    return Problem(message, "duplicate-key", source.position(second))
