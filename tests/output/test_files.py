"""Tests writing of files of the user: all or none, with their modes, links and neighbours."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from threading import Thread

import pytest

from codegen.output.files import replace_files


def test_files_are_written_with_their_modes_and_through_links(tmp_path: Path) -> None:
    one, link = tmp_path / "one.yaml", tmp_path / "link.yaml"
    one.write_text("old")
    one.chmod(0o640)
    link.symlink_to("one.yaml")
    replace_files({link: b"new", tmp_path / ("long" * 63): b"more"})
    assert (one.read_text(), link.is_symlink(), one.stat().st_mode & 0o777) == ("new", True, 0o640)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.yaml", "long" * 63, "one.yaml"]


@pytest.mark.parametrize("bad", ["folder", "missing/file", "one.yaml/file"])
def test_if_one_cannot_be_written_none_is(tmp_path: Path, bad: str) -> None:
    one = tmp_path / "one.yaml"
    one.write_text("old")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match=bad):
        replace_files({one: b"new", tmp_path / "two": b"more", tmp_path / bad: b"more"})
    assert one.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "one.yaml"]


def test_those_that_were_replaced_come_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two, three = (tmp_path / name for name in ("one", "two", "three"))
    one.write_text("old")
    three.write_text("old")
    replace = Path.replace

    def fail_at_three(path: Path, target: Path) -> Path:
        if target == three:
            raise PermissionError(1, "Operation not permitted", os.fspath(path))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fail_at_three)
    with pytest.raises(PermissionError, match="three"):
        replace_files({one: b"new", two: b"new", three: b"new"})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"one": "old", "three": "old"}


def busy(monkeypatch: pytest.MonkeyPatch, mounted: Path) -> None:
    """Let a file be a mount point, as one that a container has of its host. To mount takes root."""
    replace = Path.replace

    def replaced(path: Path, target: Path) -> Path:
        if target == mounted:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), os.fspath(path))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", replaced)


def test_a_mounted_file_is_written_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("the old one")
    busy(monkeypatch, one)
    before = one.stat().st_ino
    replace_files({one: b"new", two: b"new"})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"one": "new", "two": "new"}
    assert one.stat().st_ino == before


def test_a_write_protected_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("old")
    one.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != one)  # root may write to any file
    with pytest.raises(PermissionError, match="one"):
        replace_files({two: b"new", one: b"new"})
    assert [path.name for path in tmp_path.iterdir()] == ["one"]
    assert one.read_text() == "old"


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    found: list[bytes] = []
    reader = Thread(target=lambda: found.append(pipe.read_bytes()))
    reader.start()
    replace_files({pipe: b"new"})
    reader.join(10)
    assert found == [b"new"]
    assert pipe.is_fifo()


def test_a_killed_run_leaves_whole_files_and_the_next_one_clears_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / name for name in ("one", "two", "three")]
    for path in paths[:2]:
        path.write_bytes(b"old")
    child = os.fork()
    if not child:
        replace = Path.replace

        def killed(self: Path, target: Path) -> Path:
            replace(self, target)
            os._exit(9)

        monkeypatch.setattr(Path, "replace", killed)  # in this process alone
        replace_files(dict.fromkeys(paths, b"new"))
    os.waitpid(child, 0)
    assert [path.exists() and path.read_bytes() for path in paths] == [b"new", b"old", False]
    assert len([*tmp_path.iterdir()]) > len(paths)
    other = tmp_path / f".wholespec.{10**30}.new"  # no process has this number
    other.touch()
    replace_files(dict.fromkeys(paths, b"new"))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        path.name: b"new" for path in paths
    } | {other.name: b""}
