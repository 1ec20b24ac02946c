"""The upgrade guide: a page for each release, with the code before and after, and what people wrote."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command_line import run_in
from tests.drift.changes.api import Document, document, edited
from tests.drift.renames.pets import run_command


def _release(api: Document) -> None:
    api["info"]["version"] = "2.0.0"
    api["paths"]["/pets"]["get"]["operationId"] = "searchPets"
    pet = api["components"]["schemas"]["Pet"]
    del pet["properties"]["age"]
    pet["properties"]["color"] = {"type": "string"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old.json").write_text(json.dumps(document()), encoding="utf-8")
    (tmp_path / "api.json").write_text(json.dumps(edited(_release)), encoding="utf-8")
    return tmp_path


def _write(folder: Path) -> str:
    done = run_in(
        folder, ["changes", "api.json", "--old", "old.json", "--guide", "docs/upgrading"], run_command
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


def test_a_page_has_the_code_before_and_after(folder: Path) -> None:
    assert _write(folder) == "docs/upgrading/2.0.0.md: written"
    page = (folder / "docs/upgrading/2.0.0.md").read_text(encoding="utf-8")
    assert page.startswith("# Upgrading to 2.0.0\n")
    assert "2 changes break programs that were written for 1.2.3." in page
    calls, new = page.index("## Code that makes calls"), page.index("## New")
    assert calls < page.index("client.pets.list()") < page.index("client.pets.search()") < new
    assert "Before:\n\n```python\npet.age\n```\n\nAfter:\n" in page
    assert page.index("`color`") > new


def test_what_people_wrote_is_kept(folder: Path) -> None:
    _write(folder)
    path = folder / "docs/upgrading/2.0.0.md"
    own = (
        path.read_text(encoding="utf-8").replace("2.0.0\n", "2.0.0\n\nTake your time.\n", 1)
        + "\nGood luck.\n"
    )
    path.write_text(own, encoding="utf-8")
    assert _write(folder) == "docs/upgrading/2.0.0.md: up to date"
    api = edited(_release)
    api["paths"]["/pets"]["get"]["operationId"] = "findPets"
    (folder / "api.json").write_text(json.dumps(api), encoding="utf-8")
    assert _write(folder) == "docs/upgrading/2.0.0.md: written"
    page = path.read_text(encoding="utf-8")
    assert "Take your time." in page
    assert page.endswith("Good luck.\n")
    assert "client.pets.find()" in page
    assert "search" not in page


def test_a_version_that_was_not_raised_is_said(folder: Path) -> None:
    (folder / "api.json").write_text(
        (folder / "api.json").read_text(encoding="utf-8").replace('"2.0.0"', '"1.2.3"'), encoding="utf-8"
    )
    said = "the version 1.2.3 was not raised enough: raise info.version, and run the command again"
    assert _write(folder) == said


def test_a_release_that_breaks_nothing_says_so(folder: Path) -> None:
    (folder / "api.json").write_text(json.dumps(document()), encoding="utf-8")
    _write(folder)
    page = (folder / "docs/upgrading/1.2.3.md").read_text(encoding="utf-8")
    assert "work unchanged" in page


def test_the_index_lists_the_releases(folder: Path) -> None:
    index = folder / "docs/upgrading/index.md"
    index.parent.mkdir(parents=True)
    index.write_text("---\ntoc: true\n---\n# Upgrading\n", encoding="utf-8")
    _write(folder)
    index.write_text(f"{index.read_text(encoding='utf-8')}\nOlder releases have no page.\n", encoding="utf-8")
    (folder / "old.json").write_text((folder / "api.json").read_text(encoding="utf-8"), encoding="utf-8")
    api = edited(_release)
    api["info"]["version"] = "2.1.0"
    (folder / "api.json").write_text(json.dumps(api), encoding="utf-8")
    _write(folder)
    assert [
        line for line in index.read_text(encoding="utf-8").splitlines() if line[:2] not in {"", "<!"}
    ] == [
        *("---", "toc: true", "---", "# Upgrading"),
        "- [2.1.0](2.1.0.md): Programs that were written for 2.0.0 work unchanged.",
        "- [2.0.0](2.0.0.md): 2 changes break programs that were written for 1.2.3.",
        "Older releases have no page.",
    ]


def test_a_file_is_no_folder_for_the_guide(folder: Path) -> None:
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    done = run_in(folder, ["changes", "api.json", "--old", "old.json", "--guide", "notes.txt"], run_command)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        2,
        "wholespec: notes.txt is a file; --guide writes its pages into a folder",
    )
