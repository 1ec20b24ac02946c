"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias
from uuid import UUID

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum
from ._runtime._two_way import TwoWayStruct, constant_field


class CatKind(OpenEnum):
    """Field `kind` of `Cat`."""

    CAT = "cat"


class DogKind(OpenEnum):
    """Field `kind` of `Dog`."""

    DOG = "dog"


class ListObject(OpenEnum):
    """Field `object` of `ListChargesResponse`."""

    LIST = "list"


class Cluster(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `items` of `ListClustersResponse`."""

    id: UUID
    name: str | UnsetType = UNSET


class Charge(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `data` of `ListChargesResponse`."""

    id: str
    amount: int | UnsetType = UNSET


class Repo(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Response of `repos.list`."""

    name: str
    stars: int | UnsetType = UNSET


class Server(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `servers` of `ListServersResponse`."""

    id: int


class Song(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `items` of `ListSongsResponse`."""

    title: str


class Point(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Response of `points.filter`."""

    id: int


class Cat(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Pet`."""

    kind: CatKind = constant_field(CatKind.CAT)
    id: int


class Dog(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Pet`."""

    kind: DogKind = constant_field(DogKind.DOG)
    id: int


class ListClustersResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `clusters.list`."""

    items: list[Cluster]
    next_cursor: UUID | None | UnsetType = UNSET


class ListChargesResponse(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `charges.list`."""

    object: ListObject = constant_field(ListObject.LIST)
    data: list[Charge]
    has_more: bool


class ListTagsResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `tags.list`."""

    tags: list[str] | None | UnsetType = UNSET
    total: int | UnsetType = UNSET


class ListServersResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `servers.list`."""

    servers: list[Server]
    meta: ServerMeta


class ServerMeta(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Field `meta` of `ListServersResponse`."""

    pagination: ServerMetaPagination


class ServerMetaPagination(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `pagination` of `ServerMeta`."""

    page: int | UnsetType = UNSET
    next_page: int | None | UnsetType = UNSET
    last_page: int | None | UnsetType = UNSET


class ListSongsResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `songs.list`."""

    items: list[Song]
    next: str | None
    class_: str | UnsetType = msgspec.field(default=UNSET, name="class")


class ScrollPointsRequest(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Body of `points.scroll`."""

    filter: dict[str, str] | UnsetType = UNSET
    limit: int | UnsetType = UNSET
    marker: str | UnsetType = UNSET

    def __init__(
        self,
        *,
        filter: Mapping[str, str] | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        marker: str | UnsetType = UNSET,
    ) -> None: ...


class ScrollPointsResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `points.scroll`."""

    status: str | UnsetType = UNSET
    result: ScrollPointsResult | UnsetType = UNSET


class ScrollPointsResult(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Field `result` of `ScrollPointsResponse`."""

    points: list[Point]
    next_marker: str | None | UnsetType = msgspec.field(default=UNSET, name="next-marker")


class FilterPointsRequest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `points.filter`."""

    offset: int | UnsetType = UNSET
    """The server's default is `0`."""
    limit: int | UnsetType = UNSET
    """The server's default is `200`."""


class ListPetsResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `pets.list`."""

    data: list[Pet]
    included: list[str] | UnsetType = UNSET
    cursors: PetCursors | UnsetType = UNSET


class PetCursors(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `cursors` of `ListPetsResponse`."""

    before: str | UnsetType = UNSET
    after: str | UnsetType = UNSET


if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    Pet: TypeAlias = Cat | Dog | Unknown
    """Field `data` of `ListPetsResponse`.

    The property `kind` identifies the type.
    """
else:
    from ._runtime._union import one_of

    Pet = one_of("Pet", lambda: (Cat, Dog), by="kind", mapping=lambda: {"cat": Cat, "dog": Dog})
