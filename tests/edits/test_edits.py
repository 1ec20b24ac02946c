"""An edit of `spec/openapi.yaml` just works: copies of the repository are edited, generated and tested.

The copies share this environment. In each, only the tests run that an edit can decide about, unchanged;
`make edits` gives each edit a copy of its own.
"""

from __future__ import annotations

import copy
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT
from tests.copies import copied
from tests.edits.table import EDITS, TOGETHER, Edit

MODULES = Path("tests/contract/node_modules")


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def name(edit: Edit) -> str:
    return edit.__name__


def try_out(folder: Path, *edits: Edit) -> None:
    clone = copied(folder)
    if (ROOT / MODULES).is_dir():
        (clone / MODULES).symlink_to(ROOT / MODULES)
    file = clone / "spec/openapi.yaml"
    spec = yaml.safe_load(file.read_text(encoding="utf-8"))
    for edit in edits:
        edit(spec)
    file.write_text(yaml.safe_dump(spec, sort_keys=False, allow_unicode=True), encoding="utf-8")

    # As in a checkout whose environment is up to date.
    made = run(clone, "make", "--old-file=.venv/requirements.lock", f"RUN={sys.executable}", "generate")
    assert made.returncode == 0, made.stdout + made.stderr
    assert re.search(r"generated: \d+ of \d+ files written", made.stdout), made.stdout

    folders = ["tests/spec", "tests/contract"]
    tested = run(clone, sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *folders)
    assert tested.returncode == 0, tested.stdout[-20_000:]


@pytest.mark.slow
@pytest.mark.parametrize("edits", TOGETHER, ids=["added", "removed"])
def test_edits_together(tmp_path: Path, edits: tuple[Edit, ...]) -> None:
    assert {edit for several in TOGETHER for edit in several} == {*EDITS}
    try_out(tmp_path, *edits)


@pytest.mark.spec
@pytest.mark.parametrize("first", EDITS, ids=name)
def test_every_edit_can_follow_any_other(first: Edit) -> None:
    """So that whoever has edited the document can still run the tests above."""
    spec = yaml.safe_load((ROOT / "spec/openapi.yaml").read_text(encoding="utf-8"))
    first(spec)
    for edits in TOGETHER:
        edited = copy.deepcopy(spec)
        for edit in edits:
            edit(edited)
        assert edited != spec


@pytest.mark.each_edit
@pytest.mark.parametrize("edit", EDITS, ids=name)
def test_an_edit(tmp_path: Path, edit: Edit) -> None:
    try_out(tmp_path, edit)
