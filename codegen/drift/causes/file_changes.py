"""Determines how a generated file was changed."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections import Counter

from codegen.drift.causes.kinds import Cause
from codegen.drift.diffs import diff, first_line
from codegen.output import record
from codegen.output.compare import Change
from codegen.output.record import Record
from codegen.output.regions import without_own_texts

_CONFLICT = re.compile(rb"^<{7} .*?^={7}\r?$.*?^>{7} ", re.MULTILINE | re.DOTALL)
"""The conflict markers of git."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def cause_of(change: Change, last: Record, out: str) -> Cause:
    """The cause for a file that differs from its generated form."""
    file = f"{out}/{change.path}"
    if change.actual is None:
        return Cause("deleted-by-hand", "is missing", file)
    if change.is_irregular:
        return Cause("not-a-file", "is a link or a folder, and was a file", file)
    if change.is_foreign:
        return Cause("foreign-file", "was not generated, and is in the place of a generated file", file)
    lines = tuple(diff(change, out))
    rule, message = _did(change, change.actual, last, lines)
    if change.outdated:
        message += "; and it is out of date besides"
    return Cause(rule, message, file, _place(change, rule), diff=lines)


def _did(change: Change, actual: bytes, last: Record, lines: tuple[str, ...]) -> tuple[str, str]:
    """The rule and the message."""
    did: tuple[str, str] | None = None
    if _CONFLICT.search(actual):
        did = "merge-conflict", "has marks of a merge"
    elif not actual.strip():
        did = "emptied", "is empty"
    elif b"\r" in actual and _was_written(change.path, actual.replace(b"\r\n", b"\n"), last):
        did = "line-endings", "has lines that end in CR LF"
    elif _was_written(change.path, actual.removeprefix(_BYTE_ORDER_MARK), last):
        did = "layout", "starts with a byte order mark"
    elif change.expected is None:
        did = "edited-by-hand", "was edited by hand, and is no longer generated"
    elif _differs_in_layout(change.path, actual, change.expected):
        did = "layout", "was formatted again"
    added = sum(line.startswith("-") for line in lines[2:])
    gone = sum(line.startswith("+") for line in lines[2:])
    edited = f"was edited by hand: {added} {_lines(added)} written, {gone} gone"
    return did or ("edited-by-hand", edited)


def _lines(count: int) -> str:
    return "line" if count == 1 else "lines"


def _place(change: Change, rule: str) -> int:
    if rule == "merge-conflict" and (found := _CONFLICT.search(change.actual or b"")):
        return (change.actual or b"").count(b"\n", 0, found.start()) + 1
    return first_line(change)


def _was_written(path: str, data: bytes, last: Record) -> bool:
    return record.digest(without_own_texts(path, data)) in last.last(path)


def _differs_in_layout(path: str, actual: bytes, expected: bytes) -> bool:
    """Whether two files differ only in layout. Python is compared as code and comments, text as words."""
    if path.endswith(".py"):
        try:
            return _code(actual) == _code(expected) and _comments(actual) == _comments(expected)
        except (SyntaxError, ValueError, RecursionError, tokenize.TokenError):
            return False
    return actual.split() == expected.split()


def _code(data: bytes) -> str:
    return ast.dump(ast.parse(data))


def _comments(data: bytes) -> Counter[str]:
    tokens = tokenize.tokenize(io.BytesIO(data).readline)
    return Counter(token.string for token in tokens if token.type == tokenize.COMMENT)
