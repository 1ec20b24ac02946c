"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType


class File(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Used by `files.get` and `files.replace`."""

    name: str


class Missing(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Error response of `files.replace`."""

    folder: str


class Problem(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Error response of `files.replace`."""

    message: str
    code: str | UnsetType = UNSET
