"""Serve the document's examples: `python -m methods_named_like_builtins.testing`."""

from __future__ import annotations

import sys

from .._client import MethodsNamedLikeBuiltins
from ._server import main

if __name__ == "__main__":
    sys.exit(main(MethodsNamedLikeBuiltins))
