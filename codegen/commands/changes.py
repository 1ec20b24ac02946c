"""The command `changes`: what the changes to a document mean for the users of its client."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from codegen.commands.reporting import save
from codegen.commands.settings import Settings
from codegen.commands.terminal import Terminal
from codegen.document.failures import Unusable
from codegen.processes import deep_recursion, garbage_collection_paused
from codegen.views.text.printable import printable

if TYPE_CHECKING:
    from codegen.commands.client_version import Pair
    from codegen.drift.changes.comparison import Comparison
    from codegen.drift.changes.report import Report
    from codegen.drift.renames.printing import Renamed


def changes(chosen: Settings, terminal: Terminal) -> int:
    """Report what changed since a revision, or since another document, and return the exit code."""
    from codegen.commands.client_version import last_tag, read_pair

    options = chosen.arguments
    _refuse_useless(chosen)
    since: str | None = options.since
    if options.old is None and since is None:
        since, why = last_tag(chosen)
        if since is None:
            return _without_old(chosen, why, terminal)
    with garbage_collection_paused(), deep_recursion():
        with terminal.progress(f"comparing {chosen.document}"):
            pair = read_pair(chosen, since)
            found = pair.compared()
        if options.accept is not None:
            from codegen.commands.accepting import accept

            return accept(chosen, pair, found, terminal)
        renamed: Renamed | None = None
        if chosen.format != "sarif" or chosen.report is not None:  # SARIF has no place for names to keep
            with terminal.progress("looking for names to keep"):
                renamed = _renamed(chosen, pair, found, since)
    report = found.report
    output = _printed(report, renamed, pair.name, chosen.document, chosen.format)
    save(lambda form: _printed(report, renamed, pair.name, chosen.document, form), chosen.report)
    if options.codemod is not None:
        output += _write_codemod(options.codemod, found)
    if options.changelog:
        output += _write_changelog(chosen.out, report)
    if options.guide is not None:
        output += _write_guide(options.guide, report)
    if (options.codemod or options.changelog or options.guide) and not report.is_raised:
        version = printable(report.new_version)
        output += (
            f"the version {version} was not raised enough: raise info.version, and run the command again\n"
        )
    is_refused = options.require_version and not report.is_raised
    if is_refused or not terminal.is_quiet:
        terminal.output(output)
    return 1 if is_refused else 0


def _refuse_useless(chosen: Settings) -> None:
    """Refuse options that would be ignored.

    Raises:
        Unusable: An option would be ignored.
    """
    options = chosen.arguments
    writing = {"--until": options.until, "--into": options.into, "--pin": options.pin}
    reporting = {
        "--codemod": options.codemod,
        "--changelog": options.changelog,
        "--guide": options.guide,
        "--require-version": options.require_version,
        "--report": chosen.report,
        f"--format {chosen.format}": chosen.format != "text",
    }
    for name, value in (writing if options.accept is None else reporting).items():
        if value and options.accept is None:
            raise Unusable(f"{name} needs --accept, which writes former names")
        if value:
            raise Unusable(f"--accept writes into the document, and no report: run it without {name}")


def _renamed(chosen: Settings, pair: Pair, found: Comparison, since: str | None) -> Renamed:
    """The renames, with what declaring them would change."""
    from codegen.commands.accepting import command
    from codegen.drift.renames.detection import renames
    from codegen.drift.renames.printing import Renamed
    from codegen.drift.renames.supposing import supposed

    wanted = renames(found.old, found.new, found.matches)
    result = supposed(wanted, None, found)
    return Renamed(result, found.matches.doubts, found.report, pair.new, command(chosen, since))


def _without_old(chosen: Settings, why: str, terminal: Terminal) -> int:
    """Report that there is no old document. Formats for programs get a report without changes."""
    from codegen.commands.client_version import read_version
    from codegen.drift.changes.comparison import comparison

    with deep_recursion():
        new = read_version(chosen)
        report = comparison(new, new).report
    message = (
        f"{printable(chosen.document)}: {why}; nothing to compare with. The document has no problems."
        " To compare it with another version of it, use --old FILE\n"
    )
    if chosen.arguments.accept is not None or chosen.arguments.codemod is not None:
        raise Unusable(message.strip())
    save(lambda form: _printed(report, None, None, chosen.document, form), chosen.report)
    if chosen.format in {"json", "sarif"}:
        if not terminal.is_quiet:
            terminal.error(message)
        message = _printed(report, None, None, chosen.document, chosen.format)
    terminal.info(message)
    return 0


def _write_codemod(path: Path, found: Comparison) -> str:
    """Write the program that renames in users' code, and return a message."""
    from codegen.drift.changes.clients import Clients
    from codegen.drift.codemod.program import program
    from codegen.drift.codemod.table import table
    from codegen.output.files import replace_files

    names = table(Clients(found.old.surface, found.new.surface, found.matches))
    report = found.report
    text = program(names, path.name, report.old_version, report.new_version)
    if path.exists() and b"Written by wholespec" not in path.read_bytes()[:_HEAD]:
        raise Unusable(f"{path} is a file of yours; name another one for the codemod")
    replace_files({path: text.encode()})
    shown = printable(str(path))
    return f"\n{shown}: written. `uv run {shown} --diff FOLDER` shows what it changes in programs\n"


_HEAD = 2000
"""The first bytes of a codemod, which identify it."""


def _write_changelog(out: Path, report: Report) -> str:
    """Write the report into the changelog of the client, and return a message."""
    from codegen.drift.changes.changelog import NAME, updated
    from codegen.output.files import replace_files

    path = out / NAME
    if not path.is_file():
        raise Unusable(f"{path} is not there: generate the client first")
    before = path.read_bytes()
    after = updated(before, report)
    replace_files({path: after})
    return f"{path}: {'up to date' if before == after else 'written'}\n"


def _write_guide(folder: Path, report: Report) -> str:
    """Write the page of the release and the index, and return a message."""
    from codegen.drift.changes import guide
    from codegen.output.files import replace_files

    if folder.exists() and not folder.is_dir():
        raise Unusable(f"{folder} is a file; --guide writes its pages into a folder")
    files: dict[Path, bytes] = {}
    message = ""
    for name, updated in ((guide.INDEX, guide.index_updated), (guide.name(report), guide.updated)):
        path = folder / name
        before = path.read_text("utf-8") if path.is_file() else ""
        after = updated(before, report)
        files[path] = after.encode()
        message += f"{printable(str(path))}: {'up to date' if before == after else 'written'}\n"
    folder.mkdir(parents=True, exist_ok=True)
    replace_files(files)
    return message


def _printed(report: Report, renamed: Renamed | None, old: str | None, new: str, form: str) -> str:
    """The report in a format. Without an old document, only formats for programs have a report."""
    from codegen.drift.changes import printing
    from codegen.drift.renames import printing as renames_printing

    if form == "json":
        return printing.in_json(report, old, new, renames_printing.in_json(renamed) if renamed else {})
    if form == "sarif":
        return printing.in_sarif(report)
    if form == "markdown":
        return printing.markdown(report, str(old), new) + renames_printing.markdown(renamed)
    whole = printing.github if form == "github" else printing.text
    return whole(report, str(old), new) + renames_printing.text(renamed)
