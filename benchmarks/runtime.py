"""Measures the client, and records the results in docs/benchmarks.md."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from benchmarks import ROOT, calls, decoding, delays, encoding, flows, imports, memory
from benchmarks.clients import Clients, made
from benchmarks.contest import OURS, STOCK, Effort, Table, Target
from benchmarks.markdown import record, report

DOCUMENT = ROOT / "docs" / "benchmarks.md"
LIBRARIES = ("httpx2", "msgspec", "openapi-python-client", "httpx", "attrs")


def tables(clients: Clients, effort: Effort) -> Iterator[Table]:
    """Measure all subjects in turn."""
    for subject in (imports, decoding, encoding, calls, flows, delays, memory):
        table = subject.compare(clients, effort)
        print(f"{table.title}: measured", file=sys.stderr)
        yield table


def targets(measured: Sequence[Table]) -> list[Target]:
    """The targets of the client."""
    cases = {each.case: each for table in measured for each in table.comparisons}
    one, many = cases[decoding.ONE], cases[decoding.MANY]
    sync, asynchronous = cases[calls.SYNC], cases[calls.ASYNC]
    package = cases[imports.PACKAGE]
    flowing = [
        Target(
            f"{each.case}: at least 0.9 of the throughput of httpx2 and msgspec",
            each,
            flows.BARE,
            OURS,
            least=0.9,
        )
        for each in flows.among(cases.values())
    ]
    return [
        Target("stock takes at least 8 times as long to decode a cluster", one, STOCK, OURS, least=8),
        Target("the same for a list of 1,000", many, STOCK, OURS, least=8),
        Target("a call takes at most 1.10 of the request that it makes", sync, OURS, calls.BARE, most=1.1),
        Target("the same with asyncio", asynchronous, OURS, calls.BARE, most=1.1),
        Target("import takes at most 1.20 of httpx2 and msgspec", package, OURS, imports.LIBRARIES, most=1.2),
        *flowing,
    ]


def main() -> None:
    """Measure, print and record."""
    with made() as clients:
        measured = list(tables(clients, Effort()))
    text = report(measured, targets(measured), LIBRARIES)
    print(text)
    record(DOCUMENT, "runtime", text)


if __name__ == "__main__":
    main()
