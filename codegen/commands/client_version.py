"""The two versions of a document that `changes` compares."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from codegen.commands.reading import read_options
from codegen.commands.settings import Settings, is_file
from codegen.document.failures import Unusable
from codegen.document.problems import Refused
from codegen.document.source import Source
from codegen.drift.changes.comparison import Comparison, Version, comparison, renamed
from codegen.drift.changes.revisions import Repository
from codegen.output import record, report
from codegen.pipeline import Understood, understand
from codegen.prepare.config.configuration import read_configuration
from codegen.prepare.overlay.actions import Action
from codegen.processes import run_both, several_processes


class Pair(Struct, frozen=True):
    """Two versions of a document, and the name of the old one."""

    old: Version
    new: Version
    name: str

    def compared(self) -> Comparison:
        """What changed between them."""
        return comparison(self.old, self.new)


def read_pair(chosen: Settings, since: str | None) -> Pair:
    """Read the document and its old version, from another file or a revision.

    Raises:
        Unusable: The old version cannot be read, or has problems.
        Refused: The new version has problems.
    """
    with _old(chosen, since) as (before, shown, name):
        is_large = is_file(chosen.document) and Path(chosen.document).stat().st_size > _LARGE
        with several_processes(worth_it=is_large):
            old, new = run_both(
                lambda: _read_old(before, shown, name).as_made(_record(before)), lambda: read_version(chosen)
            )
    return Pair(old, new, name)


_LARGE = 100_000
"""The size in bytes above which a second process saves time."""


def last_tag(chosen: Settings) -> tuple[str | None, str]:
    """The last tag whose revision has the document, or why there is none."""
    if not is_file(chosen.document):
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
    """The settings for the old document, the names of its files, and its own name."""
    old: Path | None = chosen.arguments.old
    if old is not None:
        yield replace(chosen, document=str(old), root=None), {}, str(old)
        return
    if not is_file(chosen.document):
        raise Unusable(f"{chosen.document} is no file of a repository; name the old one with --old FILE")
    document = Path(chosen.document)
    repository = Repository.around(document)
    configured = chosen.configuration
    around = [*chosen.arguments.overlay, *([chosen.root] if chosen.root else [])]
    with repository.at(str(since), document, around) as checkout:

        def then(path: Path) -> Path:
            """The file or folder at the revision. If it is in no revision, the current one."""
            there = checkout.path(path) if path.resolve().is_relative_to(repository.top) else path
            return there if there.exists() else path

        configuration, overlays = None, list[Path]()
        if configured is not None:
            there = checkout.path(Path(configured.source.name))
            checkout.add(there)
            configuration = read_configuration(there) if there.exists() else None
        if configuration is not None:
            overlays = configuration.paths("overlays")
            checkout.add(*overlays)
        made = chosen.out / record.NAME
        if made.resolve().is_relative_to(repository.top):
            checkout.add(checkout.path(made))
        before = replace(
            chosen,
            out=then(chosen.out),
            document=str(checkout.path(document)),
            root=chosen.root and then(chosen.root),
            overlays=(*overlays, *map(then, chosen.arguments.overlay)),
            configuration=configuration,
        )
        yield before, checkout.shown, f"{since}:{repository.name(document)}"


def read_version(chosen: Settings) -> Version:
    """Read the current document."""
    return Version.of(understand(chosen.spec, read_options(chosen)), {})


def _read_old(chosen: Settings, shown: dict[str, str], name: str) -> Version:
    try:
        return Version.of(_understood_then(chosen), shown)
    except Refused as refused:
        if refused.source is None:
            raise
        problems = renamed(report.text(refused.problems, refused.source), shown)
        raise Unusable(
            f"{name} has problems, so nothing can be compared with it"
            f" (--tolerate and --allow-loss apply to it, too)\n{problems.rstrip()}"
        ) from refused


def _record(chosen: Settings) -> record.Record | None:
    """The record of the client in the folder for it, if there is one."""
    path = chosen.out / record.NAME
    return record.parse_record(path.read_text("utf-8", "replace")) if path.is_file() else None


def _understood_then(chosen: Settings) -> Understood:
    """Read an old document. The current overlays may name parts that it lacks."""
    options = replace(read_options(chosen), may_miss=True)
    try:
        return understand(chosen.spec, options)
    except Refused as refused:
        places = [one.where for one in refused.problems if one.rule == "renamed-from"]
        if len(places) < len(refused.problems) or not (chosen.overlays or chosen.configuration):
            raise
        nowhere = Source("the former names", "", is_json=False)
        further = [Action("remove", one, None, nowhere, (), ()) for one in places if isinstance(one, tuple)]
        return understand(chosen.spec, replace(options, further=further))
