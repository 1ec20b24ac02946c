"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum
from ._runtime._open_object import OpenObject
from ._runtime._two_way import TwoWayStruct, constant_field, read_only_field, write_only_field

if TYPE_CHECKING:
    from . import params as _params


class TeamName(OpenEnum):
    """Field `team` of `Account`."""

    RED = "red"
    BLUE = "blue"


class ReferenceType(OpenEnum):
    """Field `type` of `Reference`."""

    TEAM_REFERENCE = "team_reference"


class PersonKind(OpenEnum):
    """Field `kind` of `Person`."""

    PERSON = "person"


class CompanyKind(OpenEnum):
    """Field `kind` of `Company`."""

    COMPANY = "company"


class Account(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Used by `accounts.list`, `accounts.create` and `members.replace_members`."""

    id: str = read_only_field()
    """Made by the server. Only in responses."""
    name: str
    password: str | UnsetType = write_only_field()
    """Only in requests."""
    created_at: datetime.datetime = read_only_field(name="createdAt")
    """Only in responses."""
    last_login: datetime.datetime | UnsetType = read_only_field(UNSET, name="lastLogin")
    """Only in responses."""
    note: str | UnsetType = UNSET
    """Only in requests."""
    team: TeamName | UnsetType = read_only_field(UNSET)
    """Only in responses."""


class Team(OpenObject):
    """Used by `teams.replace`."""

    id: int = read_only_field()
    """Only in responses."""
    secret: str | UnsetType = UNSET
    """Only in requests."""
    lead: Account
    members: list[Account] | UnsetType = UNSET
    by_role: dict[str, Account] | UnsetType = msgspec.field(default=UNSET, name="byRole")
    parent: Reference | UnsetType = UNSET
    owner: TeamOwner | UnsetType = UNSET
    additional_properties: dict[str, str] = msgspec.field(default={})
    """Properties without a field of their own, by name."""

    def __init__(
        self,
        *,
        lead: _params.Account,
        id: int | UnsetType = UNSET,
        secret: str | UnsetType = UNSET,
        members: Sequence[_params.Account] | UnsetType = UNSET,
        by_role: Mapping[str, _params.Account] | UnsetType = UNSET,
        parent: _params.Reference | UnsetType = UNSET,
        owner: _params.TeamOwner | UnsetType = UNSET,
        additional_properties: Mapping[str, str] = ...,
    ) -> None: ...


class Reference(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `parent` of `Team`."""

    id: str
    type: ReferenceType = constant_field(ReferenceType.TEAM_REFERENCE)
    summary: str | UnsetType = read_only_field(UNSET)
    """Only in responses."""

    def __init__(
        self,
        *,
        id: str,
        type: _params.ReferenceType = ReferenceType.TEAM_REFERENCE,
        summary: str | UnsetType = UNSET,
    ) -> None: ...


class Person(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `TeamOwner`."""

    kind: PersonKind = constant_field(PersonKind.PERSON)
    id: str = read_only_field()
    """Only in responses."""
    born: int

    def __init__(
        self,
        *,
        born: int,
        kind: _params.PersonKind = PersonKind.PERSON,
        id: str | UnsetType = UNSET,
    ) -> None: ...


class Company(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `TeamOwner`."""

    kind: CompanyKind = constant_field(CompanyKind.COMPANY)
    id: str = read_only_field()
    """Only in responses."""
    vat: str
    key: str | UnsetType = write_only_field()
    """Only in requests."""

    def __init__(
        self,
        *,
        vat: str,
        key: str,
        kind: _params.CompanyKind = CompanyKind.COMPANY,
        id: str | UnsetType = UNSET,
    ) -> None: ...


class Session(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Used by `sessions.create`."""

    user: str
    password: str | UnsetType = write_only_field()
    """Only in requests."""
    token: str = read_only_field()
    """Only in responses."""


class Cluster(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Response of `clusters.get`."""

    id: str
    admin_password: str | UnsetType = msgspec.field(default=UNSET, name="adminPassword")
    """Only in requests."""


if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    TeamOwner: TypeAlias = Person | Company | Unknown
    """Field `owner` of `Team`.

    The property `kind` identifies the type.
    """
else:
    from ._runtime._union import one_of

    TeamOwner = one_of(
        "TeamOwner",
        lambda: (Person, Company),
        by="kind",
        mapping=lambda: {"person": Person, "company": Company},
    )
