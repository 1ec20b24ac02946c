"""The objects and values that the API takes and sends.

Where a response is not as documented, a field has what the response has, whatever its annotation
says; `UNSET` if it is missing.
"""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType


class Problem(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Error of `files.get_report`, among others."""

    title: str


class GetReportResponseXAbout(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Get report response x about."""

    author: str | UnsetType = UNSET


class GetReportResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Answer of `files.get_report`."""

    title: str | UnsetType = UNSET
