"""Serve the document's examples: `python -m long_running.testing`."""

from __future__ import annotations

import sys

from .._client import LongRunning
from ._server import main

if __name__ == "__main__":
    sys.exit(main(LongRunning))
