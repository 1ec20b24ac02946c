"""The objects and values that the API takes and sends."""

from __future__ import annotations

from ._runtime._open_enum import OpenEnum


class ListUsersOrder(OpenEnum):
    """List users order.

    A value that this version does not know is kept as it came.
    """

    ASC = "asc"
    DESC = "desc"
