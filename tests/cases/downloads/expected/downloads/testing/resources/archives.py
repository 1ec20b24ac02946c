"""Fakes of the operations of `client.archives`."""

from __future__ import annotations

from dataclasses import dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `archives.get`."""

    name: str


@dataclass(eq=False, repr=False)
class MoveCall(Recorded):
    """A call of `archives.move`."""

    name: str


@dataclass(eq=False, repr=False)
class CheckCall(Recorded):
    """A call of `archives.check`."""

    name: str


@dataclass(eq=False, repr=False)
class ListReportCall(Recorded):
    """A call of `archives.list_report`."""


class FakeArchives(ResourceFake):
    """Fakes of the operations of `client.archives`."""

    get = Returning[bytes].of(GetCall, "getArchive")
    """Get archive."""
    move = Returning[None].of(MoveCall, "moveArchive")
    """Move archive."""
    check = Returning[None].of(CheckCall, "checkArchive")
    """Check archive."""
    list_report = Returning[list[str]].of(ListReportCall, "getReport")
    """Get report."""
