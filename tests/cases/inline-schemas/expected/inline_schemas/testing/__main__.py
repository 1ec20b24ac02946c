"""Serve the document's examples: `python -m inline_schemas.testing`."""

from __future__ import annotations

import sys

from .._client import InlineSchemas
from ._server import main

if __name__ == "__main__":
    sys.exit(main(InlineSchemas))
