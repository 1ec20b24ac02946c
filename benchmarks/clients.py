"""Two clients of the same document: ours, and the one from openapi-python-client."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks import ROOT

DOCUMENT = ROOT / "tests" / "documents" / "fleet.yaml"
"""The document does not change, so that results of different days are comparable."""
FEEDS = ROOT / "tests" / "documents" / "feeds.yaml"
"""Streams, pages and a file."""
OURS = "fleet"
FLOWS = "feeds"
STOCK = "stock_client"


@dataclass(frozen=True, slots=True)
class Clients:
    """Both packages, importable from `folder`. Their types are unknown here."""

    folder: Path

    def ours(self, module: str = "") -> Any:
        """Our package, or a module of it."""
        return import_module(f"{OURS}.{module}".rstrip("."))

    def feeds(self, module: str = "") -> Any:
        """Our package for streams, pages and files, or a module of it."""
        return import_module(f"{FLOWS}.{module}".rstrip("."))

    def stock(self, module: str) -> Any:
        """A module of the other package."""
        return import_module(f"{STOCK}.{module}")


@contextmanager
def made() -> Iterator[Clients]:
    """Generate both in a temporary folder.

    Raises:
        subprocess.CalledProcessError: A generator failed.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        for document, package in ((DOCUMENT, OURS), (FEEDS, FLOWS)):
            out = folder / f"distribution-of-{package}"
            _run([sys.executable, str(ROOT / "generate.py"), "--spec", str(document), "--out", str(out)])
            (out / package).rename(folder / package)
        _run(stock(DOCUMENT, folder / STOCK))
        sys.path.append(name)
        try:
            yield Clients(folder)
        finally:
            sys.path.remove(name)
            _forget(OURS, FLOWS, STOCK)


def _forget(*packages: str) -> None:
    """Remove packages from the imported modules: their folder is gone, and another may have their name."""
    for name in [*sys.modules]:
        if name.partition(".")[0] in packages:
            del sys.modules[name]


def _run(command: list[str]) -> None:
    subprocess.run(command, env=environment(), check=True, capture_output=True)


def stock(spec: Path, output: Path) -> list[str]:
    """The command that generates the other package, without customization."""
    generate = [sys.executable, "-m", "openapi_python_client", "generate"]
    return [*generate, "--path", str(spec), "--meta", "none", "--output-path", str(output)]


def environment() -> dict[str, str]:
    """The environment for the command, which looks for ruff in `PATH`."""
    tools = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    return os.environ | {"PATH": tools}
