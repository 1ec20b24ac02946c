"""The writer: all or nothing, whatever happens to the process, the disk or the folder."""

from __future__ import annotations

import errno
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from codegen.document.failures import Defect, Unusable
from codegen.output import record
from codegen.output import write as writing
from codegen.output.write import write

pytestmark = pytest.mark.slow

Files = Mapping[str, str]


def package(version: int, **more: str) -> Files:
    """A small output that differs in one file, lacks one and has one more from version to version."""
    files = {
        "README.md": "The same in each version.\n",
        "shop/__init__.py": f"VERSION = {version}\n",
        f"shop/only_in_{version}/__init__.py": "",
        f".only_in_{version}": "hidden, and yet ours\n",
        **more,
    }
    return {**files, record.NAME: record.compose(files, {"version": version})}


OLD, NEW = package(1), package(2)


def on_disk(folder: Path) -> Files:
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}


def in_child(action: Callable[[], object]) -> int:
    """Run it in a process of its own; return the exit code, or the signal's number as a negative one."""
    child = os.fork()
    if child == 0:
        status = 70
        try:
            action()
            status = 0
        except OSError:
            status = 74
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def at_call(number: int, act: Callable[[], None]) -> Callable[[], bool]:
    """Act just before this process's call to the file system with that number; tell if it came to that."""
    seen = 0

    def hook(event: str, _: object) -> None:
        nonlocal seen
        if event.partition(".")[0] in {"open", "os", "shutil", "tempfile", "fcntl", "ctypes"}:
            seen += 1
            if seen == number:
                act()

    sys.addaudithook(hook)
    return lambda: seen >= number


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


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
    assert write(OLD, tmp_path / "out") == writing.Written((), ())
    after = {path: path.stat() for path in (tmp_path, *tmp_path.rglob("*"))}
    assert [(p, s.st_mtime_ns, s.st_ino) for p, s in before.items()] == [
        (p, s.st_mtime_ns, s.st_ino) for p, s in after.items()
    ]


def test_a_file_that_stays_equal_keeps_its_time(tmp_path: Path) -> None:
    write(OLD, tmp_path / "out")
    os.utime(tmp_path / "out/README.md", (1, 1))
    write(NEW, tmp_path / "out")
    assert (tmp_path / "out/README.md").stat().st_mtime == 1


def test_edited_deleted_and_stray_files_are_put_right(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(OLD, out)
    (out / "README.md").write_text("edited")
    (out / "shop/__init__.py").unlink()
    (out / "shop/stray.py").write_text("")
    assert write(OLD, out).removed == ("shop/stray.py",)
    assert on_disk(out) == OLD


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
    assert write(OLD, out) == writing.Written((), ())
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
    write(NEW, out)
    assert on_disk(out) == NEW
    assert not (out / "shop").is_symlink()
    assert not (out / "README.md").is_symlink()
    assert on_disk(elsewhere) == OLD


@pytest.mark.parametrize("path", ["../a", "/a", "a/../../b", "a//b", "", "a\0b", "..\\a"])
def test_a_path_that_leads_outside_is_a_defect(tmp_path: Path, path: str) -> None:
    with pytest.raises(Defect, match="out of the output folder"):
        write({**OLD, path: ""}, tmp_path / "out")
    assert os.listdir(tmp_path) == []


def test_killed_before_any_call_it_leaves_the_old_tree_or_the_new_one(tmp_path: Path) -> None:
    outcomes = []
    for number in range(1, 1000):
        out = tmp_path / str(number) / "out"
        write(OLD, out)
        (out / ".git").mkdir()

        def killed(number: int = number, out: Path = out) -> None:
            at_call(number, die)
            write(NEW, out)

        status = in_child(killed)
        assert on_disk(out) in (OLD, NEW), number
        outcomes.append(on_disk(out) == NEW)
        write(OLD, out)
        assert on_disk(out) == OLD
        write(NEW, out)
        assert on_disk(out) == NEW
        assert (out / ".git").is_dir()
        assert os.listdir(out.parent) == ["out"], "what the killed run left is gone"
        if status == 0:
            break
        assert status == -signal.SIGKILL
    assert len(outcomes) > 30, "there were calls to be killed at"
    assert outcomes == sorted(outcomes), "one moment divides the old from the new"
    assert not outcomes[0]


def test_killed_at_any_time_it_leaves_the_old_tree_or_the_new_one(tmp_path: Path) -> None:
    many = {f"shop/m{number}.py": f"X = {number}\n" * 200 for number in range(150)}
    old, new = package(1, **many), package(2, **{path: text + "\n" for path, text in many.items()})
    out = tmp_path / "out"
    write(old, out)
    began = time.monotonic()
    assert in_child(lambda: write(new, out)) == 0
    whole = time.monotonic() - began
    for step in range(25):
        write(old, out)
        child = os.fork()
        if child == 0:
            write(new, out)
            os._exit(0)
        time.sleep(whole * step / 20)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert on_disk(out) in (old, new)
    write(old, out)
    assert on_disk(out) == old
    assert os.listdir(tmp_path) == ["out"]


def test_when_any_call_fails_the_tree_is_the_old_or_the_new_one(tmp_path: Path) -> None:
    failures = 0
    for number in range(1, 1000):
        out = tmp_path / str(number) / "out"
        write(OLD, out)

        def failing(number: int = number, out: Path = out) -> None:
            has_failed = at_call(number, fail)
            write(NEW, out)
            if has_failed():
                os._exit(75)

        status = in_child(failing)
        assert on_disk(out) in (OLD, NEW), number
        write(NEW, out)
        assert on_disk(out) == NEW
        assert os.listdir(out.parent) == ["out"]
        if status == 0:
            break
        assert status in (74, 75), "an error of the system, or one that did not matter"
        failures += status == 74
    assert failures > 30


def test_a_full_disk_leaves_the_old_tree_and_nothing_beside_it(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(OLD, out)

    def cramped() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        write(package(2, **{"shop/large.py": "X = 1\n" * 4096}), out)

    assert in_child(cramped) == 74
    assert on_disk(out) == OLD
    assert os.listdir(tmp_path) == ["out"]


def test_a_run_at_work_is_left_alone_by_another(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with writing._stage(out) as stage:
        (stage / "half.py").write_text("")
        write(NEW, out)
        assert (stage / "half.py").exists()
    assert os.listdir(tmp_path) == ["out"]


def without_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    monkeypatch.setattr(writing, "exchange", refuse)


def test_without_exchange_a_killed_run_leaves_whole_files_and_the_next_completes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_exchange(monkeypatch)
    number = mixed = 0
    status = -signal.SIGKILL
    while status != 0:
        number += 1
        out = tmp_path / str(number) / "out"
        write(OLD, out)

        def killed(number: int = number, out: Path = out) -> None:
            at_call(number, die)
            write(NEW, out)

        status = in_child(killed)
        for path, text in on_disk(out).items():
            assert path == record.NAME or text in (OLD.get(path), NEW.get(path))
        mixed += on_disk(out) not in (OLD, NEW)
        write(NEW, out)
        assert on_disk(out) == NEW
        assert os.listdir(out.parent) == ["out"]
    assert mixed
