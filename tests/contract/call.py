"""Make one call with the installed client, and print what came of it: run by its interpreter, not by ours.

Reads JSON: how to call (``sync`` or ``async``), the options of the client, the headers to add, the arguments,
and whether to send it without a token, which the client itself would never do.
"""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

import httpx2
import msgspec
from aether_platform import AetherPlatform, APIStatusError, AsyncAetherPlatform
from aether_platform.models import Cluster


class Anonymous(httpx2.HTTPTransport):
    """Leaves out the token."""

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        del request.headers["authorization"]
        return super().handle_request(request)


class AsyncAnonymous(httpx2.AsyncHTTPTransport):
    """Leaves out the token."""

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        del request.headers["authorization"]
        return await super().handle_async_request(request)


def update(asked: dict[str, Any]) -> Cluster:
    transport = Anonymous() if asked["anonymous"] else None
    with AetherPlatform(**asked["options"], transport=transport) as aether:
        derived = aether.with_options(headers=asked["headers"])
        return derived.clusters.update(*asked["args"], **asked["kwargs"])


async def update_async(asked: dict[str, Any]) -> Cluster:
    transport = AsyncAnonymous() if asked["anonymous"] else None
    async with AsyncAetherPlatform(**asked["options"], transport=transport) as aether:
        derived = aether.with_options(headers=asked["headers"])
        return await derived.clusters.update(*asked["args"], **asked["kwargs"])


def outcome(asked: dict[str, Any]) -> dict[str, Any]:
    try:
        cluster = asyncio.run(update_async(asked)) if asked["how"] == "async" else update(asked)
    except APIStatusError as error:
        return {
            "raised": type(error).__name__,
            "status_code": error.status_code,
            "body": error.body,
            "code": error.code,
            "message": error.message,
            "details": error.details,
        }
    types = {name: type(getattr(cluster, name)).__name__ for name in cluster.__struct_fields__}
    return {"returned": cluster, "types": types}


if __name__ == "__main__":
    sys.stdout.buffer.write(msgspec.json.encode(outcome(json.load(sys.stdin))))
