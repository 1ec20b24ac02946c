"""The classes of `Refusal`."""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType

from .. import models as _models


class Refusal(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Error response of `orders.create`."""

    code: str
    rejected: _models.Item | UnsetType = UNSET
