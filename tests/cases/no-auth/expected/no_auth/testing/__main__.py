"""Serve the document's examples: `python -m no_auth.testing`."""

from __future__ import annotations

import sys

from .._client import NoAuth
from ._server import main

if __name__ == "__main__":
    sys.exit(main(NoAuth))
