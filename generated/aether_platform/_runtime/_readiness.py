"""Whether a connection can be read from or written to."""

from __future__ import annotations

import select
import socket

_LONGEST = 24 * 3600.0
"""Seconds; poll counts milliseconds in an `int` of C."""


def ready(
    one: socket.socket, seconds: float | None, *, read: bool = True, write: bool = False
) -> tuple[bool, bool]:
    """Wait until a socket can be read from, or written to; a closed one can be.

    Returns:
        Whether it can be read from, and whether it can be written to; neither if time is up.
    """
    number = one.fileno()
    if number < 0:
        return read, write
    if not hasattr(select, "poll"):  # Windows, where `select` takes any socket
        readable, writable, _ = select.select(
            [number] if read else [], [number] if write else [], [], seconds
        )
        return bool(readable), bool(writable)
    # `select` takes no socket of a process that has a thousand of them, and an epoll costs more.
    poll = select.poll()
    poll.register(number, select.POLLIN * read | select.POLLOUT * write)
    events = poll.poll(None if seconds is None else min(seconds, _LONGEST) * 1000)
    got = events[0][1] if events else 0
    failed = bool(got & (select.POLLERR | select.POLLHUP | select.POLLNVAL))
    return read and (failed or bool(got & select.POLLIN)), write and (
        failed or bool(got & select.POLLOUT)
    )
