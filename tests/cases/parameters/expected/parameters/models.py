"""The objects and values that the API takes and sends."""

from __future__ import annotations

from ._runtime._open_enum import OpenEnum


class View(OpenEnum):
    """Argument `view` of `rooms.list`."""

    SEA = "sea"
    GARDEN = "garden"
