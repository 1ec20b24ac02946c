"""Writes SARIF 2.1.0: a log with the results of one run, and places in files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from codegen import VERSION


def log(rules: Iterable[object], results: Iterable[object]) -> dict[str, object]:
    """Return a log. The results refer to the rules by their indices."""
    driver = {"name": "wholespec", "version": VERSION, "rules": list(rules)}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": list(results)}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }


def location(file: str, line: int, column: int) -> dict[str, object]:
    """Return a place in a file."""
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(file)},
            "region": {"startLine": line, "startColumn": column},
        }
    }


def _uri(name: str) -> str:
    """Return the name of a file as a URI, or as a relative reference. A URL stays as it is.

    A colon is escaped: before the first slash it would end a scheme, as in ``v1.0:openapi.yaml``.
    """
    if "://" in name:
        return name
    return Path(name).as_uri() if Path(name).is_absolute() else quote(name, errors="surrogateescape")
