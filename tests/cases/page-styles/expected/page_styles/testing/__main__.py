"""Serve the document's examples: `python -m page_styles.testing`."""

from __future__ import annotations

import sys

from .._client import PageStyles
from ._server import main

if __name__ == "__main__":
    sys.exit(main(PageStyles))
