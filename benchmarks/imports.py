"""The time of an import in a new process, with a warm bytecode cache."""

from __future__ import annotations

from functools import partial

from benchmarks import fresh
from benchmarks.clients import Clients
from benchmarks.contest import OURS, STOCK, Effort, Table, interleaved

PACKAGE = "the package"
LIBRARIES = "httpx2 + msgspec"

_LIBRARIES = {"httpx2": "httpx2", LIBRARIES: "httpx2, msgspec"}
_CASES = {
    PACKAGE: {
        OURS: "fleet",
        STOCK: "stock_client",
        **_LIBRARIES,
    },
    "all that a first call needs": {
        OURS: "fleet.resources.clusters",
        STOCK: "stock_client.api.clusters.update_cluster",
        **_LIBRARIES,
    },
}
_PROGRAM = """
from time import perf_counter
started = perf_counter()
import {modules}
print(perf_counter() - started)
"""


def compare(clients: Clients, effort: Effort) -> Table:
    """Import the packages, and the modules that they import when an operation is first used."""
    comparisons = [
        interleaved(
            case,
            {
                name: partial(fresh.figure, _PROGRAM.format(modules=modules), clients)
                for name, modules in contenders.items()
            },
            rounds=effort.rounds,
        )
        for case, contenders in _CASES.items()
    ]
    return Table(
        "Import",
        "The time of the `import`, each in a new process with a warm bytecode cache.",
        tuple(comparisons),
    )
