"""Serve the document's examples: `python -m trade.testing`."""

from __future__ import annotations

import sys

from .._client import Trade
from ._server import main

if __name__ == "__main__":
    sys.exit(main(Trade))
