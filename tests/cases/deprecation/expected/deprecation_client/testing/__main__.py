"""Serve the document's examples: `python -m deprecation_client.testing`."""

from __future__ import annotations

import sys

from .._client import Deprecation
from ._server import main

if __name__ == "__main__":
    sys.exit(main(Deprecation))
