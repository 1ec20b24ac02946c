"""`generated/` is byte for byte what the generator makes, wherever and however it is run.

Text in the regions of its pages is written by hand, and does not count.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from codegen.output import record
from codegen.output.regions import without_own_texts
from tests.clients import Client

ROOT = Path(__file__).parents[2]
ELSEWHERE = {
    "LC_ALL": "tr_TR.ISO-8859-9",
    "LANG": "tr_TR",
    "TZ": "Pacific/Kiritimati",
    "PYTHONUTF8": "0",
    "PYTHONHASHSEED": "1",
}


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_generated_is_what_the_generator_makes(generated: Client) -> None:
    """But for the record, which `check` does not compare either."""
    kept = {path: without_own_texts(path, data) for path, data in content(ROOT / "generated").items()}
    assert kept.keys() == generated.output.files.keys()
    for path in kept.keys() - {record.NAME}:
        assert kept[path] == generated.output.files[path].encode(), f"{path}: make generate"


@pytest.mark.slow
def test_it_is_the_same_wherever_it_is_made(generated: Client, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, ROOT / "generate.py", "build", "--spec", ROOT / "spec/openapi.yaml", "--out", "out"],
        cwd=tmp_path,
        env={**os.environ, **ELSEWHERE},
        check=True,
        capture_output=True,
    )
    made = {path: text.encode() for path, text in generated.output.files.items()}
    assert content(tmp_path / "out") == made
