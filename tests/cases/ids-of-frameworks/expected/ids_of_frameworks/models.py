"""The objects and values that the API takes and sends."""

from __future__ import annotations

from ._runtime._open_enum import OpenEnum


class ListUsersOrder(OpenEnum):
    """Argument `order` of `users.list`."""

    ASC = "asc"
    DESC = "desc"
