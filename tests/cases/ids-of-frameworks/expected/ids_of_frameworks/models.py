"""The models, enums and unions of the API."""

from __future__ import annotations

from ._runtime._open_enum import OpenEnum


class ListUsersOrder(OpenEnum):
    """Argument `order` of `users.list`."""

    ASC = "asc"
    DESC = "desc"
