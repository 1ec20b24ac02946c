"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType


class Problem(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Used by `files.get_report`, `files.scale_files` and 2 others."""

    title: str


class AuthorXAbout(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    author: str | UnsetType = UNSET


class GetReportResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Response of `files.get_report`."""

    title: str | UnsetType = UNSET
