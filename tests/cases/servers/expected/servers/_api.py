"""The facts about this API that the runtime needs; the runtime is the same for every API."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ._runtime._facts import Facts
from ._runtime._server import Server, Variable

FACTS = Facts(
    title="Servers",
    distribution="servers-client",
    version="1.0.0",
    environment="SERVERS",
    logger="servers",
    base_url="https://eu.servers.example/v1/",
)

SERVER = Server(
    "https://{region}.servers.example/v1/", {"region": Variable("region", "eu", ("eu", "us"))}
)

if TYPE_CHECKING:
    ErrorBody: TypeAlias = object
    """The documented error bodies."""

    ErrorDetail: TypeAlias = object
    """An item of the details in an error body."""
