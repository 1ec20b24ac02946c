"""Fakes of the operations of `client.robots`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec import UNSET, UnsetType

from ... import models
from ..._runtime._multipart import File
from .._declared import ResourceFake, Returning
from .._pages import ReturningPages
from .._recorded import Recorded
from .._streams import ReturningEither, ReturningStream

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `robots.list`."""

    _: KW_ONLY
    limit: int | UnsetType = UNSET
    cursor: str | None | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `robots.create`."""

    _: KW_ONLY
    name: str
    mood: params.RobotMood | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `robots.get`."""

    id: UUID | str


@dataclass(eq=False, repr=False)
class ReplaceOldCall(Recorded):
    """A call of `robots.replace_old`."""

    id: UUID | str
    _: KW_ONLY
    body: params.Robot | str


@dataclass(eq=False, repr=False)
class GetPhotoCall(Recorded):
    """A call of `robots.get_photo`."""

    id: UUID | str


@dataclass(eq=False, repr=False)
class AddPhotoCall(Recorded):
    """A call of `robots.add_photo`."""

    id: UUID | str
    _: KW_ONLY
    photo: File
    title: str | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class ReadLogCall(Recorded):
    """A call of `robots.read_log`."""

    id: UUID | str


@dataclass(eq=False, repr=False)
class SayCall(Recorded):
    """A call of `robots.say`."""

    id: UUID | str
    _: KW_ONLY
    text: str
    stream: bool | UnsetType = UNSET


class FakeRobotsResource(ResourceFake):
    """Fakes of the operations of `client.robots`."""

    list = ReturningPages[models.Robot, models.RobotPage].of(ListCall, "listRobots")
    """List robots."""
    create = Returning[models.Robot].of(CreateCall, "createRobot")
    """Create robot."""
    get = Returning[models.Robot].of(GetCall, "getRobot")
    """Get robot."""
    replace_old = Returning[models.OldReplaceResponse].of(ReplaceOldCall, "old_replace")
    """Old replace."""
    get_photo = Returning[bytes].of(GetPhotoCall, "getPhoto")
    """Get photo."""
    add_photo = Returning[None].of(AddPhotoCall, "addPhoto")
    """Add photo."""
    read_log = ReturningStream[models.Line].of(ReadLogCall, "readLog")
    """Read log."""
    say = ReturningEither[models.Line, models.Line].of(SayCall, "say")
    """Say."""
