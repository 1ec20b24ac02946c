"""The commands `build` and `check`."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from codegen.commands.reporting import save
from codegen.commands.settings import Settings
from codegen.commands.terminal import Terminal
from codegen.document.failures import Unusable
from codegen.document.problems import Refused
from codegen.processes import deep_recursion, garbage_collection_paused
from codegen.verify.second_reader import started

if TYPE_CHECKING:
    from codegen.drift.causes.inputs import Places
    from codegen.pipeline import Output


def build(chosen: Settings, terminal: Terminal, *, force: bool) -> int:
    """Write the client, and return the exit code."""
    output = generated(chosen, terminal)
    from codegen.commands.run_report import RunReport
    from codegen.drift import printing
    from codegen.output.report import environment_line
    from codegen.output.write import Edited, holds_another, write
    from codegen.views.text.printable import printable

    out = chosen.out
    # The default folder belongs to the default document.
    if not chosen.is_out_given and not chosen.is_maintained and holds_another(output.files, out):
        raise Unusable(f"{out} contains the client of another API; choose a folder with --out")
    report = RunReport.of("build", chosen.document, str(out), output)
    try:
        written = write(output.files, out, force=force)
    except Edited as edited:
        command = chosen.command("--force")
        report = report.edited(edited.changes, command)
        save(report.printed, chosen.report)
        if chosen.format in {"json", "sarif"}:
            terminal.output(report.printed(chosen.format))
        else:
            terminal.error(printing.refusal(edited.changes, str(out), command))
        return 1
    report = report.written(written.changed, written.removed)
    save(report.printed, chosen.report)
    if chosen.format in {"json", "sarif"}:
        terminal.info(report.printed(chosen.format))
        return 0
    for path in written.changed:
        terminal.debug(f"wrote {printable(str(out / path))}")
    removed = "".join(f"removed {printable(str(out / path))}\n" for path in written.removed)
    changed = (
        f"{len(written.changed)} of {len(output.files)} files written" if written.changed else "up to date"
    )
    read = environment_line(report.environment) if written.changed else ""
    terminal.info(f"{_omissions(output)}{removed}{printable(str(out))}: {changed}\n{read}")
    return 0


def check(chosen: Settings, terminal: Terminal) -> int:
    """Report the drift of the client, and return the exit code."""
    output = generated(chosen, terminal)
    from codegen.commands.run_report import RunReport
    from codegen.drift import printing
    from codegen.drift.causes.detection import causes
    from codegen.drift.causes.kinds import Commands
    from codegen.output.compare import compare
    from codegen.views.text.printable import printable

    found = compare(output.files, chosen.out)
    document, out = chosen.document, str(chosen.out)
    commands = Commands(out, chosen.command(), chosen.command("--force"))
    why = causes(found, _places(chosen, output), out)
    report = RunReport.of("check", document, out, output).compared(found, why, commands)
    save(report.printed, chosen.report)
    if chosen.format in {"json", "sarif"}:
        shown = report.printed(chosen.format)
    elif found:
        printer = printing.github if chosen.format == "github" else printing.text
        shown = _omissions(output) + printer(found, why, commands, document)
    else:
        cancelled = printing.agreement(why, commands) if why else ""
        shown = f"{_omissions(output)}{printable(out)}: up to date\n{cancelled}"
    (terminal.output if found else terminal.info)(shown)
    return 1 if found else 0


def _places(chosen: Settings, output: Output) -> Places:
    """The places of the inputs of the run."""
    from codegen.drift.causes.inputs import Places

    settings: dict[str, tuple[str, int, int]] = {}
    if configuration := chosen.configuration:
        for key in configuration.values:
            place = configuration.source.place((*configuration.under, key), "key")
            settings[key] = (configuration.source.name, place.line, place.column)
    return Places(
        document=chosen.document,
        source=output.document,
        out=str(chosen.out),
        overlays=chosen.overlays,
        templates=chosen.templates,
        settings=settings,
    )


def refuse(refused: Refused, chosen: Settings | None, options: argparse.Namespace, terminal: Terminal) -> int:
    """Print the problems of the document, or of the configuration, and return the exit code."""
    from codegen.commands.run_report import RunReport
    from codegen.output import report
    from codegen.standard.rules import is_tolerable
    from codegen.views.text.printable import printable

    if refused.source is None:
        raise refused  # the pipeline always adds the source
    remedy = ""
    if chosen and all(problem.wider or is_tolerable(problem) for problem in refused.problems):
        # A larger folder loses nothing.
        root = _wider(refused)
        rules = {problem.rule for problem in refused.problems} | refused.entailed
        remedy = chosen.command(tolerate=rules - ({"external-reference"} if root else set()), root=root)
    document, out = (chosen.document, str(chosen.out)) if chosen else ("", "")
    found = RunReport(options.command, document, out).refused(refused.problems, refused.source, remedy)
    save(found.printed, options.report)
    if options.format in {"json", "sarif"}:
        terminal.output(found.printed(options.format))
    elif options.format == "github":
        terminal.output(report.github(refused.problems, refused.source))
    else:
        # The maintainers of the default document should fix it.
        is_shown = remedy and chosen and not chosen.is_maintained
        advice = f"to continue anyway: {printable(remedy)}\n" if is_shown else ""
        terminal.error(report.text(refused.problems, refused.source) + advice)
    return 1


def _wider(refused: Refused) -> str:
    """The folder with all files that a document refers to outside of its own; empty if that is not enough."""
    folders = [one.wider for one in refused.problems if one.rule == "external-reference"]
    return os.path.commonpath(folders) if folders and all(folders) else ""


def _omissions(output: Output) -> str:
    """A line for each part of the document that the client omits."""
    from codegen.output import report

    left = output.selection
    where = left.where and f"{left.where.file}:{left.where.line}:{left.where.column}: {left.message}\n"
    return (
        (where or "")
        + report.skipped(output.waivers, output.source)
        + report.tolerated(output.tolerated, output.source)
    )


def generated(chosen: Settings, terminal: Terminal) -> Output:
    """Generate the client, and write nothing."""
    with (
        terminal.progress(f"generating {chosen.out} from {chosen.document}"),
        garbage_collection_paused(),
        deep_recursion(),
        started() as reader,  # before the other imports, so that its process starts early
    ):
        from codegen.commands.reading import read_options
        from codegen.pipeline import generate

        return generate(chosen.spec, read_options(chosen), reader, templates=chosen.templates)
