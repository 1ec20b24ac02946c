"""Fakes of the operations of `client.chat`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ... import models as models_
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from .chat_completions import FakeChatCompletions
    from .chat_models import FakeChatModels


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `chat.get`."""


class FakeChat(ResourceFake):
    """Fakes of the operations of `client.chat`."""

    @cached_property
    def completions(self) -> FakeChatCompletions:
        """Fakes of the operations of `client.chat.completions`."""
        from .chat_completions import FakeChatCompletions

        return FakeChatCompletions(self._board, "chat.completions")

    @cached_property
    def models(self) -> FakeChatModels:
        """Fakes of the operations of `client.chat.models`."""
        from .chat_models import FakeChatModels

        return FakeChatModels(self._board, "chat.models")

    get = Returning[models_.Completion].of(GetCall, "getChat")
    """Get chat."""
