"""The command `drift`: turns reports of clients into edits to the document."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from msgspec.structs import replace

from codegen.commands.reporting import publish, save
from codegen.commands.settings import Settings
from codegen.commands.terminal import Terminal
from codegen.document.failures import Unusable
from codegen.document.source import STDIN

if TYPE_CHECKING:
    from codegen.document.source_map import SourceMap
    from codegen.drift.client_reports.findings import Finding
    from codegen.drift.client_reports.printing import Summary
    from codegen.drift.client_reports.reports import Tallies
    from codegen.drift.editing import EditedFile, Editor

_MOST_ERRORS = 20
"""The most invalid lines that are listed."""

_MOST_BAD = 1_000
"""The number of invalid lines after which a file is not read further, because it is something else."""


def drift(chosen: Settings, terminal: Terminal) -> int:
    """Sum up reports of clients and propose edits to the document, and return the exit code.

    It is 1 if the document does not describe what was reported, and with `--patch` and `--apply` if there is
    something that they cannot edit.
    """
    from codegen.commands.edited_files import files_of, real_path
    from codegen.commands.reading import read_options, understood
    from codegen.drift.client_reports.findings import edited as edited_for
    from codegen.drift.client_reports.findings import findings
    from codegen.drift.client_reports.judgements import Outcome
    from codegen.drift.client_reports.patches import patch
    from codegen.drift.client_reports.printing import Summary, printed
    from codegen.drift.editing import Editor
    from codegen.pipeline import examine
    from codegen.processes import deep_recursion

    options = chosen.arguments
    files: list[Path] = options.files
    if chosen.document == "-":
        raise Unusable("the edits are of a file; give the document as one")
    tallies = _tallies(files)
    with terminal.progress("comparing the reports with the document"):
        read = examine(chosen.spec, read_options(chosen))
        source = read.source

        def check(edited: Sequence[EditedFile]) -> None:
            understood(chosen, {real_path(file): file.text for file in edited})

        with deep_recursion():
            editor = Editor(source, files_of(source, chosen), check)
            found, edited = edited_for(findings(tallies, read.checked.root), editor)
            found = [_placed(one, source, editor, chosen.document) for one in found]
    command = chosen.again("drift", *map(str, files), has_files=True)
    summary = Summary(found, tallies.all, chosen.document, [*map(str, files)], patch(edited), command)
    if options.patch or options.apply:
        save(partial(printed, summary), chosen.report)
        _write(edited, summary, terminal, is_patch=options.patch)
        return 1 if any(one.judgement.outcome is Outcome.BY_HAND for one in found) else 0
    is_drift = any(one.is_drift for one in found)
    publish(partial(printed, summary), chosen, terminal, is_result=is_drift)
    return 1 if is_drift else 0


def _tallies(files: Sequence[Path]) -> Tallies:
    """The reports in the files.

    Raises:
        Unusable: A file cannot be read, or a line is not a report. The message lists these lines.
    """
    from codegen.drift.client_reports.reports import BadLine, Tallies, reports

    tallies, bad = Tallies(), list[str]()
    for path in files:
        with sys.stdin.buffer if path == STDIN else path.open("rb") as file:
            for one in reports(_lines(file)):
                if len(bad) == _MOST_BAD:
                    break
                if isinstance(one, BadLine):
                    name = "<stdin>" if path == STDIN else path
                    bad.append(f"{name}:{one.line}:{one.column}: {one.message}")
                else:
                    tallies.add(one)
    if bad:
        at_least = ", and the rest was not read" if len(bad) == _MOST_BAD else ""
        more = [f"and {len(bad) - _MOST_ERRORS:,} more lines{at_least}"] if len(bad) > _MOST_ERRORS else []
        what = "these lines are no reports of `DriftLog`; correct or remove them"
        raise Unusable("\n".join([what, *bad[:_MOST_ERRORS], *more]))
    return tallies


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file. A line that is too long is cut after the limit."""
    from codegen.drift.client_reports.reports import LONGEST_LINE

    while line := file.readline(LONGEST_LINE + 1):
        rest = line
        while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
            rest = file.readline(LONGEST_LINE + 1)
        yield line


def _placed(one: Finding, source: SourceMap, editor: Editor, name: str) -> Finding:
    """A finding with its place and the effect of its edit."""
    from codegen.drift.client_reports.judgements import Outcome
    from codegen.drift.client_reports.patches import changed_lines
    from codegen.drift.formats import Spot

    judged, lines = one.judgement, list[str]()
    if judged.outcome is Outcome.ELSEWHERE:
        return one
    if judged.outcome is Outcome.EDIT:
        lines = [line for file in editor.alone(judged.changes or {}) for line in changed_lines(file)]
    place = source.place(judged.pointer, "key")
    return replace(one, spot=Spot(place.file or name, place.line, place.column), lines=lines)


def _write(edited: Sequence[EditedFile], summary: Summary, terminal: Terminal, *, is_patch: bool) -> None:
    """Print or apply the edits, and print to the standard error what must be edited by hand."""
    from codegen.commands.edited_files import write_edits
    from codegen.drift.client_reports.judgements import Outcome
    from codegen.drift.client_reports.printing import printed

    if is_patch:
        terminal.output(summary.patch)
    else:
        write_edits(edited)
        for file in edited:
            terminal.info(f"{file.source.name}: edited\n")
    by_people = {Outcome.BY_HAND, Outcome.ELSEWHERE}
    left = [one for one in summary.findings if one.judgement.outcome in by_people]
    if left:
        terminal.error(printed(replace(summary, findings=left), "text"))
