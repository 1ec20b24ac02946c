"""Formats results as Markdown and inserts them into a document."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median

from benchmarks.contest import OURS, Comparison, Table, Target, Unit


def report(tables: Sequence[Table], targets: Sequence[Target], libraries: Sequence[str]) -> str:
    """The versions, the targets and the tables."""
    python = f"Python {platform.python_version()}"
    versions = ", ".join([python, *(f"{name} {version(name)}" for name in libraries)])
    spread = f"half of all spreads are within ±{_typical_spread(tables):.1%}"
    lines = [
        f"With {versions}, on {os.cpu_count()} cores; {spread}.",
        "",
        _row(["target", "measured", "met"]),
        _row(["---", "---:", "---"]),
        *(_row([each.promise, f"{each.ratio:.2f}", "yes" if each.met else "**no**"]) for each in targets),
        "",
        *(section(table) for table in tables),
    ]
    return "\n".join(lines)


def section(table: Table) -> str:
    """A table with its title and explanation, and one row per comparison.

    A cell has the ratio to ours, then the value itself and its spread.
    """
    lines = [
        f"### {table.title}",
        "",
        table.explanation,
        "",
        _row(["", *table.contenders]),
        _row(["---", *("---:" for _ in table.contenders)]),
        *(_row([each.case, *(_cell(each, name) for name in table.contenders)]) for each in table.comparisons),
    ]
    return "\n".join(lines) + "\n"


def record(document: Path, name: str, text: str) -> None:
    """Replace the text between the markers with this name in a document.

    Raises:
        ValueError: The document does not have both markers.
    """
    begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->"
    before, found, rest = document.read_text(encoding="utf-8").partition(begin)
    _, found_too, after = rest.partition(end)
    if not (found and found_too):
        raise ValueError(f"{document} has no section between {begin.strip()} and {end}")
    document.write_text(f"{before}{begin}\n{text.strip()}\n\n{end}{after}", encoding="utf-8", newline="\n")


def _typical_spread(tables: Sequence[Table]) -> float:
    """The median spread, which shows how busy the machine was."""
    comparisons = [each for table in tables for each in table.comparisons]
    return median(each.spread(name) / 2 for each in comparisons for name in each.samples)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(comparison: Comparison, name: str) -> str:
    if name not in comparison.samples:
        return ""
    ratio = "1" if name == OURS else f"**{comparison.ratio(name):.2f}**"
    figure = _figure(comparison.median(name), comparison.unit)
    if comparison.unit is Unit.PIECES:  # counted, not measured
        return f"{ratio} ({figure})"
    return f"{ratio} ({figure}, ±{comparison.spread(name) / 2:.0%})"


def _figure(value: float, unit: Unit) -> str:
    match unit:
        case Unit.BYTES:
            return f"{value / 2**20:.1f} MiB"
        case Unit.CALLS:
            return f"{1 / value:,.0f}/s"
        case Unit.PIECES:
            return f"{value:,.0f}"
        case Unit.SECONDS if value >= 1:
            return f"{value:.2f} s"
        case Unit.SECONDS if value < 1e-3:
            return f"{value * 1e6:.2f} µs"
        case Unit.SECONDS:
            return f"{value * 1e3:.2f} ms"
