"""Reads the output folder.

Other tools create files in the folder: ``__pycache__``, ``build``, ``.venv``, or ``.git`` if the client has a
repository of its own. `write` keeps such files and `check` ignores them, unless the generator emits a file
of that name. They are hidden names, ``__pycache__``, and at the top level ``build``, ``dist`` and
``*.egg-info``.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from codegen.document.failures import Unusable
from codegen.output import record
from codegen.output.record import Record


@dataclass(frozen=True, slots=True)
class Tree:
    """The content of a folder, by relative path."""

    files: dict[str, bytes | None]
    """None for anything but a regular file. Symbolic links are not followed."""
    ignored: tuple[str, ...]
    """Files and folders of other tools."""
    record: Record | None
    """None if the generator did not create the folder."""


def read(folder: Path, expected: Iterable[str] = ()) -> Tree:
    """Read a folder, which is empty if it does not exist. Paths in `expected` are never ignored.

    Raises:
        Unusable: The path is a symbolic link, or not a folder, or has other files and none that is expected.
        OSError: A file cannot be read.
    """
    if not _is_there(folder):
        return Tree({}, (), None)
    own = _record(folder)
    wanted = frozenset(expected)
    if wanted and own is None and not any((folder / path).is_file() for path in wanted):
        refuse_foreign(folder)
    known = {record.NAME, *wanted, *(own.paths if own else ())}
    known |= {str(parent) for path in known for parent in PurePosixPath(path).parents}
    files: dict[str, bytes | None] = {}
    ignored: list[str] = []
    for path, mode in _walk(folder, "", known):
        if _belongs_to_tool(path, mode, known):
            ignored.append(path)
        elif not stat.S_ISDIR(mode):
            files[path] = (folder / path).read_bytes() if stat.S_ISREG(mode) else None
    return Tree(files, tuple(ignored), own)


def _is_there(folder: Path) -> bool:
    """Whether there is such a folder.

    Raises:
        Unusable: It is a symbolic link, or not a folder.
    """
    if not os.path.lexists(folder):
        return False
    if folder.is_symlink() or not folder.is_dir():
        raise Unusable(f"{folder} is not a folder" + (", but a symbolic link" if folder.is_symlink() else ""))
    return True


def refuse_foreign(folder: Path) -> None:
    """Refuse a folder with files that the generator has not written, without reading any of them.

    Raises:
        Unusable: The folder is not empty and has no record, or is no folder.
    """
    if not _is_there(folder) or _record(folder) is not None:
        return
    if any(
        not stat.S_ISDIR(mode) and not _belongs_to_tool(path, mode, set())
        for path, mode in _walk(folder, "", set())
    ):
        raise Unusable(
            f"{folder} is not empty and its files were not generated; empty it or choose another folder"
        )


def _record(folder: Path) -> Record | None:
    path = folder / record.NAME
    if path.is_symlink() or not path.is_file():
        return None
    return record.parse(path.read_text(encoding="utf-8", errors="replace"))


def _walk(folder: Path, under: str, known: set[str]) -> Iterator[tuple[str, int]]:
    """All entries with their modes, sorted, without the contents of folders of other tools."""
    for entry in sorted(os.scandir(folder / under), key=lambda entry: entry.name):
        path = f"{under}/{entry.name}" if under else entry.name
        mode = entry.stat(follow_symlinks=False).st_mode
        yield path, mode
        if stat.S_ISDIR(mode) and not _belongs_to_tool(path, mode, known):
            yield from _walk(folder, path, known)


def _belongs_to_tool(path: str, mode: int, known: set[str]) -> bool:
    if path in known:
        return False
    *parents, name = path.split("/")
    at_top = not parents and stat.S_ISDIR(mode)
    return (
        name == "__pycache__"
        or name.startswith(".")
        or any(parent.startswith(".") for parent in parents)
        or (at_top and (name in {"build", "dist"} or name.endswith(".egg-info")))
    )
