"""Serve the document's examples: `python -m ids_of_frameworks.testing`."""

from __future__ import annotations

import sys

from .._client import IdsOfFrameworks
from ._server import main

if __name__ == "__main__":
    sys.exit(main(IdsOfFrameworks))
