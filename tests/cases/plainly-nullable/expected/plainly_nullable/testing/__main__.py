"""Serve the document's examples: `python -m plainly_nullable.testing`."""

from __future__ import annotations

import sys

from .._client import PlainlyNullable
from ._server import main

if __name__ == "__main__":
    sys.exit(main(PlainlyNullable))
