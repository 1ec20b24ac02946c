"""Prints drift for people and for code hosts: the differences, the causes, and their fixes.

No line starts with text from the document, and no line contains a control character, because a CI system
executes some lines as commands (``::error``, ``##[group]``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from codegen.drift.causes.kinds import Cause, Commands, Kind, in_groups
from codegen.drift.diffs import diff, first_line
from codegen.output.compare import Change, Drift
from codegen.views.text.printable import annotation, counted, printable

_MOST_CAUSES = 50
"""The most causes of one kind to print. Reports for programs have all."""

_LONGEST_DIFF, _MOST_OF_DIFFS = 200, 1_000
"""The most lines of the diff of a file that is out of date, and of all these diffs.

A new version of a large document changes every file; computing all diffs would take longer than a build.
"""

_LONGEST_EDIT = 2_000
"""The most lines of the diff of a file that was edited by hand."""

_WITHOUT_DIFF = {"line-endings", "emptied"}
"""Causes whose diff would show every line."""

_SHORT = 20
"""The most lines of the diff of a file that is new or gone, and of a diff in a refusal."""


def text(drift: Drift, causes: Sequence[Cause], commands: Commands, document: str) -> str:
    """Return a line for each file, a unified diff, and the causes with their fixes.

    The diff goes from the actual to the expected files. `document` is the name that the user wrote.
    """
    out = printable(commands.out)
    if drift.is_empty:
        return f"{out} has no client yet: {len(drift.changes)} files are missing.\nRun `{commands.build}`.\n"
    lines = [f"{out}/{_printable(change.path)}: {summary(change)}" for change in drift.changes]
    lines.append("")
    lines += _diffs(drift, causes, out)
    lines += ["", f"{out} is not what {printable(document)} generates:", *explained(causes, commands)]
    return "\n".join(lines) + "\n"


def agreement(causes: Sequence[Cause], commands: Commands) -> str:
    """Return the causes that cancel each other, so that nothing differs and nothing has to be done."""
    lines = [f"{one.file}: {printable(one.message)}" for one in causes if one.rule == "edited-by-hand"]
    others = [one for one in causes if one.rule != "edited-by-hand"]
    lines += [f"{_at(one)}: {printable(one.message)} [{one.rule}]" for one in others[:_MOST_CAUSES]]
    advice = f"`{commands.build}` updates {printable(commands.out)}/.generated, and no other file"
    return "".join(f"{line}\n" for line in [*lines, advice])


def explained(causes: Iterable[Cause], commands: Commands) -> Iterator[str]:
    """The causes in groups by meaning: what happened, the places, and the fix."""
    for kind, group in in_groups(causes):
        yield ""
        yield meaning(kind, commands)
        for cause in group[:_MOST_CAUSES]:
            yield f"  {_at(cause)}: {printable(cause.message)} [{cause.rule}]"
            if cause.remedy:
                yield f"    {printable(cause.remedy)}"
        if len(group) > _MOST_CAUSES:
            yield f"  and {len(group) - _MOST_CAUSES:,} more; `--format json` lists all"
        yield f"To fix it: {_lowered(kind.advice(commands))}"


def meaning(kind: Kind, commands: Commands) -> str:
    """The meaning of a kind of cause, in a sentence or two."""
    return kind.meaning.format(out=printable(commands.out))


def refusal(changes: Sequence[Change], out: str, remedy: str) -> str:
    """Return the edits that a build would overwrite: a line for each file, and short diffs."""
    out = printable(out)
    lines = []
    for change in changes:
        found = [*diff(change, out, to="generated")]
        added = sum(line.startswith("-") for line in found[2:])
        missing = sum(line.startswith("+") for line in found[2:])
        counts = f"not generated: {counted(added, 'line')}; generated and missing: {counted(missing, 'line')}"
        lines.append(f"{out}/{_printable(change.path)}: {summary(change)}: {counts}")
        lines += (f"    {_printable(line)}" for line in found[2 : 2 + _SHORT])
        if len(found) > 2 + _SHORT:
            lines.append(f"    ... {len(found) - 2 - _SHORT} more lines")
    lines += [
        f"{counted(len(changes), 'file')} would be overwritten; nothing was written.",
        "Move your changes to files of your own, or to the document or the templates.",
        f"To discard them: `{remedy}`",
        "",
    ]
    return "\n".join(lines)


def github(drift: Drift, causes: Sequence[Cause], commands: Commands, document: str) -> str:
    """Return a GitHub workflow command for each cause at its line, for each other file, and the text."""
    annotations = [
        annotation(
            "error",
            (cause.file, cause.line, cause.column),
            f"Drift: {cause.rule}",
            f"{printable(cause.message)}. {_why(cause, commands)}",
        )
        for _, group in in_groups(causes)
        for cause in group[:_MOST_CAUSES]
    ]
    explained = {cause.file for cause in causes}
    annotations += [
        annotation("warning", (file, first_line(change), 1), "Drift: out-of-date", summary(change))
        for change in drift.changes
        if (file := f"{commands.out}/{change.path}") not in explained
    ]
    return "".join(annotations[: 2 * _MOST_CAUSES]) + text(drift, causes, commands, document)


def _why(cause: Cause, commands: Commands) -> str:
    return " ".join(filter(None, (meaning(cause.kind, commands), cause.remedy, cause.kind.advice(commands))))


def _at(cause: Cause) -> str:
    return f"{printable(cause.file)}:{cause.line}:{cause.column}"


def summary(change: Change) -> str:
    """Return the change of a file, in a few words."""
    if change.actual is None:
        return "missing, deleted by hand" if change.by_hand else "missing, not generated yet"
    if change.is_foreign:
        return "not a generated file, but in the place of one"
    if change.expected is None:
        return "edited by hand, and no longer generated" if change.by_hand else "stray, no longer generated"
    if change.by_hand:
        return "edited by hand" + (", and out of date" if change.outdated else "")
    return "out of date"


def _diffs(drift: Drift, causes: Sequence[Cause], out: str) -> Iterator[str]:
    """The diffs of edited files, and as many others as fit."""
    rules = {printable(cause.file): cause.rule for cause in causes}
    left, without = _MOST_OF_DIFFS, 0
    for change in drift.changes:
        if rules.get(f"{out}/{printable(change.path)}") in _WITHOUT_DIFF:
            continue
        if change.loses_work:
            yield from _shortened(map(_printable, diff(change, out)), _LONGEST_EDIT)
        elif left > 0:
            is_whole = change.actual is None or change.expected is None  # its line describes the change
            most = _SHORT if is_whole else _LONGEST_DIFF
            shown = [*_shortened(map(_printable, diff(change, out)), most)]
            left -= len(shown)
            yield from shown
        else:
            without += 1
    if without:
        yield f"... and the diffs of {without:,} more files; a build writes them"


def _shortened(lines: Iterator[str], most: int) -> Iterator[str]:
    yield from islice(lines, most)
    if more := sum(1 for _ in lines):
        yield f"... {more:,} more lines; a build writes them"


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _printable(line: str) -> str:
    """A line without control characters, except tabs."""
    first, *others = line.split("\t")
    return "\t".join([printable(first), *map(printable, others)])
