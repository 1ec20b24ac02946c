"""Waiting until the server reports a state, by repeating a request, sync and async."""

from __future__ import annotations

from typing import Any, Generic, TypeVar, Unpack, cast

from ._client import AsyncClient, Client
from ._operation import Request
from ._resource import AsyncSender, Sender
from ._wait import Goal, Pause, Wait, WaitOptions, async_sent, sent, without_client

T = TypeVar("T")


class Waiter(Goal, Generic[T], frozen=True, kw_only=True):
    """A state that can be waited for, and how to read it from a response. The result is a `T`."""

    def wait(self, client: Sender, request: Request[Any], **options: Unpack[WaitOptions]) -> T:
        """Repeat a request until the state is reached, and return the last response.

        Raises:
            WaitFailedError: The state is one of `failure`.
            WaitTimeoutError: The timeout passed.
            APIError: A request failed, and another one would fail as well.
        """
        if not isinstance(client, Client):
            raise without_client(client)
        wait = Wait(self, request, **options)
        step = wait.after(sent(client, wait.request))
        while isinstance(step, Pause):
            client.__pause__(step.seconds)
            step = wait.after(sent(client, wait.request))
        return cast("T", step.value)

    async def async_wait(
        self, client: AsyncSender, request: Request[Any], **options: Unpack[WaitOptions]
    ) -> T:
        """Repeat a request until the state is reached, and return the last response.

        Raises:
            WaitFailedError: The state is one of `failure`.
            WaitTimeoutError: The timeout passed.
            APIError: A request failed, and another one would fail as well.
        """
        if not isinstance(client, AsyncClient):
            raise without_client(client)
        wait = Wait(self, request, **options)
        step = wait.after(await async_sent(client, wait.request))
        while isinstance(step, Pause):
            await client.__pause__(step.seconds)
            step = wait.after(await async_sent(client, wait.request))
        return cast("T", step.value)
