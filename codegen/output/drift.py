"""Prints drift for people and for code hosts: the differences, the reasons, and what to do.

No line starts with text from the document, and no line contains a control character, because a CI system
executes some lines as commands (``::error``, ``##[group]``).
"""

from __future__ import annotations

import difflib
import io
from collections.abc import Iterator
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
    lines = [f"{out}/{_printable(change.path)}: {_summary(change)}" for change in drift.changes]
    lines.append("")
    for change in drift.changes:
        lines += map(_printable, _diff(change, out))
    lines += ["", *_reasons(drift, spec, out), f"Run `{remedy}` and commit the changes.", ""]
    return "\n".join(lines)


def github(drift: Drift, spec: str, out: str, remedy: str) -> str:
    """Return a GitHub workflow command for each file, followed by the text."""
    out, spec = printable(out), printable(spec)
    reasons = " ".join((*_reasons(drift, spec, out), f"Run `{remedy}` and commit the changes."))
    annotations = "".join(
        f"::error file={command_value(f'{out}/{printable(change.path)}', also=':,')}"
        f",line={_first_line(change)},title=Drift"
        f"::{command_value(f'{_summary(change)}. {reasons}')}\n"
        for change in drift.changes
    )
    return annotations + text(drift, spec, out, remedy)


def _summary(change: Change) -> str:
    if change.actual is None:
        return "missing, deleted by hand" if change.by_hand else "missing, not generated yet"
    if change.expected is None:
        return "stray, not a generated file" if change.by_hand else "stray, no longer generated"
    if change.by_hand:
        return "edited by hand" + (", and out of date" if change.outdated else "")
    return "out of date"


def _reasons(drift: Drift, spec: str, out: str) -> Iterator[str]:
    if drift.same_document is None:
        yield f"The reason is unknown, because {out}/{record.NAME} is missing."
        return
    if not drift.same_document:
        yield f"The spec has changed: {out}/ was generated from another version of {spec}."
    elif any(change.outdated for change in drift.changes):
        yield f"The templates or the generator have changed since {out}/ was generated; the spec has not."
    if any(change.by_hand for change in drift.changes):
        yield f"Files in {out}/ were edited by hand. The next run overwrites them."


def _diff(change: Change, out: str) -> Iterator[str]:
    actual, expected = _lines(change.actual), _lines(change.expected)
    name = f"{out}/{change.path}"
    old = "/dev/null" if change.actual is None else name
    new = "/dev/null" if change.expected is None else name
    for line in difflib.unified_diff(actual, expected, old, new, "actual", "expected"):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def _lines(data: bytes | None) -> list[str]:
    """Split at line feeds only and keep them. The last line may have none."""
    return io.StringIO((data or b"").decode("utf-8", "backslashreplace"), newline="\n").readlines()


def _first_line(change: Change) -> int:
    pairs = zip_longest(_lines(change.actual), _lines(change.expected))
    return next((number for number, (old, new) in enumerate(pairs, 1) if old != new), 1)


def _printable(line: str) -> str:
    """A line with its tabs."""
    first, *others = line.split("\t")
    return "\t".join([printable(first), *map(printable, others)])
