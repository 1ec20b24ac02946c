"""Fakes of the operations of `client.messages`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `messages.get`."""


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `messages.create`."""

    _: KW_ONLY
    content: str
    role: params.MessageRole = models.MessageRole.USER
    version: params.MessageVersion = models.MessageVersion.VALUE_2
    final: bool = True
    parent: None = None
    archived: bool | UnsetType = UNSET
    api: params.MessageAPI = models.MessageAPI.V1


class FakeMessages(ResourceFake):
    """Fakes of the operations of `client.messages`."""

    get = Returning[models.Message].of(GetCall, "getMessage")
    """Get message."""
    create = Returning[None].of(CreateCall, "createMessage")
    """Create message."""
