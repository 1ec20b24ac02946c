"""Serve the document's examples: `python -m pages.testing`."""

from __future__ import annotations

import sys

from .._client import Pages
from ._server import main

if __name__ == "__main__":
    sys.exit(main(Pages))
