"""Serve the document's examples: `python -m aether_platform.testing`."""

from __future__ import annotations

import sys

from .._client import AetherPlatform
from ._server import main

if __name__ == "__main__":
    sys.exit(main(AetherPlatform))
