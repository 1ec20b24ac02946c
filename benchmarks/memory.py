"""The memory of decoded clusters, measured as the growth of a new process."""

from __future__ import annotations

import gc
import os
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks import exchange, fresh
from benchmarks.clients import Clients
from benchmarks.contest import OURS, STOCK, Effort, Table, Unit, interleaved

_PAGE = 100  # clusters in one response

_OURS = """
import msgspec
from fleet.models import Cluster
decode = msgspec.json.Decoder(list[Cluster]).decode
"""
_STOCK = """
import json
from stock_client.models import Cluster
def decode(page):
    return [Cluster.from_dict(each) for each in json.loads(page)]
"""
_DICTS = """
from json import loads as decode
"""
_PROGRAM = """
from benchmarks.memory import growth
print(growth(decode, {objects}))
"""


def compare(clients: Clients, effort: Effort) -> Table:
    """Keep many clusters as our models, as stock's models, and as dicts."""
    program = _PROGRAM.format(objects=effort.objects)
    contenders = {OURS: _OURS, STOCK: _STOCK, "dicts": _DICTS}
    samples = {name: partial(fresh.figure, setup + program, clients) for name, setup in contenders.items()}
    case = f"{effort.objects:,} clusters"
    return Table(
        "Memory",
        f"The growth of a new process (resident set) that decodes and keeps pages of {_PAGE}.",
        (interleaved(case, samples, rounds=effort.processes, unit=Unit.BYTES),),
    )


def growth(decode: Callable[[bytes], object], objects: int) -> int:
    """Decode clusters and return the growth of this process in bytes."""
    page = exchange.many(_PAGE)
    decode(page)
    gc.collect()
    before = _resident()
    held = [decode(page) for _ in range(objects // _PAGE)]
    gc.collect()
    grown = _resident() - before
    del held
    return grown


def _resident() -> int:
    """The resident memory of this process in bytes."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    ps = ["/bin/ps", "-o", "rss=", "-p", str(os.getpid())]  # macOS, which has no /proc
    return int(subprocess.run(ps, check=True, capture_output=True).stdout) * 1024
