"""Places in the text of a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

On: TypeAlias = Literal["key", "value"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file: line and column count from 1, the column in characters.

    Places sort by file, and those of the entry document come first.
    """

    file: str = field(default="", kw_only=True)
    """The name of the file; empty for the entry document."""
    line: int
    column: int

    def in_file(self, name: str) -> Place:
        """The same position in a file that the entry document refers to."""
        return Place(self.line, self.column, file=name)
