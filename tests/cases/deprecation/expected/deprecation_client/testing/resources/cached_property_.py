"""Fakes of the operations of `client.cached_property_`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from ... import models as models_
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ModelsCall(Recorded):
    """A call of `cached_property_.models`."""

    _: KW_ONLY
    old: str | UnsetType = UNSET
    level: params.Level | UnsetType = UNSET
    sort: params.ModelSort | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class DeprecatedCall(Recorded):
    """A call of `cached_property_.deprecated`."""

    _: KW_ONLY
    deprecated: bool | UnsetType = UNSET
    level: params.Level | None | UnsetType = UNSET
    own: params.Level | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class FindCall(Recorded):
    """A call of `cached_property_.find`."""


class FakeCachedProperty(ResourceFake):
    """Fakes of the operations of `client.cached_property_`."""

    models = Returning[list[models_.Thing]].of(ModelsCall, "models")
    """Use `find` instead."""
    deprecated = Returning[None].of(DeprecatedCall, "deprecated")
    """Deprecated."""
    find = Returning[models_.Thing].of(FindCall, "find")
    """Find."""
