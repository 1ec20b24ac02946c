"""The compiled templates that are kept between runs: they change nothing but the time."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from codegen.output.compiled_templates import compiled_templates


@pytest.fixture(autouse=True)
def writes_bytecode(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


def rendered(folder: Path, settings: Path) -> str:
    """The text of `page.jinja` in a new environment, as each process has one."""
    compiled = compiled_templates(folder, settings)
    return (
        Environment(loader=FileSystemLoader(folder), bytecode_cache=compiled)
        .get_template("page.jinja")
        .render()
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "settings.py").write_text("")
    (made := tmp_path / "templates").mkdir()
    (made / "page.jinja").write_text("{{ 1 + 1 }} pages")
    return made


def test_a_template_is_compiled_once(folder: Path) -> None:
    settings = folder.parent / "settings.py"
    assert rendered(folder, settings) == "2 pages"
    (kept,) = (folder / "__pycache__").iterdir()
    before = kept.stat()
    assert rendered(folder, settings) == "2 pages"
    assert [*(folder / "__pycache__").iterdir()] == [kept]
    assert kept.stat() == before


def test_a_changed_template_is_compiled_again(folder: Path) -> None:
    settings = folder.parent / "settings.py"
    rendered(folder, settings)
    (folder / "page.jinja").write_text("{{ 1 + 2 }} pages")
    assert rendered(folder, settings) == "3 pages"


def test_changed_options_of_the_environment_compile_all_again(folder: Path) -> None:
    settings = folder.parent / "settings.py"
    rendered(folder, settings)
    settings.write_text("trim_blocks = True")
    rendered(folder, settings)
    assert len([*(folder / "__pycache__").iterdir()]) == 2


def test_damage_is_noticed(folder: Path) -> None:
    settings = folder.parent / "settings.py"
    rendered(folder, settings)
    for kept in (folder / "__pycache__").iterdir():
        kept.write_bytes(kept.read_bytes()[:-5])
    assert rendered(folder, settings) == "2 pages"


def test_a_folder_that_cannot_be_written_is_no_problem(folder: Path) -> None:
    (folder / "__pycache__").write_text("a file where the folder would be")
    assert rendered(folder, folder.parent / "settings.py") == "2 pages"


def test_nothing_is_written_if_python_writes_no_bytecode(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered(folder, folder.parent / "settings.py") == "2 pages"
    assert not (folder / "__pycache__").exists()
