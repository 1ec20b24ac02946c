"""Fakes of the operations of `client.chat.models`."""

from __future__ import annotations

import builtins
from dataclasses import dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `chat.models.list`."""


class FakeChatModels(ResourceFake):
    """Fakes of the operations of `client.chat.models`."""

    list = Returning[builtins.list[str]].of(ListCall, "listChatModels")
    """List chat models."""
