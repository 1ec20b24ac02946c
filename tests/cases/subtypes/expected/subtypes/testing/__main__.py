"""Serve the document's examples: `python -m subtypes.testing`."""

from __future__ import annotations

import sys

from .._client import Subtypes
from ._server import main

if __name__ == "__main__":
    sys.exit(main(Subtypes))
