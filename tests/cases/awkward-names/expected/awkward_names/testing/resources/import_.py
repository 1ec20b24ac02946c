"""Fakes of the operations of `client.import_`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ReplaceThingCall(Recorded):
    """A call of `import_.replace_thing`."""

    class_: str
    x_y: str
    _: KW_ONLY
    body: params.List
    self_: str | UnsetType = UNSET
    filter_from: str | UnsetType = UNSET
    arg_2fa: bool | UnsetType = UNSET
    x_2_fa: str | UnsetType = UNSET
    sort: params.SortOrder | UnsetType = UNSET
    direction: params.Direction | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class GetOrderCall(Recorded):
    """A call of `import_.get_order`."""

    mro_: str
    id: str


class FakeImport(ResourceFake):
    """Fakes of the operations of `client.import_`."""

    replace_thing = Returning[models.List].of(ReplaceThingCall, "replaceThing")
    """Replace thing."""
    get_order = Returning[None].of(GetOrderCall, "getOrder")
    """Get order."""
