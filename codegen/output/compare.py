"""Where the output folder is not what the document makes it, and why: the second reader of the files.

Each path has three states: as last written (`codegen.output.record`), as it is, and as it would be written
now. It was changed by hand if the first two differ, and is out of date if the first and the third differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from codegen.output import record, tree
from codegen.output.record import Record


@dataclass(frozen=True, slots=True)
class Change:
    """One path at which the folder differs. Without a record, neither flag is set."""

    path: str
    actual: bytes | None
    """None for no file, empty for what is no regular file."""
    expected: bytes | None
    by_hand: bool
    outdated: bool


@dataclass(frozen=True, slots=True)
class Drift:
    """All that differs, by path; false when nothing does."""

    changes: tuple[Change, ...]
    same_document: bool | None
    """Whether the last run, too, was made from this document; None when no record tells."""

    def __bool__(self) -> bool:
        return bool(self.changes)


def compare(files: Mapping[str, str], out: Path) -> Drift:
    """Compare the files, one of which is the record, with the folder. The record itself is not judged.

    Raises:
        Unusable: The folder is a symbolic link, or not a folder.
        OSError: Something in it cannot be read.
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
    return Drift(tuple(change for change in changes if change), same_document)


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
