"""Serve the document's examples: `python -m several_tags.testing`."""

from __future__ import annotations

import sys

from .._client import SeveralTags
from ._server import main

if __name__ == "__main__":
    sys.exit(main(SeveralTags))
