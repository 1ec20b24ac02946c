"""A clock that sleeping moves, and states that a server sends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fault_server import reply

Wait = Callable[..., Any]


class Clock:
    """Seconds that pass when something sleeps."""

    def __init__(self) -> None:
        self.now = 7.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def is_(status: object, *headers: tuple[str, str]) -> bytes:
    """A machine in a state."""
    return reply(200, {"id": "a", "status": status}, *headers)


def error(status: int, *headers: tuple[str, str]) -> bytes:
    return reply(status, {"error": {"code": "c", "message": "m"}}, *headers)


RUNNING = is_("running")
STARTING = is_("starting")
