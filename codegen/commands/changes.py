"""The command `changes`: what the changes of a document mean for the users of its client."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from codegen.commands.reporting import save
from codegen.commands.settings import Settings
from codegen.commands.terminal import Terminal
from codegen.document.failures import Unusable
from codegen.processes import deep_recursion, garbage_collection_paused
from codegen.views.text.terminal import printable

if TYPE_CHECKING:
    from codegen.drift.changes.comparison import Version
    from codegen.drift.changes.report import Report


def changes(chosen: Settings, terminal: Terminal) -> int:
    """Report what changed since a revision, or since another document, and return the exit code."""
    options = chosen.arguments
    since: str | None = options.since
    if options.old is None and since is None:
        since, why = _last_tag(chosen)
        if since is None:
            _without_old(chosen, why, terminal)
            return 0
    with (
        terminal.progress(f"comparing {chosen.document}"),
        garbage_collection_paused(),
        deep_recursion(),
        _old(chosen, since) as (before, shown, name),
    ):
        from codegen.drift.changes.comparison import compared, versions

        is_large = _is_file(chosen.document) and Path(chosen.document).stat().st_size > _LARGE
        report = compared(
            *versions(lambda: _read_old(before, shown, name), lambda: _read(chosen, {}), worth_it=is_large)
        )
    said = _printed(report, name, chosen.document, chosen.format)
    save(lambda form: _printed(report, name, chosen.document, form), chosen.report)
    if options.changelog:
        said += _write_changelog(chosen.out, report)
    is_refused = options.require_version and not report.is_raised
    if is_refused or not terminal.is_quiet:
        terminal.say(said)
    return 1 if is_refused else 0


def _without_old(chosen: Settings, why: str, terminal: Terminal) -> None:
    """Say that there is nothing to compare with; to programs by a report without changes."""
    said = f"{printable(chosen.document)}: {why}; nothing to compare with\n"
    is_for_program = chosen.format in {"json", "sarif"}
    if is_for_program or chosen.report is not None:
        from codegen.drift.changes.comparison import compared

        with deep_recursion():
            new = _read(chosen, {})
            report = compared(new, new)
        save(lambda form: _printed(report, None, chosen.document, form), chosen.report)
        if is_for_program:
            if not terminal.is_quiet:
                terminal.complain(said)
            said = _printed(report, None, chosen.document, chosen.format)
    terminal.tell(said)


def _write_changelog(out: Path, report: Report) -> str:
    """Write the report into the changelog of the client, and return what has been done."""
    from codegen.drift.changes.changelog import NAME, updated
    from codegen.output.files import replace_files

    path = out / NAME
    if not path.is_file():
        raise Unusable(f"{path} is not there: generate the client first")
    before = path.read_bytes()
    after = updated(before, report)
    replace_files({path: after})
    return f"{path}: {'up to date' if before == after else 'written'}\n"


_LARGE = 100_000
"""The size in bytes above which a second process saves time."""


def _last_tag(chosen: Settings) -> tuple[str | None, str]:
    """The last tag at which the document was there, or why there is none."""
    from codegen.drift.changes.revisions import Repository

    if not _is_file(chosen.document):
        return None, "not a file of a repository"
    if not Path(chosen.document).exists():
        raise Unusable(f"{chosen.document}: No such file or directory")
    try:
        repository = Repository.around(Path(chosen.document))
    except Unusable as error:
        return None, str(error).rpartition("; ")[0].replace(f"{Path(chosen.document)} is", "it is", 1)
    tag = repository.last_tag()
    if tag is None and repository.is_shallow:
        why = "no tag in this shallow clone (run `git fetch --tags --unshallow` to compare)"
        if chosen.arguments.require_version:
            raise Unusable(
                f"{chosen.document}: {why}\n--require-version cannot tell whether the version was raised."
                "\nOn GitHub, set `fetch-depth: 0` of actions/checkout"
            )
        return None, why
    if tag is None:
        return None, "no tag yet (use --since HEAD for the last commit, or --old FILE)"
    if not repository.has(tag, Path(chosen.document)):
        return None, f"not in the last tag, {tag}"
    return tag, ""


@contextmanager
def _old(chosen: Settings, since: str | None) -> Iterator[tuple[Settings, dict[str, str], str]]:
    """The settings for the old document, how its files are called, and what it is called itself."""
    old: Path | None = chosen.arguments.old
    if old is not None:
        yield replace(chosen, document=str(old), root=None), {}, str(old)
        return
    from codegen.drift.changes.revisions import Repository
    from codegen.prepare.config.reading import read

    if not _is_file(chosen.document):
        raise Unusable(f"{chosen.document} is no file of a repository; name the old one with --old FILE")
    document = Path(chosen.document)
    repository = Repository.around(document)
    configured = chosen.configuration
    around = [*chosen.arguments.overlay, *([chosen.root] if chosen.root else [])]
    with repository.at(str(since), document, around) as checkout:

        def then(path: Path) -> Path:
            """The file or folder at the revision; as it is now if it is in no revision."""
            there = checkout.path(path) if path.resolve().is_relative_to(repository.top) else path
            return there if there.exists() else path

        configuration, overlays = None, list[Path]()
        if configured is not None:
            there = checkout.path(Path(configured.source.name))
            checkout.add(there)
            configuration = read(there) if there.exists() else None
        if configuration is not None:
            overlays = configuration.paths("overlays")
            checkout.add(*overlays)
        before = replace(
            chosen,
            document=str(checkout.path(document)),
            root=chosen.root and then(chosen.root),
            overlays=(*overlays, *map(then, chosen.arguments.overlay)),
            configuration=configuration,
        )
        yield before, checkout.shown, f"{since}:{repository.name(document)}"


def _is_file(document: str) -> bool:
    return document != "-" and "://" not in document


def _read(chosen: Settings, shown: dict[str, str]) -> Version:
    from codegen.commands.reading import understood
    from codegen.drift.changes.comparison import Version

    return Version.of(understood(chosen), shown)


def _read_old(chosen: Settings, shown: dict[str, str], name: str) -> Version:
    from codegen.document.problems import Refused
    from codegen.drift.changes.comparison import renamed
    from codegen.output import report

    try:
        return _read(chosen, shown)
    except Refused as refused:
        if refused.source is None:
            raise
        problems = renamed(report.text(refused.problems, refused.source), shown)
        raise Unusable(
            f"{name} has problems, so nothing can be compared with it"
            f" (--tolerate and --allow-loss apply to it, too)\n{problems.rstrip()}"
        ) from refused


def _printed(report: Report, old: str | None, new: str, form: str) -> str:
    """The report in a form. Only the forms for programs have one without an old document."""
    from codegen.drift.changes import machine, printing

    match form:
        case "json":
            return machine.in_json(report, old, new)
        case "sarif":
            return machine.in_sarif(report)
        case "markdown":
            return printing.markdown(report, str(old), new)
        case "github":
            return printing.github(report, str(old), new)
        case _:
            return printing.text(report, str(old), new)
