"""Finds the causes of drift: those among the inputs of a run, and those among the files."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.drift.causes.file_changes import cause_of
from codegen.drift.causes.inputs import Places, causes_of_inputs
from codegen.drift.causes.kinds import Cause
from codegen.output import record
from codegen.output.compare import Drift


def causes(drift: Drift, places: Places, out: str) -> tuple[Cause, ...]:
    """All causes of the drift. There is at least one if there is drift.

    Files that were edited to what is now generated are among them, although they do not differ: two causes
    have cancelled each other, and both are reported.
    """
    found = [*_of_record(drift, out), *_of_files(drift, out)]
    if drift.last and drift.outdated and (drift or drift.agreeing):
        found += causes_of_inputs(drift, drift.last, places)
    if drift and not found:
        first = drift.changes[0]
        message = f"{len(drift.changes)} files differ, and every input is what it was"
        found.append(Cause("unexplained", message, f"{out}/{first.path}"))
    return tuple(found)


def _of_record(drift: Drift, out: str) -> Iterator[Cause]:
    if not drift:
        return
    file = f"{out}/{record.NAME}"
    if drift.is_empty:
        yield Cause("client-missing", f"all of its {len(drift.changes)} files are missing", out)
    elif drift.last is None:
        is_damaged = drift.has_record
        message = "is not a record of the generator" if is_damaged else "is missing"
        yield Cause("record-damaged" if is_damaged else "record-missing", message, file)
    elif drift.outdated and not drift.last.has_inputs:
        yield Cause("record-old", "names neither parts of the document nor templates and tools", file)
    elif drift.last.is_merged:
        yield Cause("record-merged", "has the lines of two branches", file)


def _of_files(drift: Drift, out: str) -> Iterator[Cause]:
    if drift.last is None:
        return
    for change in drift.changes:
        if (change.by_hand or change.is_foreign) and not drift.is_empty:
            yield cause_of(change, drift.last, out)
    for path in drift.agreeing:
        message = "was changed by hand, to exactly what is now generated: nothing has to be done to it"
        yield Cause("edited-by-hand", message, f"{out}/{path}")
