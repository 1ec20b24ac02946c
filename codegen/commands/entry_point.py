"""The names and defaults that differ between `generate.py` in the repository and the installed command."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class EntryPoint(NamedTuple):
    """How the user called the generator. Not a dataclass, because `dataclasses` is slow to import."""

    name: str
    """For usage and messages: ``generate.py``."""
    call: str
    """The command to type: ``python generate.py``."""
    out: Path
    """The default folder. It belongs to the default document."""
    remedy: str
    """What to do if a package is missing."""
    document: str | None = None
    """The default document. Its users maintain it, so they fix its problems and tolerate none."""
    shorthand: str | None = None
    """A command that builds the default document: ``make generate``."""
