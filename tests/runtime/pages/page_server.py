"""Pages that a server sends, and the requests for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fault_server import Server, reply

Open = Callable[..., Any]


def items(*ids: object) -> list[dict[str, object]]:
    return [{"id": one} for one in ids]


def page(*ids: object, **told: object) -> bytes:
    return reply(200, {"items": items(*ids), **told})


def targets(server: Server) -> list[str]:
    return [request.target for request in server.received]
