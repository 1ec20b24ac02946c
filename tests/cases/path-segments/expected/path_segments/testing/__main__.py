"""Serve the document's examples: `python -m path_segments.testing`."""

from __future__ import annotations

import sys

from .._client import PathSegments
from ._server import main

if __name__ == "__main__":
    sys.exit(main(PathSegments))
