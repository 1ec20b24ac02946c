"""Prints problems for people and for code hosts: place, message, rule, and the source line.

No line starts with text from the document, and no line contains a control character or a command of a CI
system (`codegen.text.terminal`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from unicodedata import combining, east_asian_width

from codegen.check.tolerance import consequence
from codegen.document.places import Place
from codegen.document.problems import Problem
from codegen.document.source import Source
from codegen.ledger import Waiver
from codegen.text.terminal import command_value, printable

MOST_TOLD = 1000
"""The maximum number of problems to print. Computing the places of very many takes long."""

WIDEST = 100
"""The maximum number of characters of a source line to print. Of a longer line, those around the caret."""

LONGEST = 500
"""The maximum length of a message. A document may contain names of any length."""


def text(problems: Sequence[Problem], source: Source) -> str:
    """Return the problems in the style of a compiler, sorted by place, and a final line.

    ``openapi.yaml:41:7: error: 'requestbody' is not a key of an operation [unknown-key]``, followed by
    the source line and a caret.
    """
    found = _placed(problems, source)
    parts = [f"{_heading(place, problem, source)}\n{_excerpt(place, source)}" for place, problem in found]
    count = f"{len(found)} problem{'s' if len(found) != 1 else ''}"
    if len(problems) > MOST_TOLD:
        count = f"{len(problems):,} problems, the first {MOST_TOLD:,} that were found are shown"
    return "".join(parts) + f"{count}; nothing was written\n"


def github(problems: Sequence[Problem], source: Source) -> str:
    """Return a GitHub workflow command for each problem, followed by the text."""
    annotations = "".join(
        f"::error file={command_value(printable(source.name), also=':,')},line={place.line}"
        f",col={place.column},title={command_value(problem.rule, also=':,')}"
        f"::{command_value(_message(problem))}\n"
        for place, problem in _placed(problems, source)
    )
    return annotations + text(problems, source)


def skipped(waivers: Sequence[Waiver], source: Source) -> str:
    """Return a line for each part that the author of the document skips."""
    name = printable(source.name)
    lines = []
    for waiver in waivers:
        place = source.place(waiver.where, "key")
        lines.append((place.line, place.column, printable(waiver.reason)[:LONGEST]))
    return "".join(f"{name}:{line}:{column}: skipped: {reason}\n" for line, column, reason in sorted(lines))


def tolerated(problems: Sequence[Problem], source: Source) -> str:
    """Return a line for each broken rule that is tolerated: its count, its first place, the consequence."""
    groups: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        groups[problem.rule, consequence(problem)].append(problem)
    lines = []
    for (rule, became), broken in sorted(groups.items()):
        place = min(source.place(problem.where, problem.on) for problem in broken[:MOST_TOLD])
        times = "once" if len(broken) == 1 else f"{len(broken)} times"
        where = f"{printable(source.name)}:{place.line}:{place.column}"
        lines.append(f"{where}: tolerated: {rule}, {times}: {printable(became)} ({_message(broken[0])})\n")
    hint = "set `x-generate: {strict: true}` at the top of the document, or use --strict, to see each place\n"
    return "".join(lines) + (hint if lines else "")


def environment(variables: Sequence[str]) -> str:
    """Return a line with the environment variables that the client reads."""
    return f"the client reads from the environment: {', '.join(variables)}\n" if variables else ""


def _placed(problems: Sequence[Problem], source: Source) -> list[tuple[Place, Problem]]:
    """The problems with their places, in order, without duplicates, limited to `MOST_TOLD`."""
    unique = {
        (place.line, place.column, problem.message): (place, problem)
        for problem in problems[:MOST_TOLD]
        for place in [source.place(problem.where, problem.on)]
    }
    return [unique[key] for key in sorted(unique)]


def _heading(place: Place, problem: Problem, source: Source) -> str:
    where = f"{printable(source.name)}:{place.line}:{place.column}"
    return f"{where}: error: {_message(problem)} [{problem.rule}]"


def _message(problem: Problem) -> str:
    message = problem.message
    return printable(message if len(message) <= LONGEST else message[: LONGEST - 3] + "...")


def _excerpt(place: Place, source: Source) -> str:
    """The source line with its number, and a caret under the column."""
    line = source.line(place.line)
    at = place.column - 1
    start = max(0, min(at - WIDEST // 3, len(line) - WIDEST)) if len(line) > WIDEST else 0
    end = start + WIDEST
    before = ("..." if start else "") + printable(line[start:at])
    after = printable(line[at:end]) + ("..." if end < len(line) else "")
    number = f"{place.line:5}"
    shown = f"{number} | {before}{after}".rstrip()
    return f"{shown}\n{' ' * len(number)} | {' ' * _width(before)}^\n"


def _width(text: str) -> int:
    """The width of the text in a terminal, in columns (Unicode Standard Annex 11)."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
