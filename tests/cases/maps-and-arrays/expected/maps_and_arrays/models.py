"""The objects and values that the API takes and sends.

Where a response is not as documented, a field has what the response has, whatever its annotation
says; `UNSET` if it is missing.
"""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, Struct, UnsetType


class Tree(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Answer of `stock.replace`, among others."""

    name: str
    branches: list[Tree] | UnsetType = UNSET
    by_side: dict[str, Tree] | UnsetType = UNSET
    grafted_on: Tree | UnsetType = UNSET
    notes: dict[str, Any] | UnsetType = UNSET
    labels: dict[str, Any] | UnsetType = UNSET
