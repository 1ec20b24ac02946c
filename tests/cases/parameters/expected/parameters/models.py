"""The objects and values that the API takes and sends.

Where a response is not as documented, a field has what the response has, whatever its annotation
says; `UNSET` if it is missing.
"""

from __future__ import annotations

from ._runtime._open_enum import OpenEnum


class View(OpenEnum):
    """Argument `view` of `rooms.list`."""

    SEA = "sea"
    GARDEN = "garden"
