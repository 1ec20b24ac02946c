"""`generated/` is byte for byte what the generator makes, wherever and however it is run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ELSEWHERE = {"LC_ALL": "tr_TR.ISO-8859-9", "LANG": "tr_TR", "TZ": "Pacific/Kiritimati", "PYTHONUTF8": "0"}


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.parametrize(
    "environment", [{}, {"PYTHONHASHSEED": "1"}, ELSEWHERE], ids=["here", "hash", "elsewhere"]
)
def test_generated_is_what_the_generator_makes(tmp_path: Path, environment: dict[str, str]) -> None:
    subprocess.run(
        [sys.executable, ROOT / "generate.py", "build", "--spec", ROOT / "spec/openapi.yaml", "--out", "out"],
        cwd=tmp_path,
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
        timeout=60,
    )
    made, kept = content(tmp_path / "out"), content(ROOT / "generated")
    assert made.keys() == kept.keys()
    for path, data in made.items():
        assert data == kept[path], f"{path}: make generate, and read the diff"
