"""Serve the document's examples: `python -m metering.testing`."""

from __future__ import annotations

import sys

from .._client import Metering
from ._server import main

if __name__ == "__main__":
    sys.exit(main(Metering))
