"""Writes the emitted files to the output folder, all of them or none. It touches only files that it wrote.

The new tree is built next to the old one and replaces it in one step. All other files of the folder are
linked into the new tree before that (`codegen.output.carry`). If the process is killed or the disk is full,
the folder has the old tree or the new one, and the files of the user in either case. The next run removes
leftovers. This does not cover power failures, since nothing is flushed to disk.

If the system cannot exchange two folders or link files, the finished files are moved one by one. A run that
is killed at this point leaves complete files, some of them old. `check` then reports the folder as out of
date, and the next run completes it.
"""

from __future__ import annotations

import errno
import fcntl
import glob
import os
import shutil
import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from msgspec import Struct

from codegen.document.failures import Defect, Unusable
from codegen.output import carry, record, tree
from codegen.output.compare import Change, changed_paths, with_own_regions
from codegen.output.exchange import UNSUPPORTED, exchange
from codegen.output.files import take_place, uninterrupted
from codegen.output.tree import Tree, make_folders


class WrittenPaths(Struct, frozen=True):
    """The paths that a run changed and removed."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]


class Edited(Exception):
    """Writing would overwrite edits of generated files, or files in their place."""

    def __init__(self, changes: tuple[Change, ...]) -> None:
        super().__init__(", ".join(change.path for change in changes))
        self.changes = changes


def write(files: Mapping[str, str], out: Path, *, force: bool = False) -> WrittenPaths:
    """Write these files, which include the record, and remove generated files that are not among them.

    Unchanged files keep their timestamps. If all files are unchanged, nothing is touched.

    Args:
        files: The text of each file by path.
        out: The folder.
        force: Overwrite generated files that were edited by hand, and others in the place of generated ones.

    Raises:
        Edited: Generated files were edited by hand, or others are in their place, and `force` is not set.
        Unusable: The path is a symbolic link or not a folder, has files but no record and `force` is not set,
            or has a folder in the place of a file.
        Defect: A path leads out of the folder.
        OSError: A system call failed. The folder is unchanged, with the exception described above.
    """
    out = Path(os.path.abspath(out))  # not resolve(): the folder itself must not be a symbolic link
    generated = {_inside(path): text.encode() for path, text in files.items()}
    if not force and tree.is_foreign(out):
        raise Unusable(
            f"{out} is not empty and its files were not generated;"
            " choose another folder, or add the client to this one with --force"
        )
    _remove_leftovers(out)
    old = tree.read_tree(out, generated)
    found = changed_paths(old, generated)
    if (losing := tuple(one for one in found if one.loses_work)) and not force:
        raise Edited(losing)
    wanted = with_own_regions(old, generated)
    changed = tuple(path for path, data in wanted.items() if old.files.get(path) != data)
    removed = tuple(path for path in old.files if path not in wanted)
    for path in old.files:
        if old.files[path] is None and (out / path).is_dir() and not (out / path).is_symlink():
            raise Unusable(f"{out / path} is a folder, and the client has a file of this name; move it away")
    if changed or removed:
        with _named(out), _stage(out) as stage:
            _fill(stage, wanted, old, out)
            _install(stage, out, changed, removed, {*wanted, *removed})
    return WrittenPaths(changed, removed)


def holds_another(files: Mapping[str, str], out: Path) -> bool:
    """Whether the folder contains the client of another package."""
    marker = next((path for path in files if path.endswith("/py.typed")), record.NAME)
    return (out / record.NAME).is_file() and not (out / marker).exists()


def _inside(path: str) -> str:
    parts = path.split("/")
    if "\0" in path or "\\" in path or any(part in {"", ".", ".."} for part in parts):
        raise Defect(f"the path {path!r} leads out of the output folder")
    return path


@contextmanager
def _named(out: Path) -> Generator[None]:
    """Name the folder in errors that name nothing, such as that of a full disk."""
    try:
        yield
    except OSError as error:
        if error.filename is not None:
            raise
        raise OSError(error.errno, error.strerror, str(out)) from error


def _fill(stage: Path, wanted: Mapping[str, bytes], old: Tree, out: Path) -> None:
    """Build the new tree."""
    make_folders(stage, wanted)
    for path in wanted:
        target = stage / path
        if old.files.get(path) == wanted[path]:
            shutil.copy2(out / path, target, follow_symlinks=False)
        else:
            with target.open("xb") as file:
                file.write(wanted[path])


def _install(
    stage: Path, out: Path, changed: tuple[str, ...], removed: tuple[str, ...], generated: set[str]
) -> None:
    if not out.exists():
        stage.rename(out)
        return
    if stage.is_relative_to(out) or _has_mounts(out):
        _install_each(stage, out, changed, removed)
        return
    try:
        carry.link(out, stage, generated)
        exchange(stage, out)
    except OSError as error:
        if error.errno not in UNSUPPORTED | carry.UNSUPPORTED:
            raise
        _install_each(stage, out, changed, removed)
    else:
        carry.move_later_ones(stage, out, generated)


_MOUNTS = Path("/proc/self/mountinfo")
"""The mounts, on Linux."""


def _has_mounts(out: Path) -> bool:
    """Whether anything is mounted below the folder, such as a file of the host: it cannot move."""
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:  # not Linux
        return False
    below = os.path.realpath(out) + "/"
    points = (line.split(" ")[4].replace("\\040", " ") for line in lines)
    return any(point.startswith(below) for point in points)


def _install_each(stage: Path, out: Path, changed: tuple[str, ...], removed: tuple[str, ...]) -> None:
    """Move the files one by one. Meanwhile the record contains the digests of old and new files."""
    new = (stage / record.NAME).read_text(encoding="utf-8")
    if (out / record.NAME).exists():
        both = stage.with_name("record")
        both.write_text(
            record.merged_records((out / record.NAME).read_text(encoding="utf-8"), new), encoding="utf-8"
        )
        _move(both, out / record.NAME)
    for path in removed:
        (out / path).unlink()
        _remove_empty(out, path)
    for path in sorted(changed, key=lambda path: path == record.NAME):
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        _move(stage / path, target)


def _move(source: Path, target: Path) -> None:
    """Replace a file by another in one step, from another file system or across a mount point as well."""
    try:
        take_place(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        copy = target.with_name(f".{target.name}.new")
        shutil.copy2(source, copy)
        copy.replace(target)


def _remove_empty(out: Path, path: str) -> None:
    """Remove the parent folders of a removed file that are empty, except for ``__pycache__``."""
    for parent in PurePosixPath(path).parents[:-1]:
        if all(entry.name == "__pycache__" for entry in (out / parent).iterdir()):
            shutil.rmtree(out / parent)


# `.generated.XXXXXXXX.new/`, next to the output, contains `tree` and `lock`. `lock` is locked during the run.
# It is in the output if nothing can be written next to it, as at the mount point of a container's volume.


@contextmanager
def _stage(out: Path) -> Generator[Path]:
    """A folder for the new tree. In the end it has the old tree and is removed."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise Unusable(f"{out} cannot be written: {error.filename} is not a folder") from error
    is_apart = out.is_dir() and not os.access(out.parent, os.W_OK)
    with uninterrupted():  # it removes its folder
        around = out if is_apart else out.parent
        try:
            staging = Path(tempfile.mkdtemp(prefix=f".{out.name}.", suffix=".new", dir=around))
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(out)) from error
        with _lock(staging):
            try:
                (staging / "tree").mkdir()
                yield staging / "tree"
            finally:
                _discard(staging)


def _remove_leftovers(out: Path) -> None:
    for around in (out.parent, out):
        for staging in sorted(around.glob(f".{glob.escape(out.name)}.????????.new")):
            with suppress(BlockingIOError), _lock(staging):  # blocked: another run is active
                _discard(staging)


@contextmanager
def _lock(staging: Path) -> Generator[None]:
    """Hold the lock. The system releases it if the process dies.

    Raises:
        BlockingIOError: Another process has it.
    """
    lock = os.open(staging / "lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(lock)


def _discard(staging: Path) -> None:
    """Remove the folder. The files linked into it remain in the output folder."""
    for folder, _, _ in os.walk(staging):
        Path(folder).chmod(0o700)  # some tools write-protect their folders
    shutil.rmtree(staging)
