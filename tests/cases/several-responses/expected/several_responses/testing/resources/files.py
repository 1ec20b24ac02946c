"""Fakes of the operations of `client.files`."""

from __future__ import annotations

from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `files.get`."""

    name: str


@dataclass(eq=False, repr=False)
class ReplaceCall(Recorded):
    """A call of `files.replace`."""

    name: str


@dataclass(eq=False, repr=False)
class DeleteCall(Recorded):
    """A call of `files.delete`."""

    name: str


class FakeFiles(ResourceFake):
    """Fakes of the operations of `client.files`."""

    get = Returning[models.File | None].of(GetCall, "getFile")
    """Get file."""
    replace = Returning[models.File].of(ReplaceCall, "replaceFile")
    """Replace file."""
    delete = Returning[None].of(DeleteCall, "deleteFile")
    """Delete file."""
