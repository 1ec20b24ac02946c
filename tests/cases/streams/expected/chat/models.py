"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum
from ._runtime._two_way import TwoWayStruct, constant_field


class ThreadCreatedEvent(OpenEnum):
    """Field `event` of `ThreadCreated`."""

    THREAD_CREATED = "thread.created"


class PartAddedEvent(OpenEnum):
    """Field `event` of `PartAdded`."""

    PART_ADDED = "part.added"


class FinishedEvent(OpenEnum):
    """Field `event` of `Finished`."""

    DONE = "done"


class FinishedData(OpenEnum):
    """Field `data` of `Finished`."""

    DONE = "[DONE]"


class Completion(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Used by `completions.create` and `threads.run`."""

    text: str


class Part(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Used by `completions.create` and `threads.read_log`."""

    delta: str
    index: int | UnsetType = UNSET


class ThreadCreated(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Member of the union `ThreadEvent`."""

    event: ThreadCreatedEvent = constant_field(ThreadCreatedEvent.THREAD_CREATED)
    data: Completion


class PartAdded(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Member of the union `ThreadEvent`."""

    event: PartAddedEvent = constant_field(PartAddedEvent.PART_ADDED)
    id: int | UnsetType = UNSET
    data: Part


class Finished(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `ThreadEvent`."""

    event: FinishedEvent = constant_field(FinishedEvent.DONE)
    data: FinishedData = constant_field(FinishedData.DONE)


class Moved(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Change`."""

    type: str = constant_field("moved")
    to: str


class Failed(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Change`."""

    type: str = constant_field("error")
    message: str


class Problem(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `completions.create` and `threads.run`."""

    error: ProblemError


class ProblemError(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `error` of `Problem`."""

    code: str
    message: str


class CreateCompletionRequest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `completions.create`."""

    prompt: str
    stream: bool | None | UnsetType = UNSET
    """Whether to answer in parts. The server's default is `false`."""


if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    ThreadEvent: TypeAlias = ThreadCreated | PartAdded | Finished | Unknown
    """An event with its name.

    The property `event` identifies the type.
    """

    Change: TypeAlias = Moved | Failed | Unknown
    """Response of `threads.watch_changes`.

    The property `type` identifies the type.
    """
else:
    from ._runtime._union import one_of

    ThreadEvent = one_of(
        "ThreadEvent",
        lambda: (ThreadCreated, PartAdded, Finished),
        by="event",
        mapping=lambda: {
            "thread.created": ThreadCreated,
            "part.added": PartAdded,
            "done": Finished,
        },
    )
    Change = one_of(
        "Change",
        lambda: (Moved, Failed),
        by="type",
        mapping=lambda: {"moved": Moved, "error": Failed, "Moved": Moved, "Failed": Failed},
    )
