"""Serve the document's examples: `python -m hostile_text.testing`."""

from __future__ import annotations

import sys

from .._client import HostileText
from ._server import main

if __name__ == "__main__":
    sys.exit(main(HostileText))
