"""The output folder as it is on the disk.

Tools leave things in a folder that is worked with: ``__pycache__``, ``build``, ``.venv``, ``.git`` when
the client is a repository of its own. What is not emitted and matches one of these is kept by `write`
and not seen by `check`: hidden names, ``__pycache__``, and at the top ``build``, ``dist``, ``*.egg-info``.
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
    """The content of a folder, by path from it."""

    files: dict[str, bytes | None]
    """None for what is no regular file; symbolic links are never followed."""
    ignored: tuple[str, ...]
    """Files and whole folders that belong to tools."""
    record: Record | None
    """None when the folder is not one of ours."""


def read(folder: Path, expected: Iterable[str] = ()) -> Tree:
    """Read a folder; one that does not exist is empty. What is `expected` is never ignored.

    Raises:
        Unusable: It is a symbolic link or not a folder.
        OSError: Something in it cannot be read.
    """
    if not os.path.lexists(folder):
        return Tree({}, (), None)
    if folder.is_symlink() or not folder.is_dir():
        raise Unusable(f"{folder} is not a folder" + (" but a symbolic link" if folder.is_symlink() else ""))
    own = _record(folder)
    known = {record.NAME, *expected, *(own.paths if own else ())}
    known |= {str(parent) for path in known for parent in PurePosixPath(path).parents}
    files: dict[str, bytes | None] = {}
    ignored: list[str] = []
    for path, mode in _walk(folder, "", known):
        if _is_tools(path, mode, known):
            ignored.append(path)
        elif not stat.S_ISDIR(mode):
            files[path] = (folder / path).read_bytes() if stat.S_ISREG(mode) else None
    return Tree(files, tuple(ignored), own)


def _record(folder: Path) -> Record | None:
    path = folder / record.NAME
    if path.is_symlink() or not path.is_file():
        return None
    return record.parse(path.read_text(encoding="utf-8", errors="replace"))


def _walk(folder: Path, under: str, known: set[str]) -> Iterator[tuple[str, int]]:
    """Each entry with its mode, sorted; the inside of a tool's folder is left out."""
    for entry in sorted(os.scandir(folder / under), key=lambda entry: entry.name):
        path = f"{under}/{entry.name}" if under else entry.name
        mode = entry.stat(follow_symlinks=False).st_mode
        yield path, mode
        if stat.S_ISDIR(mode) and not _is_tools(path, mode, known):
            yield from _walk(folder, path, known)


def _is_tools(path: str, mode: int, known: set[str]) -> bool:
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
