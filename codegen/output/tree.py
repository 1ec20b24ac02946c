"""Reads the generated files of the output folder. All other files in it belong to the user.

The record says which files are generated (`codegen.output.record`). A file that the generator did not write
is of interest only where a generated file would be.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from msgspec import Struct

from codegen.document.failures import Unusable
from codegen.output import record
from codegen.output.record import Record


class Tree(Struct, frozen=True):
    """The content of a folder, by relative path."""

    files: dict[str, bytes | None]
    """The contents at the paths of generated files; None for anything but a regular file."""
    record: Record | None
    """None if the generator did not create the folder."""


def read_tree(folder: Path, expected: Iterable[str] = ()) -> Tree:
    """Read the files of the record and the `expected` ones, and whatever stands in the place of a folder.

    Raises:
        Unusable: The path is a symbolic link, or not a folder.
        OSError: A file cannot be read.
    """
    if not os.path.lexists(folder):
        return Tree({}, None)
    if folder.is_symlink() or not folder.is_dir():
        raise Unusable(f"{folder} is not a folder" + (", but a symbolic link" if folder.is_symlink() else ""))
    own = _record(folder)
    known = {record.NAME, *expected, *(own.paths if own else ())}
    files: dict[str, bytes | None] = {}
    for parent in sorted({str(parent) for path in known for parent in PurePosixPath(path).parents[:-1]}):
        mode = _mode(folder, parent, files)
        if mode and not stat.S_ISDIR(mode):
            files[parent] = None
    for path in sorted(known):
        mode = _mode(folder, path, files)
        if mode:
            files[path] = (folder / path).read_bytes() if stat.S_ISREG(mode) else None
    return Tree(files, own)


def is_foreign(folder: Path) -> bool:
    """Whether the folder has no record, but files besides those of tools such as ``.git`` and ``build``.

    Nothing is read for that.
    """
    if not folder.is_dir() or folder.is_symlink() or _record(folder) is not None:
        return False
    return any(not _belongs_to_tool(entry) for entry in os.scandir(folder))


def others(folder: Path, generated: set[str], under: str = "") -> Iterator[str]:
    """The paths of all files that are not generated, and of empty folders; their order is stable."""
    for entry in sorted(os.scandir(folder / under), key=lambda entry: entry.name):
        path = f"{under}/{entry.name}" if under else entry.name
        if path in generated:
            continue
        if not entry.is_dir(follow_symlinks=False):
            yield path
        elif any(os.scandir(entry.path)):
            yield from others(folder, generated, path)
        else:
            yield path


def make_folders(root: Path, paths: Iterable[str]) -> None:
    """Make the folders that the files at these paths need below the root, each once."""
    for parent in dict.fromkeys(path.rpartition("/")[0] for path in paths):
        (root / parent).mkdir(parents=True, exist_ok=True)


def _record(folder: Path) -> Record | None:
    path = folder / record.NAME
    if path.is_symlink() or not path.is_file():
        return None
    return record.parse_record(path.read_text(encoding="utf-8", errors="replace"))


def _mode(folder: Path, path: str, files: dict[str, bytes | None]) -> int:
    """The mode of the file at a path; 0 if there is none."""
    if any(str(parent) in files for parent in PurePosixPath(path).parents):
        return 0
    try:
        return (folder / path).lstat().st_mode
    except FileNotFoundError:
        return 0


def _belongs_to_tool(entry: os.DirEntry[str]) -> bool:
    return entry.name.startswith(".") or (
        entry.is_dir(follow_symlinks=False)
        and (entry.name in {"build", "dist", "__pycache__"} or entry.name.endswith(".egg-info"))
    )
