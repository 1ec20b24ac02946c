"""Differences between a file and its generated content, as text."""

from __future__ import annotations

import difflib
import io
from collections.abc import Iterator
from itertools import zip_longest

from codegen.output.compare import Change

_MOST_COMPARED = 5_000
"""Lines between the first and the last difference. The time of a diff can grow with their square."""


def diff(change: Change, out: str, to: str = "expected") -> Iterator[str]:
    """A unified diff from the actual to the expected file, line by line."""
    actual, expected = _lines(change.actual), _lines(change.expected)
    name = f"{out}/{change.path}"
    old = "/dev/null" if change.actual is None else name
    new = "/dev/null" if change.expected is None else name
    start, end = _same(actual, expected)
    middle = len(actual) + len(expected) - 2 * (start + end)
    if actual and expected and middle > _MOST_COMPARED:
        yield f"--- {old}\tactual"
        yield f"+++ {new}\t{to}"
        yield f"@@ from line {start + 1} on, {len(actual) - start - end} lines differ: too many to compare @@"
        return
    for line in difflib.unified_diff(actual, expected, old, new, "actual", to):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def first_line(change: Change) -> int:
    """Return the number of the first line that differs."""
    pairs = zip_longest(_lines(change.actual), _lines(change.expected))
    return next((number for number, (old, new) in enumerate(pairs, 1) if old != new), 1)


def _same(old: list[str], new: list[str]) -> tuple[int, int]:
    """The numbers of equal lines at the beginning and at the end."""
    most = min(len(old), len(new))
    start = next((index for index in range(most) if old[index] != new[index]), most)
    end = next((index for index in range(most - start) if old[-1 - index] != new[-1 - index]), most - start)
    return start, end


def _lines(data: bytes | None) -> list[str]:
    """Split at line feeds only and keep them. The last line may have none."""
    return io.StringIO((data or b"").decode("utf-8", "backslashreplace"), newline="\n").readlines()
