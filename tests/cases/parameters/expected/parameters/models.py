"""The objects and values that the API takes and sends."""

from __future__ import annotations

from ._runtime._open_enum import OpenEnum


class View(OpenEnum):
    """View.

    A value that this version does not know is kept as it came.
    """

    SEA = "sea"
    GARDEN = "garden"
