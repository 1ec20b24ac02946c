"""The names and defaults that differ between `generate.py` in the repository and the installed command."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class EntryPoint(NamedTuple):
    """How the user called the generator. Not a dataclass: their module takes a third of the time to start."""

    name: str
    """For usage and messages: ``generate.py``."""
    call: str
    """What to type: ``python generate.py``."""
    out: Path
    """The folder if none is given. It belongs to the default document."""
    remedy: str
    """What to do if a package is missing."""
    document: str | None = None
    """The document if none is given. Its readers are its maintainers: they fix it and tolerate nothing."""
    shorthand: str | None = None
    """A command that builds the default document: ``make generate``."""
