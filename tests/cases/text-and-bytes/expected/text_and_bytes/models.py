"""The models, enums and unions of the API."""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType


class Problem(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Error response of `files.get_report`."""

    title: str


class GetReportResponseXAbout(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    author: str | UnsetType = UNSET


class GetReportResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Response of `files.get_report`."""

    title: str | UnsetType = UNSET
