"""Fakes of the operations of `client.disks`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `disks.get`."""

    name: str


@dataclass(eq=False, repr=False)
class ReplaceCall(Recorded):
    """A call of `disks.replace`."""

    name: str
    _: KW_ONLY
    size: int


@dataclass(eq=False, repr=False)
class DeleteCall(Recorded):
    """A call of `disks.delete`."""

    name: str


@dataclass(eq=False, repr=False)
class SnapshotCall(Recorded):
    """A call of `disks.snapshot`."""

    name: str


class FakeDisks(ResourceFake):
    """Fakes of the operations of `client.disks`."""

    get = Returning[models.Disk].of(GetCall, "getDisk")
    """Get a disk."""
    replace = Returning[models.Accepted].of(ReplaceCall, "replaceDisk")
    """Create or replace a disk."""
    delete = Returning[None].of(DeleteCall, "deleteDisk")
    """Delete a disk."""
    snapshot = Returning[models.Disk | None].of(SnapshotCall, "snapshotDisk")
    """Take a snapshot."""
