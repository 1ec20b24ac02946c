"""Serve the document's examples: `python -m dates_and_uuids.testing`."""

from __future__ import annotations

import sys

from .._client import DatesAndUUIDs
from ._server import main

if __name__ == "__main__":
    sys.exit(main(DatesAndUUIDs))
