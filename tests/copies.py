"""Copies of the repository, as a clone would be, without the golden cases."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import ROOT

_MADE = shutil.ignore_patterns(
    *(".git", ".venv", ".mutants", ".hypothesis", ".coverage*", "node_modules", "dist", "build", "cases"),
    *("*.egg-info", ".pytest_cache", ".ruff_cache"),
)


def copied(folder: Path) -> Path:
    """Copy the repository into a folder; what is made in it stays behind."""
    copy = folder / "copy"
    shutil.copytree(ROOT, copy, ignore=_ignored)
    return copy


def _ignored(folder: str, names: list[str]) -> set[str]:
    """What is made, but for what only saves time: bytecode, and what mypy knows of the libraries."""
    rest = {*names} - {"programs"} if Path(folder).name == ".mypy_cache" else set()
    return {*_MADE(folder, names), *rest}
