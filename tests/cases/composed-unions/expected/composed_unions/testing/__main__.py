"""Serve the document's examples: `python -m composed_unions.testing`."""

from __future__ import annotations

import sys

from .._client import ComposedUnions
from ._server import main

if __name__ == "__main__":
    sys.exit(main(ComposedUnions))
