"""Serve the document's examples: `python -m without_tags_or_ids.testing`."""

from __future__ import annotations

import sys

from .._client import WithoutTagsOrIDs
from ._server import main

if __name__ == "__main__":
    sys.exit(main(WithoutTagsOrIDs))
