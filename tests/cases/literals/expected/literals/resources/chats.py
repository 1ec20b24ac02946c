"""The operations of `Chats`, under `/chats`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced
from .._runtime._styles import Style
from .._runtime._writable import writable

if TYPE_CHECKING:
    from .. import params

_LIST: Operation[None] = Operation(
    id="listChats",
    method="GET",
    path="/chats",
    successes={204: None},
    styles={"query": {"filter": Style("deepObject", explode=True)}},
)


def _list(
    state: params.State | UnsetType,
    states: Sequence[params.State] | UnsetType,
    filter: params.Filter | UnsetType,
) -> Request[None]:
    return _LIST.request(
        query={"state": state, "states": states, "filter": coerced(filter, models.Filter, "filter")}
    )


_REPLACE_CHATS: Operation[None] = Operation(
    id="replaceChats", method="PUT", path="/chats", successes={204: None}
)


def _replace_chats(body: Sequence[params.Chat]) -> Request[None]:
    return _REPLACE_CHATS.request(json=writable(coerced(body, builtins.list[models.Chat], "body")))


_CREATE: Operation[models.Chat] = Operation(
    id="createChat", method="POST", path="/chats", successes={200: models.Chat}, spread_body=True
)


def _create(
    messages: Sequence[params.Message],
    owner: UUID | str | UnsetType,
    state: params.State | UnsetType,
    model: params.ChatModel | UnsetType,
    labels: Mapping[str, Sequence[str]] | UnsetType,
    places: Mapping[str, params.Place] | UnsetType,
    answer: params.ChatAnswer | None | UnsetType,
    tree: params.Tree | UnsetType,
    open: params.Open | UnsetType,
) -> Request[models.Chat]:
    return _CREATE.request(
        json=models.Chat(
            messages=messages,
            owner=owner,
            state=state,
            model=model,
            labels=labels,
            places=places,
            answer=answer,
            tree=tree,
            open=open,
        )
    )


class Chats(Resource):
    """The operations of `Chats`, under `/chats`."""

    def list(
        self,
        *,
        state: params.State | UnsetType = UNSET,
        states: Sequence[params.State] | UnsetType = UNSET,
        filter: params.Filter | UnsetType = UNSET,
    ) -> None:
        """List chats.

        ``GET /chats``
        """
        return self._send(_list(state, states, filter))

    def replace_chats(self, *, body: Sequence[params.Chat]) -> None:
        """Replace chats.

        ``PUT /chats``
        """
        return self._send(_replace_chats(body))

    def create(
        self,
        *,
        messages: Sequence[params.Message],
        owner: UUID | str | UnsetType = UNSET,
        state: params.State | UnsetType = UNSET,
        model: params.ChatModel | UnsetType = UNSET,
        labels: Mapping[str, Sequence[str]] | UnsetType = UNSET,
        places: Mapping[str, params.Place] | UnsetType = UNSET,
        answer: params.ChatAnswer | None | UnsetType = UNSET,
        tree: params.Tree | UnsetType = UNSET,
        open: params.Open | UnsetType = UNSET,
    ) -> models.Chat:
        """Create chat.

        ``POST /chats``

        Returns:
            The chat.
        """
        return self._send(
            _create(messages, owner, state, model, labels, places, answer, tree, open)
        )


class AsyncChats(AsyncResource):
    """The operations of `Chats`, under `/chats`.

    Async counterpart of `Chats`.
    """

    async def list(
        self,
        *,
        state: params.State | UnsetType = UNSET,
        states: Sequence[params.State] | UnsetType = UNSET,
        filter: params.Filter | UnsetType = UNSET,
    ) -> None:
        """List chats.

        ``GET /chats``
        """
        return await self._send(_list(state, states, filter))

    async def replace_chats(self, *, body: Sequence[params.Chat]) -> None:
        """Replace chats.

        ``PUT /chats``
        """
        return await self._send(_replace_chats(body))

    async def create(
        self,
        *,
        messages: Sequence[params.Message],
        owner: UUID | str | UnsetType = UNSET,
        state: params.State | UnsetType = UNSET,
        model: params.ChatModel | UnsetType = UNSET,
        labels: Mapping[str, Sequence[str]] | UnsetType = UNSET,
        places: Mapping[str, params.Place] | UnsetType = UNSET,
        answer: params.ChatAnswer | None | UnsetType = UNSET,
        tree: params.Tree | UnsetType = UNSET,
        open: params.Open | UnsetType = UNSET,
    ) -> models.Chat:
        """Create chat.

        ``POST /chats``

        Returns:
            The chat.
        """
        return await self._send(
            _create(messages, owner, state, model, labels, places, answer, tree, open)
        )
