"""Where a host is: its addresses, in the order in which they are tried."""

from __future__ import annotations

import ipaddress
import socket
from typing import Any, TypeAlias

Address: TypeAlias = tuple[socket.AddressFamily, Any]
"""The family and the address of a socket."""


def written_in_numbers(host: str, port: int) -> list[Address]:
    """The address of a host that is not a name.

    Raises:
        ValueError: No server can have this port.
    """
    if not 0 < port < 65536:
        raise ValueError(f"no server has the port {port}")
    try:
        version = ipaddress.ip_address(host).version
    except ValueError:
        return []
    return [
        (socket.AF_INET, (host, port)) if version == 4 else (socket.AF_INET6, (host, port, 0, 0))
    ]


def looked_up(host: str, port: int) -> list[Address]:
    """Ask the system for the addresses of a name, however long that takes.

    Raises:
        OSError, ValueError: There is none, or it cannot be the name of a host.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [(family, where) for family, _, _, _, where in found]
