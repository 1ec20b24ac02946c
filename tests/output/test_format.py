"""Formatting: an undefined name is a defect, what comes out is what ruff would leave alone."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from codegen.document.failures import Defect
from codegen.output.format import LINE_LENGTH, format
from codegen.output.syntax import checked
from codegen.output.templates import TEMPLATES, Templates

UNTIDY = """\
import os
import abc
from uuid import  UUID
def f( x:UUID, /, *, description_of_the_first = 'one and only',description_of_the_second='two',third=3 ):
  return abc.ABC
"""

TIDY = """\
import abc
from uuid import UUID


def f(
    x: UUID, /, *, description_of_the_first="one and only", description_of_the_second="two", third=3
):
    return abc.ABC
"""


def test_python_is_laid_out_and_its_imports_are_put_in_order() -> None:
    assert format({"shop/a.py": UNTIDY}) == {"shop/a.py": TIDY}


def test_what_comes_out_stays_as_it_is() -> None:
    assert format({"shop/a.py": TIDY}) == {"shop/a.py": TIDY}


def test_a_later_run_of_ruff_with_these_settings_finds_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(format({"a.py": UNTIDY})["a.py"])
    settings = ["--isolated", f"--config=line-length={LINE_LENGTH}", "--target-version=py311", str(tmp_path)]
    for command in (["check", "--select=F,I"], ["format", "--check"]):
        assert (
            subprocess.run([sys.executable, "-m", "ruff", *command, *settings], check=False).returncode == 0
        )


def test_the_files_that_are_copied_are_as_they_would_come_out() -> None:
    copied = dict(Templates().copied())
    assert len([path for path in copied if path.endswith(".py")]) > 80
    assert format(checked(copied)) == copied


def test_the_runtime_is_edited_under_the_same_line_length() -> None:
    settings = tomllib.loads((TEMPLATES / "ruff.toml").read_text())
    assert settings["line-length"] == LINE_LENGTH


def test_other_files_and_the_order_of_all_stay_as_they_are() -> None:
    files = {"z.md": "x  =  1\n", "a.py": "x  =  1\n", "py.typed": ""}
    assert list(format(files).items()) == [("z.md", "x  =  1\n"), ("a.py", "x = 1\n"), ("py.typed", "")]


@pytest.mark.parametrize("folder", ["build", "dist", "node_modules", ".venv", "ruff"])
def test_no_name_of_a_folder_is_left_out_and_none_is_run(folder: str) -> None:
    source = "raise  SystemExit('run')\n"
    files = {f"{folder}/{name}.py": source for name in ("__init__", "__main__", "a")}
    assert set(format(files).values()) == {'raise SystemExit("run")\n'}


def test_an_undefined_name_is_a_defect_at_its_line() -> None:
    with pytest.raises(Defect, match=r"shop/a\.py:2:5: F821 Undefined name `y`"):
        format({"shop/a.py": "x = 1\nz = y\n"})


def test_settings_of_the_user_count_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ruff.toml").write_text("line-length = 40\nexclude = ['*.py']\n")
    (tmp_path / "ruff.py").write_text("raise SystemExit('not this one')\n")
    (tmp_path / "ruff").write_text("#!/bin/sh\nexit 3\n")
    (tmp_path / "ruff").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("RUFF_CONFIG", str(tmp_path / "ruff.toml"))
    monkeypatch.setenv("RUFF_OUTPUT_FORMAT", "json")
    assert format({"shop/a.py": UNTIDY}) == {"shop/a.py": TIDY}
