"""Serve the document's examples: `python -m text_and_bytes.testing`."""

from __future__ import annotations

import sys

from .._client import TextAndBytes
from ._server import main

if __name__ == "__main__":
    sys.exit(main(TextAndBytes))
