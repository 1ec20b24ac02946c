"""Writes files of the user, such as the files of a document or a report: all of them, or none.

Each file is replaced in one step, so nobody reads half of it. A file that cannot be written brings back those
that were replaced before it. Only a process that is killed in this moment can leave some files new and
others old, each of them whole, and files of its own beside them, which the next run removes.
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
from collections.abc import Generator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from stat import S_IMODE

_DEVICES = ("/dev/fd/", "/dev/std", "/proc/")
"""A file below these is an open file of a process, such as ``/dev/stdout``. Nothing can take its place."""


def replace_files(contents: Mapping[Path, bytes]) -> None:
    """Write these files. Those that exist keep their modes, and links to them stay links.

    Raises:
        OSError: A file cannot be written. Nothing has changed.
    """
    names = {_target(path): path for path in contents}
    for target, name in [*names.items()]:
        with _named(name):
            if _is_irreplaceable(target):
                target.write_bytes(contents[names.pop(target)])  # it may wait for a reader until Ctrl+C
    for folder in {target.parent for target in names}:
        _clear(folder)
    with uninterrupted(), ExitStack() as leftovers:
        staged: dict[Path, Path] = {}
        for target, name in names.items():
            with _named(name):
                staged[target] = _staged(target, contents[name], leftovers)
        kept = {target: _kept(target, leftovers) for target in names if len(names) > 1}
        replaced: list[Path] = []
        try:
            for target, name in names.items():
                with _named(name):
                    take_place(staged[target], target)
                replaced.append(target)
        except OSError:
            for target in reversed(replaced):
                _restore(target, kept[target])
            raise


def _clear(folder: Path) -> None:
    """Remove the temporary files of a killed process."""
    for left in [*folder.glob(".wholespec.*.new"), *folder.glob(".wholespec.*.old")]:
        with suppress(ValueError, OverflowError, OSError):
            if not _is_running(int(left.name.split(".")[2])):
                left.unlink()


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@contextmanager
def _named(path: Path) -> Generator[None]:
    """Let errors use the name that the user gave."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, os.fspath(path)) from error


@contextmanager
def uninterrupted() -> Generator[None]:
    """Delay Ctrl+C and SIGTERM until the end of the block, which is short."""
    waiting = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, waiting)


def _target(path: Path) -> Path:
    is_device = os.path.abspath(path).startswith(_DEVICES)
    return path if is_device else Path(os.path.realpath(path))


def _is_irreplaceable(target: Path) -> bool:
    """Whether this is a pipe or a device: its contents go to whoever reads it."""
    return os.path.abspath(target).startswith(_DEVICES) or (target.exists() and not _is_ordinary(target))


def _is_ordinary(target: Path) -> bool:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(target))
    if not os.access(target, os.W_OK):  # its folder alone would decide otherwise
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), os.fspath(target))
    return target.is_file()


def _staged(target: Path, data: bytes, leftovers: ExitStack) -> Path:
    """A finished file beside the one that it will replace."""
    new = _beside(target, "new")
    with new.open("xb") as file:
        leftovers.callback(new.unlink, missing_ok=True)
        file.write(data)
    if target.exists():
        old = target.stat()
        with suppress(PermissionError):
            os.chown(new, old.st_uid, old.st_gid)
        new.chmod(S_IMODE(old.st_mode))
    return new


def _kept(target: Path, leftovers: ExitStack) -> Path | None:
    """Another name for the file as it is; None if there is none."""
    if not target.exists():
        return None
    kept = _beside(target, "old")
    leftovers.callback(kept.unlink, missing_ok=True)
    try:
        kept.hardlink_to(target)
    except OSError:  # a file system without links
        shutil.copy2(target, kept)
    return kept


def _restore(target: Path, old: Path | None) -> None:
    if old is None:
        target.unlink()
    else:
        take_place(old, target)


def take_place(new: Path, target: Path) -> None:
    """Let a file take the place of another: in one step, or by its contents if the other is a mount point."""
    try:
        new.replace(target)
    except OSError as error:
        if error.errno != errno.EBUSY:
            raise
        shutil.copyfile(new, target)


def _beside(target: Path, kind: str) -> Path:
    """A name in the same folder. It is short, as the name of the target may be as long as names can be."""
    return target.with_name(f".wholespec.{os.getpid()}.{abs(hash(target.name)):x}.{kind}")
