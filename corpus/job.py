"""What a process is given to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Job:
    """A document to examine."""

    document: Path
    name: str
    """What it is called in the outcome."""
    folder: Path
    """Where its client goes; it exists and is empty."""
    tolerated: frozenset[str] = frozenset()
    """The rules that the document may break."""
