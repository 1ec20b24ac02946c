"""The writer: all or nothing, whatever happens to the process, the disk or the folder."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from codegen.document.failures import Defect, Unusable
from codegen.output import record
from codegen.output import write as writing
from codegen.output.write import Edited, write
from tests.output.trees import (
    NEW,
    OLD,
    generated_on_disk,
    has_own_files,
    on_disk,
    with_own_files,
    without_exchange,
)

pytestmark = pytest.mark.slow


def test_it_writes_a_new_tree_and_then_the_next(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    write(OLD, out)
    assert on_disk(out) == OLD
    written = write(NEW, out)
    assert on_disk(out) == NEW
    assert set(written.changed) == {
        "shop/__init__.py",
        "shop/only_in_2/__init__.py",
        ".only_in_2",
        record.NAME,
    }
    assert set(written.removed) == {"shop/only_in_1/__init__.py", ".only_in_1"}
    assert not (out / "shop/only_in_1").exists()
    assert os.listdir(out.parent) == ["out"]


def test_an_equal_tree_is_not_touched(tmp_path: Path) -> None:
    write(OLD, tmp_path / "out")
    before = {path: path.stat() for path in (tmp_path, *tmp_path.rglob("*"))}
    assert write(OLD, tmp_path / "out") == writing.WrittenPaths((), ())
    after = {path: path.stat() for path in (tmp_path, *tmp_path.rglob("*"))}
    assert [(p, s.st_mtime_ns, s.st_ino) for p, s in before.items()] == [
        (p, s.st_mtime_ns, s.st_ino) for p, s in after.items()
    ]


def test_a_file_that_stays_equal_keeps_its_time(tmp_path: Path) -> None:
    write(OLD, tmp_path / "out")
    os.utime(tmp_path / "out/README.md", (1, 1))
    write(NEW, tmp_path / "out")
    assert (tmp_path / "out/README.md").stat().st_mtime == 1


def test_a_deleted_file_is_written_again_and_others_are_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(OLD, out)
    (out / "shop/__init__.py").unlink()
    (out / "shop/own.py").write_text("mine")
    assert write(OLD, out) == writing.WrittenPaths(("shop/__init__.py",), ())
    assert on_disk(out) == {**OLD, "shop/own.py": "mine"}


@pytest.mark.parametrize("exchange_works", [True, False])
@pytest.mark.parametrize("path", ["shop/__init__.py", "shop/only_in_1/__init__.py", "README.md"])
def test_an_edited_file_is_overwritten_and_removed_only_by_force(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, exchange_works: bool
) -> None:
    if not exchange_works:
        without_exchange(monkeypatch)
    out = tmp_path / "out"
    write(OLD, out)
    (out / path).write_text("edited")
    for files in (OLD, NEW):
        with pytest.raises(Edited) as caught:
            write(files, out)
        assert [change.path for change in caught.value.changes] == [path]
        assert on_disk(out) == {**OLD, path: "edited"}
    write(NEW, out, force=True)
    assert on_disk(out) == NEW


def test_a_file_that_is_already_as_it_would_be_written_was_not_edited(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(OLD, out)
    (out / "shop/__init__.py").write_text(NEW["shop/__init__.py"])
    write(NEW, out)
    assert on_disk(out) == NEW


def test_a_file_that_two_branches_have_changed_is_not_edited(tmp_path: Path) -> None:
    """Git merges the file in one way or another, and keeps the lines of both records."""
    out = tmp_path / "out"
    write(OLD, out)
    (out / record.NAME).write_text(record.merged_records(OLD[record.NAME], NEW[record.NAME]))
    (out / "shop/__init__.py").write_text("<<<<<<< ours\nVERSION = 1\n=======\nVERSION = 2\n>>>>>>> theirs\n")
    write(NEW, out)
    assert on_disk(out) == NEW


@pytest.mark.parametrize("exchange_works", [True, False])
def test_a_file_of_the_user_in_the_place_of_a_generated_one_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange_works: bool
) -> None:
    if not exchange_works:
        without_exchange(monkeypatch)
    out = tmp_path / "out"
    write(OLD, out)
    for path in ("shop/only_in_2", ".only_in_2"):
        (out / path).write_text("mine")
    with pytest.raises(Edited) as caught:
        write(NEW, out)
    assert [change.path for change in caught.value.changes] == [".only_in_2", "shop/only_in_2"]
    assert on_disk(out) == {**OLD, "shop/only_in_2": "mine", ".only_in_2": "mine"}
    write(NEW, out, force=True)
    assert on_disk(out) == NEW


def test_a_folder_of_the_user_in_the_place_of_a_file_is_never_removed(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(OLD, out)
    (out / ".only_in_2").mkdir()
    (out / ".only_in_2/mine").write_text("kept")
    for force in (False, True):
        with pytest.raises((Edited, Unusable)):
            write(NEW, out, force=force)
        assert on_disk(out) == {**OLD, ".only_in_2/mine": "kept"}


@pytest.mark.parametrize("exchange_works", [True, False])
def test_files_of_the_user_survive_every_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange_works: bool
) -> None:
    if not exchange_works:
        without_exchange(monkeypatch)
    out = tmp_path / "out"
    with_own_files(out)
    for files in [NEW, OLD] * 3:
        write(files, out)
        assert generated_on_disk(out) == files
        assert has_own_files(out)
    assert os.listdir(tmp_path) == ["out"]


def test_a_file_that_cannot_be_linked_stays_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)
    out = tmp_path / "out"
    with_own_files(out)
    write(NEW, out)
    assert generated_on_disk(out) == NEW
    assert has_own_files(out)
    assert os.listdir(tmp_path) == ["out"]


def test_what_a_program_writes_during_the_exchange_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    with_own_files(out)
    real = writing.exchange

    def exchange(one: Path, other: Path) -> None:
        (out / "late/new").parent.mkdir()
        (out / "late/new").write_text("created")
        (out / "saved").write_text("replaced")
        (out / "saved").replace(out / "uv.lock")
        real(one, other)

    monkeypatch.setattr(writing, "exchange", exchange)
    write(NEW, out)
    assert generated_on_disk(out) == {**NEW, "late/new": "created"}
    assert (out / "uv.lock").read_text() == "replaced"


def test_folders_that_a_tool_has_write_protected_are_no_obstacle(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with_own_files(out)
    (out / ".git/objects").chmod(0o555)
    write(NEW, out)
    assert has_own_files(out)
    assert (out / ".git/objects").stat().st_mode & 0o777 == 0o555
    assert os.listdir(tmp_path) == ["out"]


@pytest.mark.parametrize("exchange_works", [True, False])
def test_what_tools_keep_in_the_folder_survives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange_works: bool
) -> None:
    if not exchange_works:
        without_exchange(monkeypatch)
    out = tmp_path / "out"
    write(OLD, out)
    kept = [".git/HEAD", "build/lib/a.py", "shop.egg-info/PKG-INFO", "shop/__pycache__/a.pyc"]
    for path in kept:
        (out / path).parent.mkdir(parents=True)
        (out / path).write_text("kept")
    stale = out / "shop/only_in_1/__pycache__"
    stale.mkdir()
    assert write(OLD, out) == writing.WrittenPaths((), ())
    write(NEW, out)
    assert on_disk(out) == {**NEW, **dict.fromkeys(kept, "kept")}
    assert not stale.exists()


def test_it_may_write_into_an_empty_folder_and_into_a_new_repository(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write(OLD, tmp_path / "empty")
    assert on_disk(tmp_path / "empty") == OLD
    (tmp_path / "repository/.git").mkdir(parents=True)
    write(OLD, tmp_path / "repository")
    assert on_disk(tmp_path / "repository") == OLD
    assert (tmp_path / "repository/.git").is_dir()


def test_a_folder_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("ten years")
    with pytest.raises(Unusable, match="not empty"):
        write(OLD, tmp_path)
    (tmp_path / record.NAME).write_text("something else of this name\n")
    with pytest.raises(Unusable, match="not empty"):
        write(OLD, tmp_path)
    assert sorted(os.listdir(tmp_path)) == [record.NAME, "thesis.txt"]
    write(OLD, tmp_path, force=True)
    assert on_disk(tmp_path) == {**OLD, "thesis.txt": "ten years"}


def test_a_file_or_a_link_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept")
    write(OLD, tmp_path / "real")
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "dangling").symlink_to("nowhere")
    for name in ("file", "link", "dangling"):
        with pytest.raises(Unusable, match="not a folder"):
            write(NEW, tmp_path / name)
    assert (tmp_path / "file").read_text() == "kept"
    assert on_disk(tmp_path / "real") == OLD


@pytest.mark.parametrize("exchange_works", [True, False])
def test_links_inside_the_folder_are_replaced_and_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange_works: bool
) -> None:
    if not exchange_works:
        without_exchange(monkeypatch)
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    write(OLD, out)
    write(OLD, elsewhere)
    (out / "README.md").unlink()
    (out / "README.md").symlink_to(elsewhere / "README.md")
    (out / "shop").rename(tmp_path / "moved")
    (out / "shop").symlink_to(elsewhere / "shop")
    with pytest.raises(Edited):
        write(NEW, out)
    assert (out / "shop").is_symlink()
    write(NEW, out, force=True)
    assert on_disk(out) == NEW
    assert not (out / "shop").is_symlink()
    assert not (out / "README.md").is_symlink()
    assert on_disk(elsewhere) == OLD


@pytest.mark.parametrize("path", ["../a", "/a", "a/../../b", "a//b", "", "a\0b", "..\\a"])
def test_a_path_that_leads_outside_is_a_defect(tmp_path: Path, path: str) -> None:
    with pytest.raises(Defect, match="out of the output folder"):
        write({**OLD, path: ""}, tmp_path / "out")
    assert os.listdir(tmp_path) == []
