"""Fakes of the operations of `client.projects`."""

from __future__ import annotations

from dataclasses import dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `projects.get`."""

    name: str


@dataclass(eq=False, repr=False)
class CancelCall(Recorded):
    """A call of `projects.cancel`."""

    name: str


class FakeProjects(ResourceFake):
    """Fakes of the operations of `client.projects`."""

    get = Returning[None].of(GetCall, "getProject")
    """Get project."""
    cancel = Returning[None].of(CancelCall, "cancelProject")
    """Cancel project."""
