"""Serve the document's examples: `python -m tokens_client.testing`."""

from __future__ import annotations

import sys

from .._client import Tokens
from ._server import main

if __name__ == "__main__":
    sys.exit(main(Tokens))
