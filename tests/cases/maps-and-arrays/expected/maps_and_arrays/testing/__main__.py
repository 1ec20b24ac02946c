"""Serve the document's examples: `python -m maps_and_arrays.testing`."""

from __future__ import annotations

import sys

from .._client import MapsAndArrays
from ._server import main

if __name__ == "__main__":
    sys.exit(main(MapsAndArrays))
