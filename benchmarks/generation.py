"""Compares the generator with others and records the results in docs/benchmarks.md."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import LinearRegression, correlation, linear_regression
from tempfile import TemporaryDirectory

from benchmarks import ROOT
from benchmarks.contest import OURS, STOCK, Comparison, Table, Target, Unit, interleaved
from benchmarks.documents import write_document
from benchmarks.generators import Generator, Run, generators, run
from benchmarks.markdown import record, report

DOCUMENT = ROOT / "docs" / "benchmarks.md"
LIBRARIES = ("openapi-python-client", "ruff")
SIZES = (10, 30, 100, 300, 1_000)
"""The numbers of operations of the synthetic documents."""
LARGER = (2_000, 4_000)
"""The same for documents that only ours generates, to see how its time grows."""
ROUNDS = 3

_IMPORT = """
from time import perf_counter
started = perf_counter()
import {modules}
print(perf_counter() - started)
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """The measurements for one document."""

    document: str
    operations: int
    """The number of operations that ours emitted."""
    seconds: Comparison
    memory: Comparison
    imports: Comparison
    sizes: tuple[Comparison, ...]


def measure(document: Path, folder: Path, rounds: int, *, alone: bool = False) -> Measured:
    """Generate a client with each generator, in turns; only with ours if `alone`.

    Raises:
        subprocess.CalledProcessError: Ours failed.
    """
    able = {
        name: one
        for name, one in generators().items()
        if name == OURS or (not alone and _can(one, document, folder))
    }
    runs: dict[str, list[Run]] = {name: [] for name in able}

    def sample(name: str) -> float:
        runs[name].append(run(able[name], document, folder / name))
        return runs[name][-1].seconds

    case = document.name
    seconds = interleaved(case, {name: partial(sample, name) for name in able}, rounds=rounds, warm=True)
    packages = {name: one.package(folder / name) for name, one in able.items()}
    operations = {name: float(one.operations(packages[name])) for name, one in able.items()}
    files = {name: [*package.rglob("*.py")] for name, package in packages.items()}
    lines = {name: float(sum(map(_lines, paths))) for name, paths in files.items()}
    importable = {
        name: partial(_import_time, able[name], packages[name]) for name in (OURS, STOCK) if name in able
    }
    return Measured(
        document=case,
        operations=int(operations[OURS]),
        seconds=seconds,
        memory=_of(
            case, Unit.BYTES, {name: [float(one.peak) for one in some] for name, some in runs.items()}
        ),
        imports=interleaved(case, importable, rounds=rounds),
        sizes=(
            _of(f"{case}: operations", Unit.PIECES, {name: [count] for name, count in operations.items()}),
            _of(f"{case}: files", Unit.PIECES, {name: [float(len(some))] for name, some in files.items()}),
            _of(f"{case}: lines", Unit.PIECES, {name: [count] for name, count in lines.items()}),
        ),
    )


def tables(measured: Sequence[Measured]) -> list[Table]:
    """The tables, with one row per document."""
    return [
        Table(
            "Time to generate",
            "From start to end of the process, including formatting. There is no value if a generator"
            " fails on a document. Only ours generates the largest synthetic documents."
            f" {growth(measured)}",
            tuple(one.seconds for one in measured),
        ),
        Table(
            "Memory to generate",
            "The peak resident memory of the largest process.",
            tuple(one.memory for one in measured),
        ),
        Table(
            "Import time of the client",
            "The client and the modules for one operation, in a new process with a warm bytecode cache.",
            tuple(one.imports for one in measured),
        ),
        Table(
            "Size of the output",
            "The number of operations, and of files and lines of Python.",
            tuple(each for one in measured for each in one.sizes),
        ),
    ]


def growth(measured: Sequence[Measured]) -> str:
    """The least-squares line of time over operations for each generator, in words."""
    lines = []
    for name in dict.fromkeys(name for one in measured for name in one.seconds.samples):
        points = [
            (one.operations, one.seconds.median(name)) for one in measured if name in one.seconds.samples
        ]
        if len({operations for operations, _ in points}) >= 3:
            line, certainty = fitted(points)
            start, each = line.intercept, 1000 * line.slope
            lines.append(f"{name} takes {start:.2f} s and {each:.2f} ms per operation (R² {certainty:.3f})")
    return f"By linear regression, {', '.join(lines)}." if lines else ""


def fitted(points: Sequence[tuple[float, float]]) -> tuple[LinearRegression, float]:
    """The least-squares line through points, and its coefficient of determination (R²)."""
    xs, ys = ([point[axis] for point in points] for axis in (0, 1))
    return linear_regression(xs, ys), correlation(xs, ys) ** 2


def targets(measured: Sequence[Measured]) -> Iterator[Target]:
    """The targets of the generator, for each document that is large enough and that stock can read."""
    for one in measured:
        if STOCK in one.seconds.samples and one.operations >= 100:
            yield Target(f"at most half of stock's time: {one.document}", one.seconds, OURS, STOCK, most=0.5)
        if STOCK in one.imports.samples and one.operations >= 1_000:
            yield Target(
                f"imports in a quarter of stock's: {one.document}", one.imports, OURS, STOCK, most=0.25
            )


def _can(generator: Generator, document: Path, folder: Path) -> bool:
    try:
        run(generator, document, folder / "try")
        return generator.operations(generator.package(folder / "try")) > 0
    except subprocess.CalledProcessError:
        return False


def _of(case: str, unit: Unit, samples: Mapping[str, Sequence[float]]) -> Comparison:
    return Comparison(case, unit, {name: tuple(figures) for name, figures in samples.items()})


def _lines(file: Path) -> int:
    return file.read_text(encoding="utf-8").count("\n")


def _import_time(generator: Generator, package: Path) -> float:
    modules = ", ".join(f"{package.name}.{name}".rstrip(".") for name in generator.modules(package))
    done = subprocess.run(
        [sys.executable, "-P", "-c", _IMPORT.format(modules=modules)],
        env=os.environ | {"PYTHONPATH": str(package.parent)},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return float(done.stdout)


def main(arguments: Sequence[str], rounds: int) -> None:
    """Measure the documents in a folder, or synthetic ones. Only the latter are recorded."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        given = [path for argument in arguments for path in sorted(Path(argument).glob("*.[jy]*"))]
        larger = [] if given else [write_document(operations, folder) for operations in LARGER]
        documents = given or [
            ROOT / "spec" / "openapi.yaml",
            *(write_document(operations, folder) for operations in SIZES),
            *larger,
        ]
        measured = []
        for document in documents:
            try:
                measured.append(measure(document, folder / "out", rounds=rounds, alone=document in larger))
                print(f"{document.name}: measured", file=sys.stderr)
            except subprocess.CalledProcessError:
                print(f"{document.name}: refused by ours", file=sys.stderr)
    text = report(tables(measured), [*targets(measured)], LIBRARIES)
    print(text)
    if not given:
        record(DOCUMENT, "generation", text)


if __name__ == "__main__":
    main(sys.argv[1:], ROUNDS)
