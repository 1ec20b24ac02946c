"""The generators, each run as by its users, in a process of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter

from benchmarks import ROOT, clients
from benchmarks.contest import OURS, STOCK
from codegen.standard.rules import TOLERANCES

JAVA = "openapi-generator"


@dataclass(frozen=True, slots=True)
class Generator:
    """How to run a generator, and where to find its output."""

    command: Callable[[Path, Path], list[str]]
    """The command, given the document and the output folder, which does not exist yet."""
    package: Callable[[Path], Path]
    """The package in the folder."""
    operations: Callable[[Path], int]
    """The number of operations in the package."""
    modules: Callable[[Path], list[str]]
    """The modules in the package that a program imports to call an operation."""


@dataclass(frozen=True, slots=True)
class Run:
    """The measurements of a run."""

    seconds: float
    peak: int
    """The peak resident memory of the largest process, in bytes."""
    processor: float
    """The processor time of all processes, of the user and of the system, in seconds."""


def run(generator: Generator, document: Path, folder: Path) -> Run:
    """Generate into an empty folder.

    Raises:
        subprocess.CalledProcessError: The generator failed.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    command = generator.command(document, folder)
    with Path(f"{folder}.log").open("w", encoding="utf-8") as log:
        started = perf_counter()
        process = subprocess.Popen(command, env=clients.environment(), cwd=ROOT, stdout=log, stderr=log)
        _, status, used = os.wait4(process.pid, 0)
        seconds = perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Run(seconds, peak, used.ru_utime + used.ru_stime)


def _ours(document: Path, folder: Path) -> list[str]:
    """Tolerate what documents of vendors break, as the other generators do."""
    build = [sys.executable, "generate.py", "build", "--allow-loss", "--tolerate", ",".join(TOLERANCES)]
    return [*build, "--spec", str(document), "--out", str(folder)]


def _java(jar: Path) -> Callable[[Path, Path], list[str]]:
    options = ["--generator-name", "python", "--skip-validate-spec"]
    return lambda document, folder: [
        *("java", "-jar", str(jar), "generate", "--input-spec", str(document), "--output", str(folder)),
        *options,
    ]


def _found(folder: Path, pattern: str, within: str) -> int:
    files = sorted(folder.glob(pattern))
    return sum(len(re.findall(within, file.read_text(encoding="utf-8"), re.MULTILINE)) for file in files)


def _package_of_ours(folder: Path) -> Path:
    return next(folder.glob("*/_client.py")).parent


def _modules_of_ours(package: Path) -> list[str]:
    (first, *_) = sorted(package.glob("resources/[a-z]*.py"))
    return ["", f"resources.{first.stem}"]


def _modules_of_stock(package: Path) -> list[str]:
    (first, *_) = sorted(package.glob("api/*/[a-z]*.py"))
    return ["client", f"api.{first.parent.name}.{first.stem}"]


def _endpoints(package: Path) -> int:
    return sum(file.name != "__init__.py" for file in package.glob("api/*/*.py"))


def generators() -> dict[str, Generator]:
    """Ours, stock and, if Java and the package ``openapi-generator-cli`` are installed, that."""
    known = {
        OURS: Generator(
            command=_ours,
            package=_package_of_ours,
            operations=lambda package: _found(package, "resources/*.py", r"^_\w+: \w*Operation\["),
            modules=_modules_of_ours,
        ),
        STOCK: Generator(
            command=clients.stock,
            package=lambda folder: folder,
            operations=_endpoints,
            modules=_modules_of_stock,
        ),
    }
    jar = _jar()
    if jar is not None:
        known[JAVA] = Generator(
            command=_java(jar),
            package=lambda folder: folder / "openapi_client",
            operations=lambda package: _found(package, "api/*_api.py", r"^    def _\w+_serialize\("),
            modules=lambda _: [""],
        )
    return known


def _jar() -> Path | None:
    found = find_spec("openapi_generator_cli")
    if found is None or found.origin is None or shutil.which("java") is None:
        return None
    return Path(found.origin).with_name("openapi-generator.jar")
