"""Replaces the network backend in the connection pools of httpx2.

httpx2 has no option for a network backend, and its pools do not detect a fork. So this module finds
the pools of a client or a transport by their public classes, and replaces their backend. Transports
of other kinds are used unchanged.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast

import httpx2

if TYPE_CHECKING:
    from ._async_wire import AsyncWire
    from ._wire import Wire

T = TypeVar("T")
Pooled: TypeAlias = (
    httpx2.Client | httpx2.AsyncClient | httpx2.BaseTransport | httpx2.AsyncBaseTransport
)


def wired(owner: Pooled) -> list[Wire]:
    """Replace the backend in the pools of a sync client or transport, and return the new ones."""
    wires: list[Wire] = []
    try:
        import httpcore2

        from ._wire import Wire
    except ImportError:  # in a browser, httpx2 is built on something else
        return wires
    for pool in _pools(owner):
        if isinstance(pool, httpcore2.ConnectionPool):
            name, backend = _found(pool, httpcore2.NetworkBackend)
            if type(backend) is httpcore2.SyncBackend:
                setattr(pool, name, backend := Wire())
            if isinstance(backend, Wire):
                wires.append(backend)
    return wires


def async_wired(owner: Pooled) -> list[AsyncWire]:
    """Replace the backend in the pools of an async client or transport, and return the new ones."""
    wires: list[AsyncWire] = []
    try:
        import httpcore2

        from ._async_wire import AsyncWire
    except ImportError:  # in a browser, httpx2 is built on something else
        return wires
    for pool in _pools(owner):
        if isinstance(pool, httpcore2.AsyncConnectionPool):
            name, backend = _found(pool, httpcore2.AsyncNetworkBackend)
            # The default, or the one that chooses by event loop.
            if type(backend).__module__.partition(".")[0] == "httpcore2":
                setattr(pool, name, backend := AsyncWire())
            if isinstance(backend, AsyncWire):
                wires.append(backend)
    return wires


def apart(owner: T) -> T:
    """A copy of a client or transport with new pools, which share no connection and no lock.

    If its pools are not found, the copy shares them.
    """
    twin = copy(owner)
    try:
        import httpcore2
    except ImportError:
        return twin
    for name, value in _attributes(owner).items():
        if isinstance(value, httpcore2.ConnectionPool | httpcore2.AsyncConnectionPool):
            setattr(twin, name, _emptied(value))
        elif _is_transport(value):
            setattr(twin, name, apart(value))
        elif isinstance(value, dict):
            mounts = cast("dict[object, object]", value)
            if any(map(_is_transport, mounts.values())):
                pairs = mounts.items()
                apart_too = {key: apart(one) if _is_transport(one) else one for key, one in pairs}
                setattr(twin, name, apart_too)
    return twin


def _emptied(pool: T) -> T:
    """A pool with the same settings and without connections."""
    twin = copy(pool)
    lock = type(_attributes(pool)["_optional_thread_lock"])
    _attributes(twin).update(_connections=[], _requests=[], _optional_thread_lock=lock())
    return twin


def _pools(owner: object) -> Iterator[object]:
    import httpcore2

    for value in _attributes(owner).values():
        several = (
            cast("dict[object, object]", value).values() if isinstance(value, dict) else [value]
        )
        for one in several:
            if isinstance(one, httpcore2.ConnectionPool | httpcore2.AsyncConnectionPool):
                yield one
            elif _is_transport(one):
                yield from _pools(one)


def _attributes(owner: object) -> dict[str, object]:
    """The attributes of an instance; none if it has slots."""
    attributes: dict[str, object] = getattr(owner, "__dict__", {})
    return attributes


def _is_transport(value: object) -> bool:
    return isinstance(value, httpx2.BaseTransport | httpx2.AsyncBaseTransport)


def _found(pool: object, kind: type[T]) -> tuple[str, T | None]:
    """The attribute of a pool that is an instance of a class: its name and value."""
    for name, value in _attributes(pool).items():
        if isinstance(value, kind):
            return name, value
    return "", None
