"""Prints problems for people and for code hosts: place, message, rule, and the source line.

No line starts with text from the document, and no line contains a control character or a command of a CI
system (`codegen.views.text.printable`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from unicodedata import combining, east_asian_width

from codegen.document.places import Place
from codegen.document.problems import Problem
from codegen.document.source_map import SourceMap
from codegen.standard.rules import consequence
from codegen.verify.ledger import Waiver
from codegen.views.text.printable import annotation, counted, printable

MOST_SHOWN = 1000
"""The maximum number of problems to print. Computing the places of very many takes long."""

WIDEST = 100
"""The maximum number of characters of a source line to print. A longer line is cut around the caret."""

LONGEST = 500
"""The maximum length of a message. A document may contain names of any length."""


def text(problems: Sequence[Problem], source: SourceMap) -> str:
    """Return the problems in the style of a compiler, sorted by place, and a final line.

    ``openapi.yaml:41:7: error: 'requestbody' is not a key of an operation [unknown-key]``, followed by
    the source line and a caret.
    """
    found = _placed(problems, source)
    parts = [f"{_heading(place, problem, source)}\n{_excerpt(place, source)}" for place, problem in found]
    count = counted(len(found), "problem")
    if len(problems) > MOST_SHOWN:
        count = f"{len(problems):,} problems, the first {MOST_SHOWN:,} that were found are shown"
    return "".join(parts) + f"{count}; nothing was written\n"


def github(problems: Sequence[Problem], source: SourceMap) -> str:
    """Return a GitHub workflow command for each problem, followed by the text."""
    annotations = "".join(
        annotation(
            "error",
            (source.file(place).name, place.line, place.column),
            problem.rule,
            message(problem.message),
        )
        for place, problem in _placed(problems, source)
    )
    return annotations + text(problems, source)


def skipped(waivers: Sequence[Waiver], source: SourceMap) -> str:
    """Return a line for each part that the author of the document skips."""
    found = sorted(
        (source.place(waiver.where, "key"), printable(waiver.reason)[:LONGEST]) for waiver in waivers
    )
    return "".join(f"{_at(place, source)}: skipped: {reason}\n" for place, reason in found)


def tolerated(problems: Sequence[Problem], source: SourceMap) -> str:
    """Return a line for each broken rule that is tolerated: its count, its first place, the consequence."""
    groups: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        groups[problem.rule, consequence(problem)].append(problem)
    lines = []
    for (rule, became), broken in sorted(groups.items()):
        place = min(source.place(problem.where, problem.on) for problem in broken[:MOST_SHOWN])
        times = "once" if len(broken) == 1 else f"{len(broken)} times"
        said = f"{printable(became)} ({message(broken[0].message)})"
        lines.append(f"{_at(place, source)}: tolerated: {rule}, {times}: {said}\n")
    hint = "set `x-generate: {strict: true}` at the top of the document, or use --strict, to see each place\n"
    return "".join(lines) + (hint if lines else "")


def environment_line(variables: Sequence[str]) -> str:
    """Return a line with the environment variables that the client reads."""
    return f"the client reads from the environment: {', '.join(variables)}\n" if variables else ""


def _placed(problems: Sequence[Problem], source: SourceMap) -> list[tuple[Place, Problem]]:
    """The problems with their places, in order, without duplicates, limited to `MOST_SHOWN`."""
    unique = {
        (place, problem.message): (place, problem)
        for problem in problems[:MOST_SHOWN]
        for place in [source.place(problem.where, problem.on)]
    }
    return [unique[key] for key in sorted(unique)]


def _at(place: Place, source: SourceMap) -> str:
    return f"{printable(source.file(place).name)}:{place.line}:{place.column}"


def _heading(place: Place, problem: Problem, source: SourceMap) -> str:
    return f"{_at(place, source)}: error: {message(problem.message)} [{problem.rule}]"


def message(text: str) -> str:
    """Return a message on one line, without control characters, and not longer than `LONGEST`."""
    return printable(text if len(text) <= LONGEST else text[: LONGEST - 3] + "...")


def _excerpt(place: Place, source: SourceMap) -> str:
    """The source line with its number, and a caret under the column."""
    text = source.file(place).line(place.line)
    at = len(_readable(text[: place.column - 1]))
    line = _readable(text)
    start = max(0, min(at - WIDEST // 3, len(line) - WIDEST)) if len(line) > WIDEST else 0
    end = start + WIDEST
    before = ("..." if start else "") + printable(line[start:at])
    after = printable(line[at:end]) + ("..." if end < len(line) else "")
    number = f"{place.line:5}"
    shown = f"{number} | {before}{after}".rstrip()
    return f"{shown}\n{' ' * len(number)} | {' ' * _width(before)}^\n"


def _readable(text: str) -> str:
    """The text, with bytes that are not UTF-8 in hexadecimal."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _width(text: str) -> int:
    """The width of the text in a terminal, in columns (Unicode Standard Annex 11)."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
