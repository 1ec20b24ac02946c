"""Writes edits of texts as a unified diff for `git apply`."""

from __future__ import annotations

import io
import os
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

from msgspec import Struct
from msgspec.structs import replace

from codegen.document.rewriting import TextEdit, edited
from codegen.drift.editing import EditedFile

_CONTEXT = 3


class _Change(Struct, frozen=True):
    """Lines that are replaced. Either may be none."""

    first: int
    """The number of the first old line, from 0."""
    old: list[str]
    new: list[str]

    @property
    def behind(self) -> int:
        """The number of the line after the old ones."""
        return self.first + len(self.old)


def patch(files: Sequence[EditedFile]) -> str:
    """Return a unified diff of files, whose names are relative to the current folder."""
    return "".join(line for file in files for line in _file(file))


def changed_lines(file: EditedFile) -> list[str]:
    """The lines that edits remove and add, without context and line ends."""
    changes = _changes(_lines(file.source.text), file.edits)
    return [line.rstrip("\r\n") for change in changes for line in _signed(change)]


def _file(file: EditedFile) -> Iterator[str]:
    name = os.path.relpath(file.source.name).replace(os.sep, "/")
    yield f"--- {_quoted(f'a/{name}')}\n"
    yield f"+++ {_quoted(f'b/{name}')}\n"
    mark = file.source.mark
    edits = [replace(one, start=one.start + len(mark), end=one.end + len(mark)) for one in file.edits]
    lines = _lines(mark + file.source.text)
    shift = 0
    for hunk in _hunks(_changes(lines, edits)):
        first, last = max(hunk[0].first - _CONTEXT, 0), min(hunk[-1].behind + _CONTEXT, len(lines))
        added = sum(len(one.new) - len(one.old) for one in hunk)
        yield f"@@ -{first + 1},{last - first} +{first + 1 + shift},{last - first + added} @@\n"
        shift += added
        at = first
        for change in hunk:
            yield from map(_ended, (f" {line}" for line in lines[at : change.first]))
            yield from map(_ended, _signed(change))
            at = change.behind
        yield from map(_ended, (f" {line}" for line in lines[at:last]))


def _changes(lines: Sequence[str], edits: Sequence[TextEdit]) -> list[_Change]:
    """The lines that edits change, in order. Edits of one line are one change."""
    starts = [0, *accumulate(map(len, lines))]
    groups: list[tuple[int, int, list[TextEdit]]] = []
    for edit in edits:
        first = min(bisect_right(starts, edit.start) - 1, len(lines) - 1)
        last = min(bisect_right(starts, max(edit.end - 1, edit.start)), len(lines))
        if groups and first < groups[-1][1]:
            before, end, others = groups.pop()
            groups.append((before, max(end, last), [*others, edit]))
        else:
            groups.append((first, last, [edit]))
    return [_change(first, lines[first:last], starts[first], group) for first, last, group in groups]


def _change(first: int, lines: Sequence[str], start: int, edits: Sequence[TextEdit]) -> _Change:
    """What edits change in some lines, which begin at `start`. Equal lines around it are omitted."""
    inside = [replace(one, start=one.start - start, end=one.end - start) for one in edits]
    old, new = [*lines], _lines(edited("".join(lines), inside))
    before = _equal(old, new)
    old, new = old[before:], new[before:]
    after = _equal(old[::-1], new[::-1])
    return _Change(first + before, old[: len(old) - after], new[: len(new) - after])


def _equal(lines: Sequence[str], others: Sequence[str]) -> int:
    """The number of equal lines at the beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(lines, others, strict=False)))


def _hunks(changes: Sequence[_Change]) -> list[list[_Change]]:
    """The changes in groups whose surrounding lines do not meet."""
    found: list[list[_Change]] = []
    for change in changes:
        if found and change.first - found[-1][-1].behind <= 2 * _CONTEXT:
            found[-1].append(change)
        else:
            found.append([change])
    return found


def _signed(change: _Change) -> Iterator[str]:
    yield from (f"-{line}" for line in change.old)
    yield from (f"+{line}" for line in change.new)


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """The lines with their ends, which are line feeds alone."""
    return io.StringIO(text, newline="\n").readlines()


def _quoted(name: str) -> str:
    """A name as git writes it (`git help diff`, "Generating patch text with -p")."""
    if name.isprintable() and not set('"\\') & set(name):
        return f"{name}\t" if " " in name else name
    return '"' + "".join(chr(one) if one in _PLAIN_BYTES else f"\\{one:03o}" for one in name.encode()) + '"'


_PLAIN_BYTES = {*range(32, 127)} - {*b'"\\'}
