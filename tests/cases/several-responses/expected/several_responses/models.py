"""The objects and values that the API takes and sends.

Where a response is not as documented, a field has what the response has, whatever its annotation
says; `UNSET` if it is missing.
"""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType


class File(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Answer of `files.get`, among others."""

    name: str


class Missing(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Error of `files.replace`."""

    folder: str


class Problem(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Error of `files.replace`."""

    message: str
    code: str | UnsetType = UNSET
