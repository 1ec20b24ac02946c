"""Compares the output folder with the generated files, and finds the reasons for differences.

A file has three states: as last written (`codegen.output.record`), as it is now, and as it would be written
now. If the first two differ, it was edited by hand. If the first and the third differ, it is out of date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from codegen.output import record, tree
from codegen.output.record import Record


@dataclass(frozen=True, slots=True)
class Change:
    """A path at which the folder differs. Without a record, both flags are false."""

    path: str
    actual: bytes | None
    """None if there is no file; empty if it is not a regular file."""
    expected: bytes | None
    by_hand: bool
    outdated: bool


@dataclass(frozen=True, slots=True)
class Drift:
    """All differences, by path. It is false if there are none."""

    changes: tuple[Change, ...]
    same_document: bool | None
    """Whether the last run used the same document; None without a record."""
    is_empty: bool = False
    """Whether the folder has no files at all."""

    def __bool__(self) -> bool:
        return bool(self.changes)


def compare(files: Mapping[str, str], out: Path) -> Drift:
    """Compare the files, which include the record, with the folder. The record itself is not compared.

    Raises:
        Unusable: The path is a symbolic link, or not a folder.
        OSError: A file cannot be read.
    """
    wanted = {path: text.encode() for path, text in files.items()}
    folder = tree.read(out, wanted)
    last, now = folder.record, record.parse(files[record.NAME])
    changes = (
        _change(path, folder.files, wanted, last)
        for path in sorted(wanted.keys() | folder.files.keys())
        if path != record.NAME or last is None
    )
    same_document = last.same_document(now) if last and now else None
    found = tuple(change for change in changes if change)
    return Drift(found, same_document, is_empty=not folder.files)


def _change(
    path: str, actual: Mapping[str, bytes | None], wanted: Mapping[str, bytes], last: Record | None
) -> Change | None:
    expected = wanted.get(path)
    if expected is not None and actual.get(path) == expected:
        return None
    found = (actual[path] or b"") if path in actual else None
    written = last.last(path) if last else None
    by_hand = written is not None and _digest(found) not in written
    outdated = written is not None and (_digest(expected) not in written or not by_hand)
    return Change(path, found, expected, by_hand, outdated)


def _digest(data: bytes | None) -> str | None:
    return None if data is None else record.digest(data)
