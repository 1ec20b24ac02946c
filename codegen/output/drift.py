"""Prints drift for people and for code hosts: the differences, the reasons, and what to do.

No line starts with text from the document, and no line contains a control character, because a CI system
executes some lines as commands (``::error``, ``##[group]``).
"""

from __future__ import annotations

import difflib
import io
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from codegen.output import record
from codegen.output.compare import Change, Drift
from codegen.text.terminal import command_value, printable


def text(drift: Drift, spec: str, out: str, remedy: str) -> str:
    """Return a line for each file, a unified diff, the reasons, and the `remedy`, which is a command.

    `spec` and `out` are the paths as the user wrote them. The diff goes from the actual to the expected
    files.
    """
    out, spec = printable(out), printable(spec)
    if drift.is_empty:
        return f"{out} has no client yet: {len(drift.changes)} files are missing.\nRun `{remedy}`.\n"
    lines = [f"{out}/{_printable(change.path)}: {summary(change)}" for change in drift.changes]
    lines.append("")
    for change in drift.changes:
        lines += map(_printable, _diff(change, out))
    lines += ["", *reasons(drift, spec, out), f"Run `{remedy}` and commit the changes.", ""]
    return "\n".join(lines)


def refusal(changes: Sequence[Change], out: str, remedy: str) -> str:
    """Return what a build would lose: a line for each file with its numbers of lines, and short diffs."""
    out = printable(out)
    lines = []
    for change in changes:
        diff = [*_diff(change, out, to="generated")]
        added = sum(line.startswith("-") for line in diff[2:])
        missing = sum(line.startswith("+") for line in diff[2:])
        counts = f"{added} lines that are not generated, {missing} generated lines missing"
        lines.append(f"{out}/{_printable(change.path)}: {summary(change)}: {counts}")
        lines += (f"    {_printable(line)}" for line in diff[2 : 2 + _SHORT])
        if len(diff) > 2 + _SHORT:
            lines.append(f"    ... {len(diff) - 2 - _SHORT} more lines")
    files = "1 file" if len(changes) == 1 else f"{len(changes)} files"
    lines += [
        f"{files} would be overwritten; nothing was written.",
        "Move your changes to files of your own, or to the document or the templates.",
        f"To discard them: `{remedy}`",
        "",
    ]
    return "\n".join(lines)


_MOST_SOURCES = 10
"""The most files of a document to name."""

_SHORT = 20
"""The most lines of a diff in a refusal."""


def github(drift: Drift, spec: str, out: str, remedy: str) -> str:
    """Return a GitHub workflow command for each file, followed by the text."""
    out, spec = printable(out), printable(spec)
    why = " ".join((*reasons(drift, spec, out), f"Run `{remedy}` and commit the changes."))
    annotations = "".join(
        f"::error file={command_value(f'{out}/{printable(change.path)}', also=':,')}"
        f",line={first_line(change)},title=Drift::{command_value(f'{summary(change)}. {why}')}\n"
        for change in drift.changes
    )
    return annotations + text(drift, spec, out, remedy)


def summary(change: Change) -> str:
    """Return what has become of a file, in a few words."""
    if change.actual is None:
        return "missing, deleted by hand" if change.by_hand else "missing, not generated yet"
    if change.is_foreign:
        return "not a generated file, but in the place of one"
    if change.expected is None:
        return "edited by hand, and no longer generated" if change.by_hand else "stray, no longer generated"
    if change.by_hand:
        return "edited by hand" + (", and out of date" if change.outdated else "")
    return "out of date"


def reasons(drift: Drift, spec: str, out: str) -> Iterator[str]:
    """Return why the files differ, in sentences."""
    if drift.same_document is None:
        yield f"The reason is unknown, because {out}/{record.NAME} is missing."
        return
    if not drift.same_document:
        yield f"The spec has changed: {out}/ was generated from another version of {spec}."
        if sources := drift.changed_sources:
            more = f" and {len(sources) - _MOST_SOURCES} more" if len(sources) > _MOST_SOURCES else ""
            named = ", ".join(map(_printable, sources[:_MOST_SOURCES]))
            yield f"Of its files, these have changed: {named}{more}."
    elif drift.changed_sources:
        named = ", ".join(map(_printable, drift.changed_sources))
        yield f"These have changed since {out}/ was generated: {named}; the spec has not."
    elif any(change.outdated for change in drift.changes):
        yield f"The templates or the generator have changed since {out}/ was generated; the spec has not."
    if any(change.by_hand for change in drift.changes):
        yield f"Files in {out}/ were edited by hand. `build` does not overwrite them, except with --force."


def _diff(change: Change, out: str, to: str = "expected") -> Iterator[str]:
    actual, expected = _lines(change.actual), _lines(change.expected)
    name = f"{out}/{change.path}"
    old = "/dev/null" if change.actual is None else name
    new = "/dev/null" if change.expected is None else name
    for line in difflib.unified_diff(actual, expected, old, new, "actual", to):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def _lines(data: bytes | None) -> list[str]:
    """Split at line feeds only and keep them. The last line may have none."""
    return io.StringIO((data or b"").decode("utf-8", "backslashreplace"), newline="\n").readlines()


def first_line(change: Change) -> int:
    """Return the number of the first line that differs."""
    pairs = zip_longest(_lines(change.actual), _lines(change.expected))
    return next((number for number, (old, new) in enumerate(pairs, 1) if old != new), 1)


def _printable(line: str) -> str:
    """A line with its tabs."""
    first, *others = line.split("\t")
    return "\t".join([printable(first), *map(printable, others)])
