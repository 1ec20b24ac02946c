"""The client at run time, measured, printed and kept in docs/benchmarks.md."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version

from benchmarks import ROOT, calls, decoding, encoding, imports, memory
from benchmarks.contest import OURS, STOCK, Comparison, Effort, Table
from benchmarks.markdown import record, section
from benchmarks.stock import Stock, stock_client

_DOCUMENT = ROOT / "docs" / "benchmarks.md"
_LIBRARIES = ("httpx2", "msgspec", "openapi-python-client", "httpx", "attrs")


@dataclass(frozen=True, slots=True)
class Target:
    """What a comparison is to show."""

    promise: str
    comparison: Comparison
    contender: str
    to: str
    least: float = 0.0
    most: float = float("inf")

    @property
    def ratio(self) -> float:
        """What it showed."""
        return self.comparison.ratio(self.contender, self.to)

    @property
    def met(self) -> bool:
        """Whether that is enough."""
        return self.least <= self.ratio <= self.most


def tables(stock: Stock, effort: Effort) -> Iterator[Table]:
    """Measure everything, one subject after the other."""
    for subject in (imports, decoding, encoding, calls, memory):
        yield subject.compare(stock, effort)


def targets(measured: list[Table]) -> list[Target]:
    """What was promised of the client, with what was measured."""
    cases = {each.case: each for table in measured for each in table.comparisons}
    return [
        Target("decode at least 8 times as fast as stock", cases[decoding.ONE], STOCK, OURS, least=8),
        Target("the same for a list", cases[decoding.MANY], STOCK, OURS, least=8),
        Target(
            "a call takes at most 1.10 of its bare request", cases[calls.SYNC], OURS, calls.BARE, most=1.1
        ),
        Target("the same for asyncio", cases[calls.ASYNC], OURS, calls.BARE, most=1.1),
        Target(
            "import takes at most 1.20 of httpx2 and msgspec",
            cases[imports.PACKAGE],
            OURS,
            imports.LIBRARIES,
            most=1.2,
        ),
    ]


def report(measured: list[Table]) -> str:
    """All of it in Markdown."""
    versions = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    lines = [
        f"Python {platform.python_version()}, {versions}; {os.cpu_count()} cores.",
        "",
        "| target | measured | met |",
        "|---|---:|---|",
        *(f"| {each.promise} | {each.ratio:.2f} | {_yes(met=each.met)} |" for each in targets(measured)),
        "",
        *(section(table) for table in measured),
    ]
    return "\n".join(lines)


def _yes(*, met: bool) -> str:
    return "yes" if met else "**no**"


def main() -> None:
    """Measure, print and keep what came out."""
    measured = []
    with stock_client() as stock:
        for table in tables(stock, Effort()):
            print(section(table), file=sys.stderr)
            measured.append(table)
    text = report(measured)
    print(text)
    record(_DOCUMENT, "runtime", text)


if __name__ == "__main__":
    main()
