"""Serve the document's examples: `python -m ways_out.testing`."""

from __future__ import annotations

import sys

from .._client import WaysOut
from ._server import main

if __name__ == "__main__":
    sys.exit(main(WaysOut))
