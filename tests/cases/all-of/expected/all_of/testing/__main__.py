"""Serve the document's examples: `python -m all_of.testing`."""

from __future__ import annotations

import sys

from .._client import AllOf
from ._server import main

if __name__ == "__main__":
    sys.exit(main(AllOf))
