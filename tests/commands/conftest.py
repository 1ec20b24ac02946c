"""The folder of a document, and commands that run there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generate import main
from tests.command_line import Run, run_in
from tests.commands.shop import SPEC
from tests.conftest import ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec/openapi.yaml").write_text(SPEC)
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    """Run `generate.py` in the folder."""
    return lambda *arguments: run_in(folder, arguments, main)


@pytest.fixture
def start(folder: Path) -> Run:
    """Run `generate.py` in a process of its own, for what depends on one."""

    def start(*arguments: str, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(ROOT / "generate.py"), *arguments],
            cwd=folder,
            env={**os.environ, **environment},
            input=given,
            capture_output=True,
            check=False,
            text=True,
        )

    return start
