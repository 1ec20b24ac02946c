"""Serve the document's examples: `python -m nested_resources.testing`."""

from __future__ import annotations

import sys

from .._client import NestedResources
from ._server import main

if __name__ == "__main__":
    sys.exit(main(NestedResources))
