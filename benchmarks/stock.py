"""The client that openapi-python-client makes of the same document, as it comes out of the box."""

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

_PACKAGE = "stock_client"


@dataclass(frozen=True, slots=True)
class Stock:
    """The package, importable from `folder` as `stock_client`."""

    folder: Path

    def module(self, name: str) -> Any:
        """A module of the package; it has no types that could be known here."""
        return import_module(f"{_PACKAGE}.{name}")


@contextmanager
def stock_client() -> Iterator[Stock]:
    """Generate the package in a folder that is gone afterwards.

    Raises:
        subprocess.CalledProcessError: openapi-python-client could not.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        _generate(ROOT / "spec" / "openapi.yaml", folder / _PACKAGE)
        sys.path.append(name)
        yield Stock(folder)
        sys.path.remove(name)


def _generate(spec: Path, output: Path) -> None:
    subprocess.run(command(spec, output), env=environment(), check=True, capture_output=True)


def command(spec: Path, output: Path) -> list[str]:
    """What makes a package of a document, out of the box."""
    generate = [sys.executable, "-m", "openapi_python_client", "generate"]
    return [*generate, "--path", str(spec), "--meta", "none", "--output-path", str(output)]


def environment() -> dict[str, str]:
    """The environment for that: it looks for ruff, to lay out what it wrote, on the path."""
    tools = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    return os.environ | {"PATH": tools}
