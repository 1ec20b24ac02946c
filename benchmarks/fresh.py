"""Runs programs in a new Python process."""

from __future__ import annotations

import os
import subprocess
import sys

from benchmarks import ROOT
from benchmarks.clients import Clients

_SLOWING = {"PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME", "PYTHONTRACEMALLOC", "PYTHONDEVMODE"}


def figure(program: str, clients: Clients) -> float:
    """Run a program that prints a number. It can import both clients, whose bytecode is cached.

    Raises:
        subprocess.CalledProcessError: The program failed. Its message is on stderr.
    """
    folders = os.pathsep.join(map(str, (clients.folder, ROOT)))
    environment = {name: value for name, value in os.environ.items() if name not in _SLOWING}
    done = subprocess.run(
        [sys.executable, "-P", "-c", program],
        env=environment | {"PYTHONPATH": folders},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return float(done.stdout)
