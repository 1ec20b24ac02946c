"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType


class Server(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Response of `servers.create`."""

    id: str
    name: str | UnsetType = UNSET


class ServerList(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `servers.list`."""

    servers: list[Server]
    meta: ServerListMeta


class ServerListMeta(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Field `meta` of `ServerList`."""

    pagination: ServerListMetaPagination | UnsetType = UNSET


class ServerListMetaPagination(
    Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False
):
    """Field `pagination` of `ServerListMeta`."""

    next_page: int | None | UnsetType = UNSET


class CreateServerRequest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `servers.create`."""

    name: str
