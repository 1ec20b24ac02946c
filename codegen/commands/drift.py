"""The command `drift`: what clients have met, back into the document."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from codegen.commands.settings import Settings
from codegen.commands.terminal import Terminal
from codegen.document.failures import Unusable
from codegen.document.source import STDIN

if TYPE_CHECKING:
    from codegen.drift.editing import EditedFile, Editor
    from codegen.drift.gathered.findings import Finding
    from codegen.drift.gathered.printing import Shown
    from codegen.drift.gathered.tally import Tallies
    from codegen.pipeline import Understood

_MOST_ERRORS = 20
"""How many bad lines are listed."""


def drift(chosen: Settings, terminal: Terminal) -> int:
    """Sum up reports of clients and propose edits of the document, and return the exit code.

    It is 1 if the document does not describe what was reported, and with `--patch` and `--apply` if there is
    something that they cannot edit.
    """
    from codegen.commands.editing import files_of, real_path
    from codegen.commands.reading import understood
    from codegen.drift.editing import Editor
    from codegen.drift.gathered.editing import edited as edited_for
    from codegen.drift.gathered.findings import findings
    from codegen.drift.gathered.judging import Outcome
    from codegen.processes import deep_recursion

    options = chosen.arguments
    files: list[Path] = options.files
    if chosen.document == "-":
        raise Unusable("the edits are of a file; give the document as one")
    tallies = _tallies(files)
    with terminal.progress("comparing the reports with the document"):
        document = understood(chosen)

        def check(edited: Sequence[EditedFile]) -> None:
            understood(chosen, {real_path(file): file.text for file in edited})

        with deep_recursion():
            editor = Editor(document.source, files_of(document, chosen), check)
            found, edited = edited_for(findings(tallies, document.root), editor)
            shown = [_shown(one, document, editor, chosen.document) for one in found]
    report = _json(shown, tallies, edited, document, chosen)
    if chosen.report is not None:
        chosen.report.write_text(report, encoding="utf-8")
    outcomes = {one.judgement.outcome for one in found}
    if options.patch or options.apply:
        _write(edited, shown, tallies, chosen, terminal)
        return 1 if Outcome.BY_HAND in outcomes else 0
    is_drift = bool(outcomes & {Outcome.EDIT, Outcome.BY_HAND})
    text = report if chosen.format == "json" else _text(shown, tallies, chosen)
    (terminal.say if is_drift else terminal.tell)(text)
    return 1 if is_drift else 0


def _tallies(files: Sequence[Path]) -> Tallies:
    """What the files report.

    Raises:
        Unusable: A file cannot be read, or a line is no report. All such lines are named.
    """
    from codegen.drift.gathered.reports import BadLine, reports
    from codegen.drift.gathered.tally import Tallies

    tallies, bad = Tallies(), list[str]()
    for path in files:
        with sys.stdin.buffer if path == STDIN else path.open("rb") as file:
            for one in reports(_lines(file)):
                if isinstance(one, BadLine):
                    name = "<stdin>" if path == STDIN else path
                    bad.append(f"{name}:{one.line}:{one.column}: {one.message}")
                else:
                    tallies.add(one)
    if bad:
        more = [f"and {len(bad) - _MOST_ERRORS:,} more lines"] if len(bad) > _MOST_ERRORS else []
        what = "these lines are no reports of `DriftLog`; correct or remove them"
        raise Unusable("\n".join([what, *bad[:_MOST_ERRORS], *more]))
    return tallies


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file. Of one that is too long, only as much is kept as shows that."""
    from codegen.drift.gathered.reports import LONGEST_LINE

    while line := file.readline(LONGEST_LINE + 1):
        rest = line
        while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
            rest = file.readline(LONGEST_LINE + 1)
        yield line


def _shown(one: Finding, document: Understood, editor: Editor, name: str) -> Shown:
    from codegen.drift.gathered import printing
    from codegen.drift.gathered.judging import Outcome
    from codegen.drift.gathered.patches import changed_lines

    place = printing.place(one, document.source)
    at = f"{place.file or name}:{place.line}:{place.column}"
    is_edit = one.judgement.outcome is Outcome.EDIT
    lines = (
        [line for file in editor.alone(one.judgement.changes or {}) for line in changed_lines(file)]
        if is_edit
        else []
    )
    return printing.Shown(one, at, lines)


def _text(shown: Sequence[Shown], tallies: Tallies, chosen: Settings) -> str:
    from codegen.drift.gathered import printing

    files = shlex.join(map(str, chosen.arguments.files))
    return printing.text(shown, tallies.all, chosen.document, f"{chosen.face.call} drift {files}")


def _json(
    shown: Sequence[Shown],
    tallies: Tallies,
    edited: Sequence[EditedFile],
    document: Understood,
    chosen: Settings,
) -> str:
    from codegen.drift.gathered import machine, printing
    from codegen.drift.gathered.patches import patch

    return machine.in_json(
        [(one, printing.place(one.finding, document.source)) for one in shown],
        tallies.all,
        chosen.document,
        [str(path) for path in chosen.arguments.files],
        patch(edited),
    )


def _write(
    edited: Sequence[EditedFile],
    shown: Sequence[Shown],
    tallies: Tallies,
    chosen: Settings,
    terminal: Terminal,
) -> None:
    """Print or apply the edits, and say on the standard error what is left to people."""
    from codegen.commands.editing import replace_files
    from codegen.drift.gathered.judging import Outcome
    from codegen.drift.gathered.patches import patch

    if chosen.arguments.patch:
        terminal.say(patch(edited))
    else:
        replace_files(edited)
        for file in edited:
            terminal.tell(f"{file.source.name}: edited\n")
    left = [one for one in shown if one.finding.judgement.outcome in {Outcome.BY_HAND, Outcome.ELSEWHERE}]
    if left:
        terminal.complain(_text(left, tallies, chosen))
