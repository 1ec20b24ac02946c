"""Programs run in a Python of their own, where nothing is imported yet."""

from __future__ import annotations

import os
import subprocess
import sys

from benchmarks import CLIENT, ROOT
from benchmarks.stock import Stock

_SLOWING = {"PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME", "PYTHONTRACEMALLOC", "PYTHONDEVMODE"}


def figure(program: str, stock: Stock) -> float:
    """Run a program that prints one number; both clients can be imported, their bytecode is cached.

    Raises:
        subprocess.CalledProcessError: The program failed; what it said is on stderr.
    """
    folders = os.pathsep.join(map(str, (CLIENT, stock.folder, ROOT)))
    environment = {name: value for name, value in os.environ.items() if name not in _SLOWING}
    done = subprocess.run(
        [sys.executable, "-P", "-c", program],
        env=environment | {"PYTHONPATH": folders},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return float(done.stdout)
