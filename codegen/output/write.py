"""Put the emitted files into the output folder: all of them or none.

The new tree is built beside the old one and takes its place in one step, so that a process killed at
any moment, or a full disk, leaves the old tree or the new one. What a killed run left beside the folder
is removed by the next. The promise is about processes, not about power: nothing is flushed to the disk.

Where the system cannot exchange two folders, the finished files are moved into place one by one. A run
killed in that moment leaves whole files, some of them old: `check` calls that out of date, and the next
run completes it.
"""

from __future__ import annotations

import fcntl
import glob
import os
import shutil
import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from codegen.document.failures import Defect, Unusable
from codegen.output import record, tree
from codegen.output.exchange import UNSUPPORTED, exchange
from codegen.output.tree import Tree


@dataclass(frozen=True, slots=True)
class Written:
    """What a run did to the folder, by path."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]


def write(files: Mapping[str, str], out: Path) -> Written:
    """Make the folder hold these files, one of which is the record, and nothing else but what is a tool's.

    Files that are already as they should be keep their timestamps; when all are, nothing is touched.

    Raises:
        Unusable: The folder is a symbolic link or no folder, or has content and is not one of ours.
        Defect: A path would lead out of the folder.
        OSError: The system refused something; the folder is as it was (see above for the exception).
    """
    out = Path(os.path.abspath(out))  # not resolve(): the folder itself must not be a symbolic link
    wanted = {_inside(path): text.encode() for path, text in files.items()}
    _remove_leftovers(out)
    old = tree.read(out, wanted)
    if old.files and old.record is None:
        raise Unusable(f"{out} is not empty, and its files were not generated: empty it or choose another")
    changed = tuple(path for path, data in wanted.items() if old.files.get(path) != data)
    removed = tuple(path for path in old.files if path not in wanted)
    if changed or removed:
        with _stage(out) as stage:
            _fill(stage, wanted, old, out)
            _install(stage, out, changed, removed)
    return Written(changed, removed)


def holds_another(files: Mapping[str, str], out: Path) -> bool:
    """Whether the folder has a client, and of another package than these files."""
    marker = next((path for path in files if path.endswith("/py.typed")), record.NAME)
    return (out / record.NAME).is_file() and not (out / marker).exists()


def _inside(path: str) -> str:
    parts = path.split("/")
    if "\0" in path or "\\" in path or any(part in {"", ".", ".."} for part in parts):
        raise Defect(f"the path {path!r} would lead out of the output folder")
    return path


def _fill(stage: Path, wanted: Mapping[str, bytes], old: Tree, out: Path) -> None:
    """Build the new tree; the record first, since it tells a killed run's files from a tool's."""
    for path in sorted(wanted, key=lambda path: path != record.NAME):
        target = stage / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if old.files.get(path) == wanted[path]:
            shutil.copy2(out / path, target, follow_symlinks=False)
        else:
            with target.open("xb") as file:
                file.write(wanted[path])


def _install(stage: Path, out: Path, changed: tuple[str, ...], removed: tuple[str, ...]) -> None:
    if not out.exists():
        stage.rename(out)
        return
    try:
        exchange(stage, out)
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise
        _install_each(stage, out, changed, removed)


def _install_each(stage: Path, out: Path, changed: tuple[str, ...], removed: tuple[str, ...]) -> None:
    """The second best way. All the while the record vouches for old and new files alike."""
    new = (stage / record.NAME).read_text(encoding="utf-8")
    if (out / record.NAME).exists():
        both = stage.with_name("record")
        both.write_text(record.merged((out / record.NAME).read_text(encoding="utf-8"), new), encoding="utf-8")
        both.replace(out / record.NAME)
    for path in removed:
        (out / path).unlink()
        _remove_empty(out, path)
    for path in sorted(changed, key=lambda path: path == record.NAME):
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        (stage / path).replace(target)


def _remove_empty(out: Path, path: str) -> None:
    """Remove the folders that a removed file leaves empty but for caches of itself."""
    for parent in PurePosixPath(path).parents[:-1]:
        if all(entry.name == "__pycache__" for entry in (out / parent).iterdir()):
            shutil.rmtree(out / parent)


# Beside the output, `.generated.XXXXXXXX.new/` holds `lock`, locked as long as the run lives, and `tree`.


@contextmanager
def _stage(out: Path) -> Generator[Path]:
    """A folder beside the output, for the new tree; at the end it holds the old one and is removed."""
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{out.name}.", suffix=".new", dir=out.parent))
    with _lock(beside):
        try:
            (beside / "tree").mkdir()
            yield beside / "tree"
        finally:
            _discard(beside, out)


def _remove_leftovers(out: Path) -> None:
    if not out.parent.is_dir():
        return
    for beside in sorted(out.parent.glob(f".{glob.escape(out.name)}.????????.new")):
        with suppress(BlockingIOError), _lock(beside):  # blocked: another run is at work
            _discard(beside, out)


@contextmanager
def _lock(beside: Path) -> Generator[None]:
    """Hold the lock, which the system takes back from a dead process; BlockingIOError if another has it."""
    lock = os.open(beside / "lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(lock)


def _discard(beside: Path, out: Path) -> None:
    """Remove it, once the tools have back what they kept in the tree that was replaced."""
    old = beside / "tree"
    if old.exists():
        for path in tree.read(old).ignored:
            target = out / path
            if target.parent.is_dir() and not os.path.lexists(target):
                (old / path).rename(target)
        old.rename(beside / "rubbish")  # half removed, it would no longer tell our files from theirs
    shutil.rmtree(beside)
