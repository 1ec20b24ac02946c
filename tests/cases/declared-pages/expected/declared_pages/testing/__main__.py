"""Serve the document's examples: `python -m declared_pages.testing`."""

from __future__ import annotations

import sys

from .._client import DeclaredPages
from ._server import main

if __name__ == "__main__":
    sys.exit(main(DeclaredPages))
