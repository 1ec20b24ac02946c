"""The task of a process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Job:
    """A document to examine."""

    document: Path
    name: str
    """The name in the outcome."""
    folder: Path
    """The folder for the client, which exists and is empty."""
    tolerated: frozenset[str] = frozenset()
    """The rules that the document may break."""
