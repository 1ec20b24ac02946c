"""Serve the document's examples: `python -m nullable_and_optional.testing`."""

from __future__ import annotations

import sys

from .._client import NullableAndOptional
from ._server import main

if __name__ == "__main__":
    sys.exit(main(NullableAndOptional))
