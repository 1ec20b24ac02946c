"""Compares the output folder with the generated files, and finds the reasons for differences.

A file has three states: as last written (`codegen.output.record`), as it is now, and as it would be written
now. If the first two differ, it was edited by hand. If the first and the third differ, it is out of date.
Regions of the user (`codegen.output.regions`) and files that were never generated do not count.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from codegen.output import record, tree
from codegen.output.record import InputChange, Record
from codegen.output.regions import own_texts, with_own_texts, without_own_texts
from codegen.output.tree import Tree


class Change(Struct, frozen=True):
    """A path at which the folder differs. Without a record, both flags are false."""

    path: str
    actual: bytes | None
    """None if there is no file; empty if it is not a regular file."""
    expected: bytes | None
    by_hand: bool
    outdated: bool
    is_foreign: bool = False
    """Whether the file was never generated."""
    is_irregular: bool = False
    """Whether it is a link or a folder."""

    @property
    def loses_work(self) -> bool:
        """Whether writing the expected file would overwrite edits."""
        return self.actual is not None and (self.by_hand or self.is_foreign)


class Drift(Struct, frozen=True):
    """All differences, by path. It is false if there are none."""

    changes: tuple[Change, ...]
    agreeing: tuple[str, ...] = ()
    """The files that were edited to what is now generated: what was edited by hand, and what has changed
    since, are the same."""
    expected: Mapping[str, bytes] = field(default_factory=dict)
    """The files as they are generated now."""
    last: Record | None = None
    """The record of the last run. None without a record."""
    inputs: tuple[InputChange, ...] = ()
    """The inputs that have changed since. They are the causes only if a file is out of date."""
    same_document: bool = True
    same_order: bool = True
    """Whether the order of the parts of the document is unchanged."""
    outdated: tuple[str, ...] = ()
    """The files whose generated content has changed, regardless of the actual content."""
    is_empty: bool = False
    """Whether none of the generated files is there."""
    has_record: bool = False
    """Whether there is a file in the place of the record."""

    def __bool__(self) -> bool:
        return bool(self.changes)


def compare(files: Mapping[str, str], out: Path) -> Drift:
    """Compare the files, which include the record, with the folder. The record itself is not compared.

    Raises:
        Unusable: The path is a symbolic link, or not a folder.
        OSError: A file cannot be read.
    """
    wanted = {path: text.encode() for path, text in files.items()}
    folder = tree.read_tree(out, wanted)
    last, now = folder.record, record.parse_record(files[record.NAME])
    found = changed_paths(folder, wanted)
    differing = tuple(one for one in found if one.path != record.NAME or last is None)
    if last is None or now is None:
        return Drift(differing, is_empty=not folder.files, has_record=record.NAME in folder.files)
    outdated = {path for path in (now.paths | last.paths) if not last.last(path) & now.last(path)}
    edited = (path for path in outdated if not _is_as_written(path, folder.files, last.last(path)))
    return Drift(
        differing,
        agreeing=tuple(sorted({*edited} - {one.path for one in found})),
        expected=wanted,
        last=last,
        inputs=last.changed_inputs(now),
        same_document=last.same_document(now),
        same_order=last.same_order(now),
        outdated=tuple(sorted(outdated)),
        is_empty=not folder.files,
        has_record=True,
    )


def with_own_regions(folder: Tree, generated: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files to write: the generated ones, with the text that the user has in their regions."""
    return {path: with_own_texts(path, data, folder.files.get(path)) for path, data in generated.items()}


def changed_paths(folder: Tree, generated: Mapping[str, bytes]) -> tuple[Change, ...]:
    """All paths at which the folder differs from the generated files, in order."""
    wanted = with_own_regions(folder, generated)
    paths = sorted(wanted.keys() | folder.files.keys())
    ours = frozenset[str]() if folder.record is None else folder.record.paths
    found = (_change(path, folder.files, wanted, generated, folder.record, ours) for path in paths)
    return tuple(change for change in found if change)


def _change(  # noqa: PLR0913, PLR0917 - the three states of a file, and the paths of the record
    path: str,
    actual: Mapping[str, bytes | None],
    wanted: Mapping[str, bytes],
    generated: Mapping[str, bytes],
    last: Record | None,
    ours: frozenset[str],
) -> Change | None:
    expected = wanted.get(path)
    if expected is not None and actual.get(path) == expected:
        return None
    found = (actual[path] or b"") if path in actual else None
    is_irregular = path in actual and actual[path] is None
    if last is None:
        return Change(path, found, expected, by_hand=False, outdated=False, is_irregular=is_irregular)
    written = last.last(path)
    is_ours = path in ours or path == record.NAME
    by_hand = path in ours and not _is_as_written(path, actual, written)
    by_hand = by_hand or not own_texts(path, found).keys() <= own_texts(path, expected).keys()
    outdated = _digest(generated.get(path)) not in written or not by_hand
    is_foreign = not is_ours and found is not None
    return Change(path, found, expected, by_hand, outdated, is_foreign, is_irregular)


def _is_as_written(path: str, actual: Mapping[str, bytes | None], written: frozenset[str | None]) -> bool:
    if len(written) > 1:  # changed on two branches: git has merged the file, and nobody has edited it
        return path in actual and actual[path] is not None
    if path not in actual:
        return None in written
    data = actual[path]
    return data is not None and record.digest(without_own_texts(path, data)) in written


def _digest(data: bytes | None) -> str | None:
    return None if data is None else record.digest(data)
