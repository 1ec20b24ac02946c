"""Fakes of the operations of `client.chats`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `chats.list`."""

    _: KW_ONLY
    state: params.State | UnsetType = UNSET
    states: Sequence[params.State] | UnsetType = UNSET
    filter: params.Filter | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class ReplaceChatsCall(Recorded):
    """A call of `chats.replace_chats`."""

    _: KW_ONLY
    body: Sequence[params.Chat]


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `chats.create`."""

    _: KW_ONLY
    messages: Sequence[params.Message]
    owner: UUID | str | UnsetType = UNSET
    state: params.State | UnsetType = UNSET
    model: params.ChatModel | UnsetType = UNSET
    labels: Mapping[str, Sequence[str]] | UnsetType = UNSET
    places: Mapping[str, params.Place] | UnsetType = UNSET
    answer: params.ChatAnswer | None | UnsetType = UNSET
    tree: params.Tree | UnsetType = UNSET
    open: params.Open | UnsetType = UNSET


class FakeChats(ResourceFake):
    """Fakes of the operations of `client.chats`."""

    list = Returning[None].of(ListCall, "listChats")
    """List chats."""
    replace_chats = Returning[None].of(ReplaceChatsCall, "replaceChats")
    """Replace chats."""
    create = Returning[models.Chat].of(CreateCall, "createChat")
    """Create chat."""
