"""Measures both generators on documents of vendors: ``python -m benchmarks.vendors FILE_OR_FOLDER...``.

It prints a table in Markdown: processor time, wall time and peak memory by document. Processor time is that
of all processes of a run, of the user and the system, and depends less on the load of the machine. Python's
bytecode cache is on, and is filled by a first run that does not count. Each generator then runs once for each
document. Set ``ROUNDS`` for more runs, of which the least counts.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import ROOT
from benchmarks.contest import OURS, STOCK
from benchmarks.generators import Generator, Run, generators, run

SPEC = ROOT / "spec" / "openapi.yaml"
"""Measured in any case."""

_HEAD = """\
| document | CPU, ours | CPU, stock | ratio | wall, ours | wall, stock | ratio | peak, ours | peak, stock |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"""


def documents(arguments: Sequence[str]) -> list[Path]:
    """The documents that are given, or are in a folder that is given, and the one of this repository."""
    given = [Path(argument) for argument in arguments]
    found = (sorted(one.glob("*.[jy]*")) if one.is_dir() else [one] for one in given)
    return [SPEC, *(path for some in found for path in some)]


def row(document: Path, ours: Run | None, stock: Run | None) -> str:
    """A line of the table. A generator that refused the document has no values."""
    pairs = [
        (f"{one.processor:.2f} s", f"{one.seconds:.2f} s", f"{one.peak / 1e6:.0f} MB") if one else ("",) * 3
        for one in (ours, stock)
    ]
    (cpu, wall, peak), (their_cpu, their_wall, their_peak) = pairs
    ratios = ("", "")
    if ours and stock:
        ratios = (f"{ours.processor / stock.processor:.2f}", f"{ours.seconds / stock.seconds:.2f}")
    cells = (document.name, cpu, their_cpu, ratios[0], wall, their_wall, ratios[1], peak, their_peak)
    return f"| {' | '.join(cells)} |"


def _least(generator: Generator, document: Path, folder: Path, rounds: int) -> Run | None:
    """The least values of some rounds; None if the generator refuses the document."""
    try:
        runs = [run(generator, document, folder) for _ in range(rounds)]
    except subprocess.CalledProcessError:
        return None
    if not generator.operations(generator.package(folder)):
        return None
    return Run(
        min(one.seconds for one in runs), min(one.peak for one in runs), min(one.processor for one in runs)
    )


def rows(paths: Sequence[Path], rounds: int) -> Iterator[str]:
    """The lines of the table, each as soon as it is known."""
    known = generators()
    with TemporaryDirectory() as name:
        for generator in (OURS, STOCK):
            _least(known[generator], SPEC, Path(name) / "warm", 1)
        for document in paths:
            yield row(
                document, *(_least(known[one], document, Path(name) / one, rounds) for one in (OURS, STOCK))
            )


if __name__ == "__main__":
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    print(_HEAD)
    for line in rows(documents(sys.argv[1:]), int(os.environ.get("ROUNDS", "1"))):
        print(line, flush=True)
