"""Serve the document's examples: `python -m conversions.testing`."""

from __future__ import annotations

import sys

from .._client import Conversions
from ._server import main

if __name__ == "__main__":
    sys.exit(main(Conversions))
