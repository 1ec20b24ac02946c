"""Serve the document's examples: `python -m further_properties.testing`."""

from __future__ import annotations

import sys

from .._client import FurtherProperties
from ._server import main

if __name__ == "__main__":
    sys.exit(main(FurtherProperties))
