"""Carries the files that are not generated from the old tree of the output folder into the new one.

They are linked, not copied: a file has both names until the old tree is removed, so it is never missing, it
keeps its time and its permissions, and a program that writes to it meanwhile writes to both.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from codegen.output import tree

UNSUPPORTED = frozenset({errno.EXDEV, errno.EPERM, errno.EACCES, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS})
"""Errors that mean that the system cannot link these files: another file system, or another owner."""


def link(old: Path, new: Path, generated: set[str]) -> None:
    """Give each file of the old tree that is not generated its name in the new tree, too.

    Raises:
        OSError: A file cannot be linked. `errno` is in `UNSUPPORTED` if that is not possible here.
    """
    for path in _carried(old, new, generated):
        _make_parents(old, new, path)
        source, target = old / path, new / path
        if source.is_dir() and not source.is_symlink():
            target.mkdir(exist_ok=True)
            shutil.copystat(source, target)
        else:
            os.link(source, target, follow_symlinks=False)


def move_later_ones(old: Path, new: Path, generated: set[str]) -> None:
    """After the exchange, move the files that a program created or replaced meanwhile."""
    for path in _carried(old, new, generated):
        source, target = old / path, new / path
        if not os.path.lexists(target) or not os.path.samestat(source.lstat(), target.lstat()):
            is_folder = source.is_dir() and not source.is_symlink()
            if not is_folder:
                _make_parents(old, new, path)
                source.replace(target)


def _carried(old: Path, new: Path, generated: set[str]) -> Iterator[str]:
    """The files to carry. Byte code of modules that are no longer generated is not carried."""
    paths = [*tree.others(old, generated)]
    yield from (path for path in paths if "__pycache__" not in path.split("/"))
    for path in paths:
        parts = path.split("/")
        if "__pycache__" in parts and new.joinpath(*parts[: parts.index("__pycache__")]).is_dir():
            yield path


def _make_parents(old: Path, new: Path, path: str) -> None:
    """Make the folders of a file, with the modes of those in the old tree."""
    for parent in reversed(PurePosixPath(path).parents[:-1]):
        if not (new / parent).is_dir():
            (new / parent).mkdir()
            shutil.copystat(old / parent, new / parent)
