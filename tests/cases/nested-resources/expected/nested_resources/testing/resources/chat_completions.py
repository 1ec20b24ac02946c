"""Fakes of the operations of `client.chat.completions`."""

from __future__ import annotations

import builtins
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `chat.completions.list`."""


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `chat.completions.create`."""

    _: KW_ONLY
    text: str
    entity_tag: str | UnsetType = UNSET
    effort: params.ReasoningEffort | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class CancelCall(Recorded):
    """A call of `chat.completions.cancel`."""

    id: str


class FakeChatCompletions(ResourceFake):
    """Fakes of the operations of `client.chat.completions`."""

    list = Returning[builtins.list[str]].of(ListCall, "listPaginatedChatCompletions")
    """List paginated chat completions."""
    create = Returning[models.Completion].of(CreateCall, "createChatCompletion")
    """Create chat completion."""
    cancel = Returning[models.Completion].of(CancelCall, "CancelChatCompletionMethod")
    """Cancel chat completion method."""
