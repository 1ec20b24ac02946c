"""Fakes of the operations of `client.paths`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec import UNSET, UnsetType

from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class GetSimpleCall(Recorded):
    """A call of `paths.get_simple`."""

    names: Sequence[str]
    colour: params.Colour
    pairs: params.Colour


@dataclass(eq=False, repr=False)
class GetDocumentCall(Recorded):
    """A call of `paths.get_document`."""

    json: str
    any: UUID | str
    _: KW_ONLY
    at: datetime.datetime | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class GetLabelCall(Recorded):
    """A call of `paths.get_label`."""

    one: str
    names: Sequence[str]
    each: Sequence[str]
    colour: params.Colour
    pairs: params.Colour


@dataclass(eq=False, repr=False)
class GetMatrixCall(Recorded):
    """A call of `paths.get_matrix`."""

    one: str
    the_names: Sequence[str]
    each: Sequence[str]
    colour: params.Colour
    pairs: params.Colour


@dataclass(eq=False, repr=False)
class GetNothingCall(Recorded):
    """A call of `paths.get_nothing`."""

    id: str
    _: KW_ONLY
    id_query: Sequence[str] | UnsetType = UNSET
    id_header: Sequence[str] | UnsetType = UNSET


class FakePaths(ResourceFake):
    """Fakes of the operations of `client.paths`."""

    get_simple = Returning[None].of(GetSimpleCall, "getSimple")
    """Get simple."""
    get_document = Returning[None].of(GetDocumentCall, "getDocuments")
    """Get documents."""
    get_label = Returning[None].of(GetLabelCall, "getLabel")
    """Get label."""
    get_matrix = Returning[None].of(GetMatrixCall, "getMatrix")
    """Get matrix."""
    get_nothing = Returning[None].of(GetNothingCall, "getNothing")
    """Get nothing."""
