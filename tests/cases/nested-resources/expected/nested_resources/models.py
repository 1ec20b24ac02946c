"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import UNSET, UnsetType

from ._runtime._open_enum import OpenEnum
from ._runtime._two_way import TwoWayStruct

if TYPE_CHECKING:
    from . import params as _params


class ReasoningEffort(OpenEnum):
    """Field `effort` of `Completion`."""

    LOW = "lo"
    HIGH = "hi"


class Completion(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Used by `chat.get`, `chat.completions.create` and 3 others."""

    text: str
    entity_tag: str | UnsetType = msgspec.field(default=UNSET, name="@x.etag")
    effort: ReasoningEffort | UnsetType = UNSET

    def __init__(
        self,
        *,
        text: str,
        entity_tag: str | UnsetType = UNSET,
        effort: _params.ReasoningEffort | UnsetType = UNSET,
    ) -> None: ...
