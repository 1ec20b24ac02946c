"""Problems, told to people and to code hosts: where, what, by which rule, and the line itself.

No line begins with text of the document, and none holds a control character: a CI takes some lines for
commands to itself (``::error``, ``##[group]``), and a terminal some characters, wherever they come from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from unicodedata import combining, east_asian_width

from codegen.check.tolerance import RECOMMENDED, TOLERANCES, is_tolerable
from codegen.document.places import Place
from codegen.document.problems import Problem
from codegen.document.source import Source
from codegen.ledger import Waiver
from codegen.text.quoting import visible

MOST_TOLD = 1000
"""Problems that are shown: nobody reads more, and to find the places of very many takes long."""

WIDEST = 100
"""Characters of a source line that are shown; of a longer one, those around the caret."""

LONGEST = 500
"""Characters of a message that are shown: a document may have names of any length."""


def text(problems: Sequence[Problem], source: Source) -> str:
    """Return the problems the way a compiler prints them, sorted by place, and a closing line.

    ``openapi.yaml:41:7: error: 'requestbody' is not a key of an operation [unknown-key]``, and below it the
    source line with a caret.
    """
    found = _placed(problems, source)
    parts = [f"{_heading(place, problem, source)}\n{_excerpt(place, source)}" for place, problem in found]
    count = f"{len(found)} problem{'s' if len(found) != 1 else ''}"
    if len(problems) > MOST_TOLD:
        count = f"{len(problems):,} problems, the first {MOST_TOLD:,} that were found are shown"
    return "".join(parts) + f"{count}; nothing was written\n"


def github(problems: Sequence[Problem], source: Source) -> str:
    """Return an annotation for each problem, as GitHub's workflow commands have it, and then the text."""
    annotations = "".join(
        f"::error file={_escaped(source.name, also=':,')},line={place.line},col={place.column}"
        f",title={_escaped(problem.rule, also=':,')}::{_escaped(_message(problem))}\n"
        for place, problem in _placed(problems, source)
    )
    return annotations + text(problems, source)


def skipped(waivers: Sequence[Waiver], source: Source) -> str:
    """Return a line for each part that the document's author told to leave out."""
    name = _shown(source.name)
    lines = []
    for waiver in waivers:
        place = source.place(waiver.where, "key")
        lines.append((place.line, place.column, _shown(waiver.reason)[:LONGEST]))
    return "".join(f"{name}:{line}:{column}: skipped: {reason}\n" for line, column, reason in sorted(lines))


def tolerated(problems: Sequence[Problem], source: Source) -> str:
    """Return a line for each tolerated rule that is broken: how often, where first, what follows."""
    by_rule: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_rule[problem.rule].append(problem)
    lines = []
    for rule, broken in sorted(by_rule.items()):
        place = min(source.place(problem.where, problem.on) for problem in broken)
        times = "once" if len(broken) == 1 else f"{len(broken)} times"
        consequence = TOLERANCES[rule]
        if rule in RECOMMENDED:
            consequence += "; `x-generate: {strict: true}` at the document's top shows each"
        lines.append(
            f"{_shown(source.name)}:{place.line}:{place.column}: tolerated: {rule}, {times}: {consequence}\n"
        )
    return "".join(lines)


def advice(problems: Sequence[Problem]) -> str:
    """Return how to get past the problems, if there is a way: to tolerate the rules that are broken."""
    rules = sorted({problem.rule for problem in problems})
    if not all(map(is_tolerable, problems)):
        return ""
    return f"to go on all the same: --tolerate {','.join(rules)}; docs/rules.md says what becomes of each\n"


def _placed(problems: Sequence[Problem], source: Source) -> list[tuple[Place, Problem]]:
    """The problems with their places, in order; what would be printed twice, once, and of very many, some."""
    unique = {
        (place.line, place.column, problem.message): (place, problem)
        for problem in problems[:MOST_TOLD]
        for place in [source.place(problem.where, problem.on)]
    }
    return [unique[key] for key in sorted(unique)]


def _heading(place: Place, problem: Problem, source: Source) -> str:
    where = f"{_shown(source.name)}:{place.line}:{place.column}"
    return f"{where}: error: {_message(problem)} [{problem.rule}]"


def _message(problem: Problem) -> str:
    message = problem.message
    return _shown(message if len(message) <= LONGEST else message[: LONGEST - 3] + "...")


def _excerpt(place: Place, source: Source) -> str:
    """The source line with its number, and a caret below the column."""
    line = source.line(place.line)
    at = place.column - 1
    start = max(0, min(at - WIDEST // 3, len(line) - WIDEST)) if len(line) > WIDEST else 0
    end = start + WIDEST
    before = ("..." if start else "") + _shown(line[start:at])
    after = _shown(line[at:end]) + ("..." if end < len(line) else "")
    number = f"{place.line:5}"
    shown = f"{number} | {before}{after}".rstrip()
    return f"{shown}\n{' ' * len(number)} | {' ' * _width(before)}^\n"


def _shown(text: str) -> str:
    """The text on one line; what would not show, or would command what shows it, as an escape."""
    one_line = visible(text.replace("\t", "\\t").replace("\n", "\\n"))
    return one_line.replace("##[", "#\\x23[")


def _width(text: str) -> int:
    """Columns that the text takes in a terminal (Unicode Standard Annex 11)."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def _escaped(value: str, also: str = "") -> str:
    """As the values and the message of a workflow command are escaped."""
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" + also else c for c in value)
