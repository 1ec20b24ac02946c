"""Compares the output folder with the generated files, and finds the reasons for differences.

A file has three states: as last written (`codegen.output.record`), as it is now, and as it would be written
now. If the first two differ, it was edited by hand. If the first and the third differ, it is out of date.
Regions of the user (`codegen.output.regions`) and files that were never generated do not count.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from codegen.output import record, tree
from codegen.output.record import Record
from codegen.output.regions import own_texts, with_own_texts, without_own_texts
from codegen.output.tree import Tree


@dataclass(frozen=True, slots=True)
class Change:
    """A path at which the folder differs. Without a record, both flags are false."""

    path: str
    actual: bytes | None
    """None if there is no file; empty if it is not a regular file."""
    expected: bytes | None
    by_hand: bool
    outdated: bool
    is_foreign: bool = False
    """Whether what is there was never generated."""

    @property
    def loses_work(self) -> bool:
        """Whether writing the expected file would lose what somebody wrote."""
        return self.actual is not None and (self.by_hand or self.is_foreign)


@dataclass(frozen=True, slots=True)
class Drift:
    """All differences, by path. It is false if there are none."""

    changes: tuple[Change, ...]
    same_document: bool | None
    """Whether the last run used the same document; None without a record."""
    changed_sources: tuple[str, ...] = ()
    """The files of a document in several files that have changed since, or are new, or gone."""
    is_empty: bool = False
    """Whether none of the generated files is there."""

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
    same_document = last.same_document(now) if last and now else None
    found = changes(folder, wanted)
    changed_sources = last.changed_sources(now) if last and now else ()
    differing = tuple(one for one in found if one.path != record.NAME or last is None)
    return Drift(differing, same_document, changed_sources, is_empty=not folder.files)


def merged(folder: Tree, generated: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files to write: the generated ones, with the text that the user has in their regions."""
    return {path: with_own_texts(path, data, folder.files.get(path)) for path, data in generated.items()}


def changes(folder: Tree, generated: Mapping[str, bytes]) -> tuple[Change, ...]:
    """All paths at which the folder differs from the generated files, in order."""
    wanted = merged(folder, generated)
    paths = sorted(wanted.keys() | folder.files.keys())
    found = (_change(path, folder.files, wanted, generated, folder.record) for path in paths)
    return tuple(change for change in found if change)


def _change(
    path: str,
    actual: Mapping[str, bytes | None],
    wanted: Mapping[str, bytes],
    generated: Mapping[str, bytes],
    last: Record | None,
) -> Change | None:
    expected = wanted.get(path)
    if expected is not None and actual.get(path) == expected:
        return None
    found = (actual[path] or b"") if path in actual else None
    if last is None:
        return Change(path, found, expected, by_hand=False, outdated=False)
    written = last.last(path)
    is_ours = path in last.paths or path == record.NAME
    by_hand = path in last.paths and not _is_as_written(path, actual, written)
    by_hand = by_hand or not own_texts(path, found).keys() <= own_texts(path, expected).keys()
    outdated = _digest(generated.get(path)) not in written or not by_hand
    return Change(path, found, expected, by_hand, outdated, is_foreign=not is_ours and found is not None)


def _is_as_written(path: str, actual: Mapping[str, bytes | None], written: frozenset[str | None]) -> bool:
    if len(written) > 1:  # changed on two branches: git has merged the file, and nobody has edited it
        return path in actual and actual[path] is not None
    if path not in actual:
        return None in written
    data = actual[path]
    return data is not None and record.digest(without_own_texts(path, data)) in written


def _digest(data: bytes | None) -> str | None:
    return None if data is None else record.digest(data)
