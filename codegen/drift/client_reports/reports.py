"""Reads reports of clients: lines of JSON, each a `Drift` that a client has found; and counts equal ones."""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from math import isfinite
from typing import Any, Never, TypeAlias

from msgspec import Struct, field

from codegen.document.node import Pointer

Step: TypeAlias = "str | None"
"""The name of a field, or None for any item of a list or a map."""

KINDS = ("undocumented_status", "unknown_value", "missing_field", "unknown_field", "wrong_type")
LONGEST_LINE = 64 * 1024
"""Bytes."""

_STEP = re.compile(r"""\.([A-Za-z_]\w*)|(\[\*\])|\[('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\]""", re.ASCII)
_TYPE = r"(?:null|boolean|integer|number|string|array|object)"
_GOT = re.compile(rf"(?:array\[)*{_TYPE}?\]*")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")


class Difference(Struct, frozen=True):
    """A difference and its place. Reports of the same difference are equal."""

    kind: str
    operation: str
    status: int
    where: str
    """The place in the response, as a JSONPath."""
    pointer: str
    """The place in the client's document: ``#/components/schemas/Order``."""
    got: str = ""
    """The JSON type of the value, such as ``array[string]``; empty if the client did not record it."""
    value: str | float | None = None
    """An unknown value of an enum, if the client recorded it."""
    message: str = ""

    @property
    def steps(self) -> tuple[Step, ...]:
        """The place in the response."""
        return tuple(_steps(self.where))

    @property
    def tokens(self) -> Pointer:
        """The place in the document. Indices of lists are text."""
        return tuple(part.replace("~1", "/").replace("~0", "~") for part in self.pointer.split("/")[1:])


class Report(Struct, frozen=True):
    """A line of a file."""

    difference: Difference
    time: str = ""
    client: str = ""
    """The name and the version of the client's package."""


class BadLine(Struct, frozen=True):
    """A line that is not a report, and the reason."""

    line: int
    column: int
    message: str


class NoReportError(ValueError):
    """A line is not a report."""

    def __init__(self, message: str, column: int = 1) -> None:
        super().__init__(message)
        self.column = column


def reports(lines: Iterable[bytes]) -> Iterator[Report | BadLine]:
    """Read the lines of a file. Empty ones are skipped. A line that is not a report becomes a `BadLine`."""
    for number, line in enumerate(lines, 1):
        if line.strip() or len(line) > LONGEST_LINE:
            try:
                yield _report(line)
            except NoReportError as error:
                yield BadLine(number, error.column, str(error))


def _report(line: bytes) -> Report:
    if len(line) > LONGEST_LINE:
        raise NoReportError(f"a line of more than {LONGEST_LINE // 1024} KiB is no report")
    try:
        value = json.loads(line.decode("utf-8-sig").rstrip(), parse_constant=_refuse)
    except UnicodeDecodeError as error:
        raise NoReportError("this is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise NoReportError(f"this is not JSON: {error.msg}", error.colno) from error
    except (ValueError, RecursionError) as error:
        raise NoReportError(f"this is not JSON: {error}") from error
    if not isinstance(value, dict):
        raise NoReportError(f"a report is an object of JSON, this is {_called(value)}")
    kind = _text(value, "kind")
    if kind not in KINDS:
        raise NoReportError(f"'kind' is {', '.join(KINDS[:-1])} or {KINDS[-1]}, not {kind[:40]!r}")
    difference = Difference(
        kind,
        _text(value, "operation"),
        _status(value),
        _text(value, "where"),
        _text(value, "pointer"),
        _text(value, "got", ""),
        _scalar(value),
        _text(value, "message", ""),
    )
    if not _GOT.fullmatch(difference.got) or difference.got.count("[") != difference.got.count("]"):
        raise NoReportError(f"'got' is a type of JSON such as 'string', not {difference.got[:40]!r}")
    if difference.pointer and not difference.pointer.startswith("#/"):
        raise NoReportError(f"'pointer' begins with '#/', unlike {difference.pointer[:40]!r}")
    _ = difference.steps
    time = _text(value, "time", "")
    if time and not _TIME.fullmatch(time):
        raise NoReportError(f"'time' is a time such as 2026-01-31T12:00:00Z, not {time[:40]!r}")
    return Report(difference, time, _text(value, "client", ""))


def _steps(where: str) -> Iterator[Step]:
    at = 1
    while where[:1] == "$" and at < len(where):
        match = _STEP.match(where, at)
        if match is None:
            break
        try:
            name = match[1] or str(ast.literal_eval(match[3] or "''"))
        except (SyntaxError, ValueError):  # half an escape, or half a character
            break
        yield None if match[2] else name
        at = match.end()
    if where[:1] != "$" or at < len(where):
        raise NoReportError(f"'where' is a place such as '$.items[*].id', not {where[:40]!r}")


def _text(value: dict[str, Any], key: str, default: str | None = None) -> str:
    found = value.get(key, default)
    if not isinstance(found, str):
        what = "there is none" if key not in value else f"this is {_called(found)}"
        raise NoReportError(f"'{key}' of a report is a string; {what}")
    return found


def _status(value: dict[str, Any]) -> int:
    found = value.get("status_code")
    if not isinstance(found, int) or isinstance(found, bool) or not 100 <= found <= 999:
        raise NoReportError("'status_code' of a report is the status of a response, such as 200")
    return found


def _scalar(value: dict[str, Any]) -> str | float | None:
    found = value.get("value")
    if found is not None and not isinstance(found, (str, int, float)):
        raise NoReportError("'value' of a report is a string or a number")
    if isinstance(found, float) and not isfinite(found):
        raise NoReportError("'value' of a report is larger than a number can be")
    return found


def _called(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", type(None): "null", bool: "a truth value"}
    return names.get(type(value), "a number")


def _refuse(constant: str) -> Never:
    raise NoReportError(f"{constant} is no value of JSON")


class Tally(Struct):
    """The number and times of reports, and the clients that sent them."""

    count: int = 0
    first: str = ""
    """The earliest time; empty if none is recorded."""
    last: str = ""
    clients: Counter[str] = field(default_factory=Counter[str])

    def add(self, report: Report) -> None:
        """Count a report."""
        self.join(Tally(1, report.time, report.time, Counter([report.client] if report.client else [])))

    def join(self, other: Tally) -> None:
        """Add the counts of another tally."""
        self.count += other.count
        self.first = min(filter(None, (self.first, other.first)), default="")
        self.last = max(self.last, other.last)
        self.clients.update(other.clients)


class Tallies:
    """All differences that were reported."""

    def __init__(self) -> None:
        self.by_difference: dict[Difference, Tally] = {}
        self.all = Tally()

    def add(self, report: Report) -> None:
        """Count a report."""
        self.by_difference.setdefault(report.difference, Tally()).add(report)
        self.all.add(report)
