"""Writes the names of files as URIs, for reports that programs read."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote


def file_uri(name: str) -> str:
    """Return the name of a file as a URI, or as a relative reference. A URL stays as it is.

    A colon is escaped: before the first slash it would end a scheme, as in ``v1.0:openapi.yaml``.
    """
    if "://" in name:
        return name
    return Path(name).as_uri() if Path(name).is_absolute() else quote(name, errors="surrogateescape")
