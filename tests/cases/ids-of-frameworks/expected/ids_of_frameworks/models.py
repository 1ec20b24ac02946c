"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from msgspec import Struct

from ._runtime._open_enum import OpenEnum


class SortOrder(OpenEnum):
    """Argument `order` of `users.list`."""

    ASC = "asc"
    DESC = "desc"


class GetTokenRequest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `token.get`."""

    username: str
