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
from codegen.output.write import Edited, write

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


def test_a_deleted_file_is_written_again_and_others_are_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(OLD, out)
    (out / "shop/__init__.py").unlink()
    (out / "shop/own.py").write_text("mine")
    assert write(OLD, out) == writing.Written(("shop/__init__.py",), ())
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
    (out / record.NAME).write_text(record.merged(OLD[record.NAME], NEW[record.NAME]))
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


OWN = {
    ".git/objects/ab": "an object",
    "tests/test_shop.py": "def test() -> None: ...",
    "uv.lock": "locked",
    "shop/custom.py": "class Mine: ...",
    "shop/only_in_1/own.py": "beside one that is removed",
}


def with_own_files(out: Path) -> None:
    write(OLD, out)
    for path, text in OWN.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_text(text)
    (out / "empty/folder").mkdir(parents=True)
    (out / "link").symlink_to("nowhere")
    (out / "tests/test_shop.py").chmod(0o755)
    os.utime(out / "uv.lock", (1, 1))


def has_own_files(out: Path) -> bool:
    found = on_disk(out)
    return (
        all(found.get(path) == text for path, text in OWN.items())
        and (out / "empty/folder").is_dir()
        and (out / "link").readlink() == Path("nowhere")
        and (out / "tests/test_shop.py").stat().st_mode & 0o777 == 0o755
        and (out / "uv.lock").stat().st_mtime == 1
    )


def generated_on_disk(out: Path) -> Files:
    return {path: text for path, text in on_disk(out).items() if path not in OWN}


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


def without_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    monkeypatch.setattr(writing, "exchange", refuse)


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
