"""A complete run: find the documents, examine them, check types, report."""

from __future__ import annotations

import tempfile
from pathlib import Path

from codegen.document.failures import Unusable
from corpus import checkers, report
from corpus.job import Job
from corpus.outcome import Fate, Outcome
from corpus.processes import examined
from corpus.progress import watched
from corpus.settings import Settings, Types
from corpus.table import summary, table

_SUFFIXES = {".yaml", ".yml", ".json"}


def documents(folder: Path) -> list[Path]:
    """All files in a folder and its subfolders that may be documents.

    Raises:
        Unusable: The folder does not exist or contains no document.
    """
    if not folder.is_dir():
        raise Unusable(f"{folder} is not a folder")
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES and path.is_file())
    if not found:
        raise Unusable(f"{folder} contains no .yaml, .yml or .json file")
    return found


def run(settings: Settings) -> bool:
    """Examine all documents and print the table. Return True if there is no shortfall.

    Raises:
        Unusable: The folder has no documents, or a type checker failed.
    """
    found = documents(settings.folder)
    with tempfile.TemporaryDirectory(prefix="corpus-") as name:
        work = Path(name)
        jobs: list[Job] = []
        for number, path in enumerate(found):
            folder = work / f"d{number:05}"
            folder.mkdir()
            document = path.relative_to(settings.folder).as_posix()
            jobs.append(Job(path.resolve(), document, folder, settings.tolerated))
        outcomes = list(
            watched(
                examined(jobs, at_once=settings.jobs, seconds=settings.seconds, megabytes=settings.megabytes),
                len(jobs),
            )
        )
        if settings.report is not None:
            report.write(settings.report, outcomes)  # even if a type checker fails
        _check_types(outcomes, work, settings.types)
    if settings.report is not None:
        report.write(settings.report, outcomes)
    print(table(outcomes), summary(outcomes), sep="\n", end="", flush=True)
    return not any(one.falls_short for one in outcomes)


def _check_types(outcomes: list[Outcome], work: Path, types: Types) -> None:
    typed = [one for one in outcomes if one.fate is Fate.WHOLE and one.package]
    if types is Types.SAMPLE:
        typed = checkers.sample(typed)
    if types is Types.NONE or not typed:
        return
    try:
        checkers.check(typed, work)
    except checkers.CheckerError as error:
        raise Unusable(str(error)) from error
