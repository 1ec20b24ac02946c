"""Drift, told to people and to code hosts: what differs, why, and what to do about it.

A line of output never begins with text of the document, and holds no control character: a CI takes some
lines for commands to itself (``::error``, ``##[group]``), wherever they come from.
"""

from __future__ import annotations

import difflib
import io
from collections.abc import Iterator
from itertools import zip_longest

from codegen.output import record
from codegen.output.compare import Change, Drift
from codegen.text.quoting import visible


def text(drift: Drift, spec: str, out: str, remedy: str) -> str:
    """Return a line for each file, a unified diff, the reason, and the `remedy`, a command.

    `spec` and `out` are the paths as the user wrote them; the diff leads from what is to what ought to be.
    """
    lines = [f"{out}/{_printable(change.path)}: {_summary(change)}" for change in drift.changes]
    lines.append("")
    for change in drift.changes:
        lines += map(_printable, _diff(change, out))
    lines += ["", *_reasons(drift, spec, out), f"Run `{remedy}` and commit what it changes.", ""]
    return "\n".join(lines)


def github(drift: Drift, spec: str, out: str, remedy: str) -> str:
    """Return an annotation for each file, as GitHub's workflow commands have it, and then the text."""
    reasons = " ".join((*_reasons(drift, spec, out), f"Run `{remedy}` and commit what it changes."))
    annotations = "".join(
        f"::error file={_escaped(f'{out}/{change.path}', also=':,')},line={_first_line(change)},title=Drift"
        f"::{_escaped(f'{_summary(change)}. {reasons}')}\n"
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
        yield f"There is no {out}/{record.NAME} to tell what has changed since {out}/ was last generated."
        return
    if not drift.same_document:
        yield f"The spec has changed: {spec} is not what {out}/ was last generated from."
    elif any(change.outdated for change in drift.changes):
        yield f"The templates or the generator have changed since {out}/ was generated; the spec has not."
    if any(change.by_hand for change in drift.changes):
        yield f"Files in {out}/ were changed by hand: what is changed there is lost the next time."


def _diff(change: Change, out: str) -> Iterator[str]:
    actual, expected = _lines(change.actual), _lines(change.expected)
    name = f"{out}/{change.path}"
    old = "/dev/null" if change.actual is None else name
    new = "/dev/null" if change.expected is None else name
    for line in difflib.unified_diff(actual, expected, old, new, "as it is", "as generated now"):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def _lines(data: bytes | None) -> list[str]:
    """Split at line feeds alone, which stay: the last line may lack its own."""
    return io.StringIO((data or b"").decode("utf-8", "backslashreplace"), newline="\n").readlines()


def _first_line(change: Change) -> int:
    pairs = zip_longest(_lines(change.actual), _lines(change.expected))
    return next((number for number, (old, new) in enumerate(pairs, 1) if old != new), 1)


def _printable(line: str) -> str:
    shown = "\t".join(visible(part) for part in line.replace("\n", "\\n").split("\t")).replace(
        "##[", "#\\x23["
    )
    return shown.replace("::", "\\x3a:", 1) if shown.lstrip().startswith("::") else shown


def _escaped(value: str, also: str = "") -> str:
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" + also else c for c in value)
