"""The models, enums and unions of the API."""

from __future__ import annotations

from ._runtime._open_enum import OpenEnum


class View(OpenEnum):
    """Argument `view` of `rooms.list`."""

    SEA = "sea"
    GARDEN = "garden"
