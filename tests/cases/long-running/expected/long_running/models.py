"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType


class Disk(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Used by `disks.get` and `disks.snapshot`."""

    size: int


class Export(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Response of `exports.create`."""

    rows: int


class Accepted(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Response of `disks.replace`."""

    note: str | UnsetType = UNSET


class ReplaceDiskRequest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `disks.replace`."""

    size: int
