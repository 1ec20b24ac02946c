"""Fakes of the operations of `client.files`."""

from __future__ import annotations

from dataclasses import dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `files.list`."""


@dataclass(eq=False, repr=False)
class UploadCall(Recorded):
    """A call of `files.upload`."""


class FakeFiles(ResourceFake):
    """Fakes of the operations of `client.files`."""

    list = Returning[None].of(ListCall, "listFiles")
    """List files."""
    upload = Returning[None].of(UploadCall, "upload")
    """Upload."""
