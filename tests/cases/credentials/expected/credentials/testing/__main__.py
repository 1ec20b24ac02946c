"""Serve the document's examples: `python -m credentials.testing`."""

from __future__ import annotations

import sys

from .._client import Credentials
from ._server import main

if __name__ == "__main__":
    sys.exit(main(Credentials))
