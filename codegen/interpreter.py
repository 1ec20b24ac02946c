"""What is asked of the interpreter while documents are read and clients are made."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_DEEPEST_RECURSION = 10_000
"""Frames; schemas that refer to one another may make chains of hundreds, at a few frames for each link."""


@contextmanager
def unhindered() -> Iterator[None]:
    """Let functions call one another as deeply as documents are deep, and leave the garbage collector out.

    Nearly all that is made is kept to the end. The collector would look through all of it again and again,
    which takes two fifths of the time for a document of a thousand operations.
    """
    collecting = gc.isenabled()
    deepest = sys.getrecursionlimit()
    gc.disable()
    sys.setrecursionlimit(max(deepest, _DEEPEST_RECURSION))
    try:
        yield
    finally:
        sys.setrecursionlimit(deepest)
        if collecting:
            gc.enable()
