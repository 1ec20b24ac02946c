"""Fakes of the operations of `client.files`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Any, Literal

from msgspec import UNSET, UnsetType

from ... import models
from ..._runtime._upload import FileContent
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ReplaceNotesCall(Recorded):
    """A call of `files.replace_notes`."""

    _: KW_ONLY
    body: str


@dataclass(eq=False, repr=False)
class ReplaceImageCall(Recorded):
    """A call of `files.replace_image`."""

    _: KW_ONLY
    body: FileContent


@dataclass(eq=False, repr=False)
class ReplaceCall(Recorded):
    """A call of `files.replace`."""

    _: KW_ONLY
    body: FileContent | UnsetType = UNSET
    content_type: str = "application/octet-stream"


@dataclass(eq=False, repr=False)
class DeleteCall(Recorded):
    """A call of `files.delete`."""

    _: KW_ONLY
    body: Sequence[str]


@dataclass(eq=False, repr=False)
class CheckCall(Recorded):
    """A call of `files.check`."""


@dataclass(eq=False, repr=False)
class GetReportCall(Recorded):
    """A call of `files.get_report`."""


@dataclass(eq=False, repr=False)
class GetPageCall(Recorded):
    """A call of `files.get_page`."""


@dataclass(eq=False, repr=False)
class ReplacePageCall(Recorded):
    """A call of `files.replace_page`."""

    _: KW_ONLY
    body: str
    content_type: str = "text/plain"


@dataclass(eq=False, repr=False)
class PingCall(Recorded):
    """A call of `files.ping`."""


@dataclass(eq=False, repr=False)
class CountCall(Recorded):
    """A call of `files.count`."""


@dataclass(eq=False, repr=False)
class LimitFilesCall(Recorded):
    """A call of `files.limit_files`."""

    _: KW_ONLY
    body: int | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class MeasureFilesCall(Recorded):
    """A call of `files.measure_files`."""


@dataclass(eq=False, repr=False)
class ScaleFilesCall(Recorded):
    """A call of `files.scale_files`."""

    _: KW_ONLY
    title: str | UnsetType = UNSET
    body: float | UnsetType = UNSET
    content_type: Literal["application/json", "text/plain"] | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class GetListingCall(Recorded):
    """A call of `files.get_listing`."""


@dataclass(eq=False, repr=False)
class ReplaceListingCall(Recorded):
    """A call of `files.replace_listing`."""


@dataclass(eq=False, repr=False)
class CreateListingCall(Recorded):
    """A call of `files.create_listing`."""

    _: KW_ONLY
    title: str


class FakeFiles(ResourceFake):
    """Fakes of the operations of `client.files`."""

    replace_notes = Returning[str].of(ReplaceNotesCall, "replaceNotes")
    """Replace notes."""
    replace_image = Returning[bytes].of(ReplaceImageCall, "replaceImage")
    """Replace image."""
    replace = Returning[bytes].of(ReplaceCall, "replaceFile")
    """Replace file."""
    delete = Returning[None].of(DeleteCall, "deleteFile")
    """Delete file."""
    check = Returning[None].of(CheckCall, "checkFile")
    """Check file."""
    get_report = Returning[bytes].of(GetReportCall, "getReport")
    """Get report."""
    get_page = Returning[bytes].of(GetPageCall, "getPage")
    """Get page."""
    replace_page = Returning[str].of(ReplacePageCall, "replacePage")
    """Replace page."""
    ping = Returning[bytes | None].of(PingCall, "ping")
    """Ping."""
    count = Returning[int].of(CountCall, "countFiles")
    """Count files."""
    limit_files = Returning[None].of(LimitFilesCall, "limitFiles")
    """Limit files."""
    measure_files = Returning[float].of(MeasureFilesCall, "measureFiles")
    """Measure files."""
    scale_files = Returning[None].of(ScaleFilesCall, "scaleFiles")
    """Scale files."""
    get_listing = Returning[models.Problem].of(GetListingCall, "getListing")
    """Get listing."""
    replace_listing = Returning[Any].of(ReplaceListingCall, "replaceListing")
    """Replace listing."""
    create_listing = Returning[str].of(CreateListingCall, "createListing")
    """Create listing."""
