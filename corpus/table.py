"""The outcomes as a table, with totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.outcome import Fate, Outcome

_COLUMNS = (
    *("document", "operations", "schemas", "seconds", "MB"),
    *("compiles", "imports", "mypy", "pyright", "called", ""),
)

OURS = frozenset({"lost", "unreadable"})
"""Rules whose violation is a defect of the generator, not of the document."""


def table(outcomes: Sequence[Outcome]) -> str:
    """One line per document, ordered by name."""
    rows = [_COLUMNS, *(_row(outcome) for outcome in sorted(outcomes, key=lambda one: one.document))]
    widths = [max(len(row[index]) for row in rows) for index in range(len(_COLUMNS))]
    lines = [
        "  ".join(
            cell.ljust(width) if index in {0, len(_COLUMNS) - 1} else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return "\n".join(lines) + "\n"


def summary(outcomes: Sequence[Outcome]) -> str:
    """The totals, the refusals by rule, and a verdict."""
    whole = [one for one in outcomes if one.fate is Fate.WHOLE]
    short = [one for one in outcomes if one.falls_short]
    fates = Counter(one.fate for one in outcomes)
    emitted, documented = sum(one.operations_out for one in whole), sum(one.operations_in for one in whole)
    called, calls = sum(one.callable or 0 for one in whole), sum(one.calls for one in whole)
    lines = [
        f"{len(outcomes)} documents: "
        + ", ".join(f"{number} {fate.value}" for fate, number in fates.items()),
        f"{emitted:,} of {documented:,} operations emitted, {called:,} callable, {calls:,} calls",
    ]
    for rule, (problems, documents) in sorted(refusals(outcomes).items(), key=lambda item: -item[1][1]):
        verdict = "a defect of the generator" if rule in OURS else "the document breaks the standard"
        lines.append(f"refused by {rule}: {documents} documents, {problems} problems ({verdict})")
    for rule, (problems, documents) in sorted(tolerated(outcomes).items(), key=lambda item: -item[1][1]):
        lines.append(f"tolerated: {rule}: {documents} documents, {problems} problems")
    lines.append(f"{len(short)} incomplete" if short else "all complete")
    return "\n".join(lines) + "\n"


def refusals(outcomes: Sequence[Outcome]) -> dict[str, tuple[int, int]]:
    """The number of problems, and of documents with them, by rule."""
    problems = Counter(refusal.rule for one in outcomes for refusal in one.refusals)
    documents = Counter(rule for one in outcomes for rule in {refusal.rule for refusal in one.refusals})
    return {rule: (problems[rule], documents[rule]) for rule in problems}


def tolerated(outcomes: Sequence[Outcome]) -> dict[str, tuple[int, int]]:
    """The same for tolerated rules."""
    problems: Counter[str] = Counter()
    for one in outcomes:
        problems.update(one.tolerated)
    documents = Counter(rule for one in outcomes for rule in one.tolerated)
    return {rule: (problems[rule], documents[rule]) for rule in problems}


def line(outcome: Outcome) -> str:
    """A document in one line, for progress without a terminal."""
    return "  ".join(cell for cell in _row(outcome) if cell)


def _row(one: Outcome) -> tuple[str, ...]:
    took = (f"{one.seconds:.2f}", f"{one.megabytes:.0f}")
    if one.fate is not Fate.WHOLE:
        return (one.document, "", "", *took, "", "", "", "", "", _why(one))
    return (
        one.document,
        _of(one.operations_out, one.operations_in),
        _of(one.schemas_out, one.schemas_in),
        *took,
        _mark(one.compiles),
        _mark(one.imports),
        _errors(one.mypy),
        _errors(one.pyright),
        "-" if one.callable is None else _of(one.callable, one.operations_in),
        _why(one),
    )


def _why(one: Outcome) -> str:
    if one.fate is Fate.REFUSED:
        rules = Counter(refusal.rule for refusal in one.refusals)
        return "refused: " + ", ".join(f"{rule} {number}" for rule, number in rules.most_common())
    if one.fate is not Fate.WHOLE:
        return f"{one.fate.value}: {one.message}"
    parts = [f"tolerated: {rule} {number}" for rule, number in one.tolerated.items()]
    parts += [f"{len(one.unmade)} values could not be made"] if one.unmade else []
    return one.message or ", ".join(parts)


def _of(out: int, in_: int) -> str:
    return f"{out}/{in_}"


def _mark(holds: bool | None) -> str:  # noqa: FBT001 - the only argument
    return "-" if holds is None else "yes" if holds else "NO"


def _errors(number: int | None) -> str:
    return "-" if number is None else str(number)
