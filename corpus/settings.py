"""The settings of a run."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Types(Enum):
    """Which packages are type-checked."""

    ALL = "all"
    SAMPLE = "sample"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options of a run."""

    folder: Path
    jobs: int
    seconds: float
    """The time limit for a document, from start to end of its process."""
    megabytes: int
    """The memory limit for the process of a document and its children."""
    types: Types
    tolerated: frozenset[str]
    report: Path | None
