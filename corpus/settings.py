"""What was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Types(Enum):
    """Which of the emitted packages the type checkers are shown."""

    ALL = "all"
    SAMPLE = "sample"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options of a run."""

    folder: Path
    jobs: int
    seconds: float
    """What a document may take, from the start of its process to its end."""
    megabytes: int
    """What a document's process, and those that it starts, may hold of memory."""
    types: Types
    tolerated: frozenset[str]
    report: Path | None
