"""Responses with a thing, and calls that get one."""

from __future__ import annotations

from typing import Any

from api import Thing
from fault_server import reply

OK = reply(200, {"id": "a", "size": 1})
THING = Thing(id="a", size=1)
BUSY = reply(503, b"", ("Retry-After", "0"))


def get(client: Any) -> Any:
    return client.things.get("a")
