"""Fakes of the operations of `client.forms`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ReplaceCall(Recorded):
    """A call of `forms.replace`."""

    _: KW_ONLY
    place: params.Place
    state: params.State


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `forms.create`."""

    _: KW_ONLY
    postal_code: str
    state: params.State | UnsetType = UNSET


class FakeForms(ResourceFake):
    """Fakes of the operations of `client.forms`."""

    replace = Returning[None].of(ReplaceCall, "replaceForm")
    """Replace form."""
    create = Returning[None].of(CreateCall, "createForm")
    """Create form."""
