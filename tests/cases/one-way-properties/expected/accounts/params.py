"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NotRequired, TypeAlias, TypedDict

from . import models


class AccountDict(TypedDict):
    """`models.Account` as a dict."""

    name: str
    password: str
    note: NotRequired[str]


class TeamDict(TypedDict):
    """`models.Team` as a dict."""

    secret: NotRequired[str]
    lead: Account
    members: NotRequired[Sequence[Account]]
    byRole: NotRequired[Mapping[str, Account]]
    parent: NotRequired[Reference]
    owner: NotRequired[TeamOwner]


class ReferenceDict(TypedDict):
    """`models.Reference` as a dict."""

    id: str
    type: ReferenceType


class PersonDict(TypedDict):
    """`models.Person` as a dict."""

    kind: PersonKind
    born: int


class CompanyDict(TypedDict):
    """`models.Company` as a dict."""

    kind: CompanyKind
    vat: str
    key: str


ReferenceType: TypeAlias = models.ReferenceType | Literal["team_reference"]
PersonKind: TypeAlias = models.PersonKind | Literal["person"]
CompanyKind: TypeAlias = models.CompanyKind | Literal["company"]
Account: TypeAlias = models.Account | AccountDict
Team: TypeAlias = models.Team | TeamDict
Reference: TypeAlias = models.Reference | ReferenceDict
Person: TypeAlias = models.Person | PersonDict
Company: TypeAlias = models.Company | CompanyDict

if TYPE_CHECKING:
    TeamOwner: TypeAlias = models.TeamOwner | PersonDict | CompanyDict
else:
    TeamOwner = models.TeamOwner
