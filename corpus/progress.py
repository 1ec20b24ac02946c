"""Shows progress: a bar on a terminal, otherwise a line per document."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from corpus.outcome import Outcome
from corpus.table import line


def watched(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    """Yield the outcomes unchanged, and show their number on stderr."""
    if not sys.stderr.isatty():
        for number, outcome in enumerate(outcomes, 1):
            print(f"[{number}/{total}] {line(outcome)}", file=sys.stderr, flush=True)
            yield outcome
        return
    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total)
        short = 0
        for outcome in outcomes:
            short += outcome.falls_short
            said = f"{outcome.document}, {short} incomplete" if short else outcome.document
            progress.update(task, advance=1, description=said)
            yield outcome
