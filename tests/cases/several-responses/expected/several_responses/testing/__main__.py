"""Serve the document's examples: `python -m several_responses.testing`."""

from __future__ import annotations

import sys

from .._client import SeveralResponses
from ._server import main

if __name__ == "__main__":
    sys.exit(main(SeveralResponses))
