"""Gathers drift in a file, for the command `drift` of the generator."""

from __future__ import annotations

import logging
import os
import time
from pathlib import Path

import msgspec

from .._api import FACTS
from ._drift import Drift


class DriftLog:
    """A function for `on_drift` that appends each `Drift` to a file, as a line of JSON.

    ```python
    on_drift = DriftLog("drift.jsonl")
    ```

    Each line has the attributes of the `Drift`, the time, and the name and version of this package.
    Threads, clients and processes can share a file on a local disk: every line is written at once,
    at the end. The file may be moved at any time; the next line then starts a new one.

    Lines contain what a `Drift` contains: names of fields, JSON types, and unknown enum values that
    look like identifiers. If the file cannot be written, the log has a warning; the call goes on.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Create the file if it does not exist.

        Raises:
            OSError: The file cannot be written.
        """
        self._path = Path(path).absolute()
        self._append(b"")

    def __call__(self, drift: Drift) -> None:
        """Append a line."""
        line = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            "client": f"{FACTS.distribution} {FACTS.version}",
            **msgspec.to_builtins(drift),
        }
        try:
            self._append(msgspec.json.encode(line) + b"\n")
        except OSError as error:
            logging.getLogger(FACTS.logger).warning("drift is not recorded: %s", error)

    def _append(self, data: bytes) -> None:
        with self._path.open("ab", buffering=0) as file:
            if file.write(data) < len(data):
                raise OSError(f"only a part of a line was written to {self._path}")
