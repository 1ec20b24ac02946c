"""`check`: what has drifted. It writes nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.command_line import Run
from tests.commands.shop import change, content

pytestmark = pytest.mark.slow


def test_check_writes_nothing(folder: Path, run: Run) -> None:
    before = content(folder)
    assert run("check").returncode == 1
    assert content(folder) == before


def test_check_reports_a_changed_spec(folder: Path, run: Run) -> None:
    run()
    change(folder / "spec/openapi.yaml", "What the buyer wrote.", "What the seller wrote.")
    done = run("check")
    assert done.returncode == 1
    assert "\n--- generated/shop/models.py\t" in done.stdout
    assert "\n-" in done.stdout
    assert "What the seller wrote." in done.stdout
    assert "generated/shop/models.py: out of date\n" in done.stdout
    assert "The document has changed since generated/ was generated from it.\n" in done.stdout
    assert re.search(
        r"\n  spec/openapi.yaml:\d+:\d+: schema Order has changed \[document-changed\]\n", done.stdout
    )
    assert "by hand" not in done.stdout
    assert done.stdout.endswith("To fix it: run `make generate` and commit the changes.\n")


def test_a_comment_in_the_spec_is_no_drift(folder: Path, run: Run) -> None:
    run()
    change(folder / "spec/openapi.yaml", "openapi: 3.1.0\n", "# A comment.\nopenapi:   3.1.0\n")
    assert run("check").returncode == 0
    assert run().stdout == "generated: up to date\n"


def test_check_names_an_edited_and_a_deleted_file(folder: Path, run: Run) -> None:
    run()
    change(folder / "generated/shop/models.py", "What the buyer wrote.", "What nobody wrote.")
    (folder / "generated/README.md").unlink()
    (folder / "generated/shop/notes.py").write_text("NOTE = 1\n")
    done = run("check")
    assert done.returncode == 1
    assert done.stdout.splitlines()[:3] == [
        "generated/README.md: missing, deleted by hand",
        "generated/shop/models.py: edited by hand",
        "",
    ]
    assert "Generated files were edited by hand." in done.stdout
    assert "Generated files were deleted" in done.stdout
    assert "has changed" not in done.stdout


def test_check_annotates_for_github(folder: Path, run: Run) -> None:
    run()
    change(folder / "generated/shop/models.py", "What the buyer wrote.", "What nobody wrote.")
    done = run("check", "--format", "github")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=generated/shop/models.py,line=")


def test_using_the_client_is_no_drift(folder: Path, run: Run) -> None:
    run()
    (folder / "generated/shop/__pycache__").mkdir()
    (folder / "generated/shop/__pycache__/models.cpython-311.pyc").write_bytes(b"\0")
    (folder / "generated/shop.egg-info").mkdir()
    (folder / "generated/shop.egg-info/PKG-INFO").write_text("")
    assert run("check").returncode == 0
    change(folder / "spec/openapi.yaml", "What the buyer wrote.", "What the seller wrote.")
    assert run().returncode == 0
    assert (folder / "generated/shop.egg-info/PKG-INFO").exists()
