"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, Struct, UnsetType


class Tree(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `stock.replace`."""

    name: str
    branches: list[Tree] | UnsetType = UNSET
    by_side: dict[str, Tree] | UnsetType = UNSET
    grafted_on: Tree | UnsetType = UNSET
    notes: dict[str, Any] | UnsetType = UNSET
    labels: dict[str, Any] | UnsetType = UNSET
