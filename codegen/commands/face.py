"""The names and defaults that differ between `generate.py` in the repository and the installed command."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """How the user called the generator."""

    name: str
    """For usage and messages: ``generate.py``."""
    call: str
    """What to type: ``python generate.py``."""
    document: str | None = None
    """The document if none is given. Its readers are its maintainers: they fix it and tolerate nothing."""
    out: Path
    """The folder if none is given. It belongs to the default document."""
    shorthand: str | None = None
    """A command that builds the default document: ``make generate``."""
    remedy: str
    """What to do if a package is missing."""
