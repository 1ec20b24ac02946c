"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum
from ._runtime._two_way import TwoWayStruct

if TYPE_CHECKING:
    from . import params as _params


class RenameStatementRequest(OpenEnum):
    """Body of `charges.rename_statement`."""

    X_1 = "x=1"
    Y_2 = "y=2"


class NewCharge(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Body of `charges.create`."""

    amount: int
    currency: str
    capture: bool | UnsetType = UNSET
    note: str | None | UnsetType = UNSET
    expand: list[str] | UnsetType = UNSET
    joined: list[str] | UnsetType = UNSET
    at: datetime.datetime | UnsetType = UNSET
    on: datetime.date | UnsetType = UNSET
    meta: dict[str, str] | UnsetType = UNSET
    address: Address | UnsetType = UNSET
    deep: list[Address] | UnsetType = UNSET
    mandate: NewChargeMandate | UnsetType = UNSET

    def __init__(
        self,
        *,
        amount: int,
        currency: str,
        capture: bool | UnsetType = UNSET,
        note: str | None | UnsetType = UNSET,
        expand: Sequence[str] | UnsetType = UNSET,
        joined: Sequence[str] | UnsetType = UNSET,
        at: datetime.datetime | UnsetType = UNSET,
        on: datetime.date | UnsetType = UNSET,
        meta: Mapping[str, str] | UnsetType = UNSET,
        address: _params.Address | UnsetType = UNSET,
        deep: Sequence[_params.Address] | UnsetType = UNSET,
        mandate: _params.NewChargeMandate | UnsetType = UNSET,
    ) -> None: ...


class Online(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `NewChargeMandate`."""

    ip: str


class Offline(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `NewChargeMandate`."""

    place: str


class Address(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Body of `charges.replace_statements`."""

    city: str | UnsetType = UNSET
    lines: list[str] | UnsetType = UNSET

    def __init__(
        self, *, city: str | UnsetType = UNSET, lines: Sequence[str] | UnsetType = UNSET
    ) -> None: ...


class UpdateChargeRequest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `charges.update`."""

    amount: int | UnsetType = UNSET


if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    NewChargeMandate: TypeAlias = Online | Offline | Unknown
    """Field `mandate` of `NewCharge`."""
else:
    from ._runtime._union import one_of

    NewChargeMandate = one_of("NewChargeMandate", lambda: (Online, Offline))
