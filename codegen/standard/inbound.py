"""Requests that the API sends and its users receive: webhooks, callbacks (OpenAPI 3.1.1, 4.8.1, 4.8.18)."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct


class InboundKey(Struct, frozen=True):
    """Identifies a webhook or a callback, as a path identifies the path item of other operations."""

    name: str
    sender: Sender | None = None
    """The operation that has the callback; None for a webhook."""
    expression: str = ""
    """The runtime expression for the URL of a callback."""


class Sender(Struct, frozen=True):
    """An operation that has callbacks."""

    path: PathKey
    method: str
    """Upper case."""
    id: str = ""
    """Its ``operationId``, if it has one."""


PathKey: TypeAlias = str | InboundKey
"""Identifies a path item: the template of a path, or the key of an inbound request."""
