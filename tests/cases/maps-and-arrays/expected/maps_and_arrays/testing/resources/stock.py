"""Fakes of the operations of `client.stock`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass
from typing import Any

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ReplaceCall(Recorded):
    """A call of `stock.replace`."""

    _: KW_ONLY
    body: Mapping[str, int]


@dataclass(eq=False, repr=False)
class GetAnythingCall(Recorded):
    """A call of `stock.get_anything`."""


class FakeStock(ResourceFake):
    """Fakes of the operations of `client.stock`."""

    replace = Returning[dict[str, list[models.Tree]]].of(ReplaceCall, "replaceStock")
    """Replace stock."""
    get_anything = Returning[Any].of(GetAnythingCall, "getAnything")
    """Get anything."""
