"""Places in the text of a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

On: TypeAlias = Literal["key", "value"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file: line and column count from 1, the column in characters."""

    line: int
    column: int
