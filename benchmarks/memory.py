"""How much memory decoded clusters hold: by how much a fresh process grows."""

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

_PAGE = 100  # clusters that come in one answer

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
    """Hold many clusters as our models, as stock's and as dicts."""
    program = _PROGRAM.format(objects=effort.objects)
    contenders = {OURS: _OURS, STOCK: _STOCK, "dicts": _DICTS}
    samples = {name: partial(fresh.figure, setup + program, clients) for name, setup in contenders.items()}
    case = f"{effort.objects:,} clusters"
    return Table(
        "Memory",
        f"What a fresh process grows by (resident set) while it decodes and keeps pages of {_PAGE}.",
        (interleaved(case, samples, rounds=effort.processes, unit=Unit.BYTES),),
    )


def growth(decode: Callable[[bytes], object], objects: int) -> int:
    """Decode that many clusters and say by how many bytes this process has grown."""
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
    """The bytes of this process that are in memory."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    ps = ["/bin/ps", "-o", "rss=", "-p", str(os.getpid())]  # where there is no /proc: macOS
    return int(subprocess.run(ps, check=True, capture_output=True).stdout) * 1024
