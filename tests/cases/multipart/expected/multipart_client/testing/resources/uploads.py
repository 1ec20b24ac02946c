"""Fakes of the operations of `client.uploads`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from ..._runtime._multipart import File
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ReplaceCall(Recorded):
    """A call of `uploads.replace`."""

    _: KW_ONLY
    note: str | UnsetType = UNSET
    file: File | UnsetType = UNSET
    csv_file: File | str | UnsetType = UNSET
    profile: str | UnsetType = UNSET
    names: Sequence[str] | UnsetType = UNSET
    day: datetime.date | UnsetType = UNSET
    days: Sequence[datetime.date] | UnsetType = UNSET
    remark: str | None | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `uploads.create`."""

    _: KW_ONLY
    file: File
    picture: File | UnsetType = UNSET
    raw: File | UnsetType = UNSET
    more: Sequence[File] | UnsetType = UNSET
    title: str | UnsetType = UNSET
    size: int | UnsetType = UNSET
    about: params.About | UnsetType = UNSET


class FakeUploads(ResourceFake):
    """Fakes of the operations of `client.uploads`."""

    replace = Returning[None].of(ReplaceCall, "replaceUpload")
    """Replace upload."""
    create = Returning[None].of(CreateCall, "createUpload")
    """Create upload."""
