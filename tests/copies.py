"""Copies of the repository, as a clone would be, without the golden cases."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import ROOT

NEITHER = shutil.ignore_patterns(
    *(".git", ".venv", ".mutants", ".hypothesis", "node_modules", "dist", "build", "cases"),
    *("__pycache__", "*.egg-info", ".pytest_cache", ".ruff_cache"),
)


def copied(folder: Path) -> Path:
    """Copy the repository into a folder; what is made in it stays behind."""
    copy = folder / "copy"
    shutil.copytree(ROOT, copy, ignore=NEITHER)
    return copy
