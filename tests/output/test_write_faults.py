"""The writer when the process is killed, the disk is full or an exchange is not possible."""

from __future__ import annotations

import errno
import os
import resource
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.output import record
from codegen.output import write as writing
from codegen.output.write import write
from tests.output.trees import (
    NEW,
    OLD,
    generated_on_disk,
    has_own_files,
    on_disk,
    package,
    with_own_files,
    without_exchange,
)

pytestmark = pytest.mark.slow


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


def test_killed_before_any_call_it_leaves_the_old_tree_or_the_new_one(tmp_path: Path) -> None:
    outcomes = []
    for number in range(1, 1000):
        out = tmp_path / str(number) / "out"
        with_own_files(out)

        def killed(number: int = number, out: Path = out) -> None:
            at_call(number, die)
            write(NEW, out)

        status = in_child(killed)
        assert generated_on_disk(out) in (OLD, NEW), number
        assert has_own_files(out), number
        outcomes.append(generated_on_disk(out) == NEW)
        write(OLD, out)
        assert generated_on_disk(out) == OLD
        write(NEW, out)
        assert generated_on_disk(out) == NEW
        assert has_own_files(out)
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
        with_own_files(out)

        def failing(number: int = number, out: Path = out) -> None:
            has_failed = at_call(number, fail)
            write(NEW, out)
            if has_failed():
                os._exit(75)

        status = in_child(failing)
        assert generated_on_disk(out) in (OLD, NEW), number
        assert has_own_files(out), number
        write(NEW, out)
        assert generated_on_disk(out) == NEW
        assert has_own_files(out)
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


def test_a_mounted_file_is_written_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A container may mount one file of its host: that cannot move, and its folder would take it along."""
    out = tmp_path / "out"
    write(OLD, out)
    mounted = next(out / path for path in OLD if OLD[path] != NEW.get(path, OLD[path]))
    before = mounted.stat().st_ino
    table = tmp_path / "mountinfo"
    table.write_text(f"1 2 8:1 /host/x {mounted} rw - ext4 /dev/sda rw\n")
    monkeypatch.setattr(writing, "_MOUNTS", table)
    replace = Path.replace

    def replaced(path: Path, target: Path) -> Path:
        if target == mounted:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", replaced)
    write(NEW, out)
    assert on_disk(out) == NEW
    assert mounted.stat().st_ino == before
    assert sorted(os.listdir(tmp_path)) == ["mountinfo", "out"]


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
