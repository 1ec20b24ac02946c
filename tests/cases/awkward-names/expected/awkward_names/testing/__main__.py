"""Serve the document's examples: `python -m awkward_names.testing`."""

from __future__ import annotations

import sys

from .._client import AwkwardNames
from ._server import main

if __name__ == "__main__":
    sys.exit(main(AwkwardNames))
