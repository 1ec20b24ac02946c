"""Fakes of the operations of `client.threads`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake
from .._recorded import Recorded
from .._streams import ReturningEither, ReturningStream


@dataclass(eq=False, repr=False)
class RunCall(Recorded):
    """A call of `threads.run`."""

    thread_id: str
    _: KW_ONLY
    stream: bool | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class ReadLogCall(Recorded):
    """A call of `threads.read_log`."""

    thread_id: str


@dataclass(eq=False, repr=False)
class ListWordsCall(Recorded):
    """A call of `threads.list_words`."""

    thread_id: str


@dataclass(eq=False, repr=False)
class WatchChangesCall(Recorded):
    """A call of `threads.watch_changes`."""

    thread_id: str


class FakeThreads(ResourceFake):
    """Fakes of the operations of `client.threads`."""

    run = ReturningEither[models.Completion, models.ThreadEvent].of(RunCall, "runThread")
    """Run thread."""
    read_log = ReturningStream[models.Part].of(ReadLogCall, "readLog")
    """Read log."""
    list_words = ReturningStream[str].of(ListWordsCall, "readWords")
    """Read words."""
    watch_changes = ReturningStream[models.Change].of(WatchChangesCall, "watchChanges")
    """Watch changes."""
