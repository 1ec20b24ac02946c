"""Make calls with the installed client, and print what came of each: run by its interpreter, not by ours.

Reads JSON, a line for each call: how to call (``sync`` or ``async``), the package, the class and the
options of the client, the headers to add, the resource, the method and the arguments, and whether to send
it without a token, which the client itself would never do.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
from operator import attrgetter
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import httpx2
import msgspec


class Anonymous(httpx2.HTTPTransport):
    """Removes the token."""

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        del request.headers["authorization"]
        return super().handle_request(request)


class AsyncAnonymous(httpx2.AsyncHTTPTransport):
    """Removes the token."""

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        del request.headers["authorization"]
        return await super().handle_async_request(request)


def called(asked: dict[str, Any]) -> object:
    package = importlib.import_module(asked["package"])
    if asked["how"] == "async":
        return asyncio.run(called_async(asked, package))
    options = asked["options"] | ({"transport": Anonymous()} if asked["anonymous"] else {})
    with getattr(package, asked["client"])(**options) as client:
        method = bound(client.with_options(headers=asked["headers"]), asked)
        result = method(**given(method, asked))
        return list(result) if is_stream(result) else result


async def called_async(asked: dict[str, Any], package: Any) -> object:
    options = asked["options"] | ({"transport": AsyncAnonymous()} if asked["anonymous"] else {})
    async with getattr(package, f"Async{asked['client']}")(**options) as client:
        method = bound(client.with_options(headers=asked["headers"]), asked)
        result = await method(**given(method, asked))
        return [item async for item in result] if is_stream(result) else result


def is_stream(result: Any) -> bool:
    return type(result).__name__ in {"Stream", "AsyncStream"}


def bound(client: Any, asked: dict[str, Any]) -> Any:
    return getattr(attrgetter(asked["resource"])(client), asked["method"])


def given(method: Any, asked: dict[str, Any]) -> dict[str, Any]:
    """The arguments as the types that the method asks for; what is of none of them, as it is."""
    package = importlib.import_module(asked["package"])
    params = {"params": package.params} if hasattr(package, "params") else {}
    hints = get_type_hints(method, localns=params)
    return {name: fitted(hints[name], value) for name, value in asked["arguments"].items()}


def fitted(annotation: Any, value: Any) -> Any:
    is_union = get_origin(annotation) in {Union, UnionType}
    members = get_args(annotation) if is_union else (annotation,)
    for member in sorted(members, key=lambda member: member is str):
        try:
            return msgspec.convert(value, member)
        except (msgspec.ValidationError, TypeError):
            continue
    return value


def outcome(asked: dict[str, Any]) -> dict[str, Any]:
    errors = importlib.import_module(f"{asked['package']}.errors")
    try:
        result = called(asked)
    except errors.APIStatusError as error:
        return {
            "raised": type(error).__name__,
            "status_code": error.status_code,
            "body": plain(asked, error.body),
        }
    return {"returned": plain(asked, result)}


def plain(asked: dict[str, Any], result: Any) -> Any:
    """What the client made of a response, as JSON."""
    result = getattr(result, "body", result) if type(result).__name__ in {"Page", "AsyncPage"} else result
    if result is None or isinstance(result, str | bytes):
        return result.decode(errors="replace") if isinstance(result, bytes) else result
    content = importlib.import_module(f"{asked['package']}._runtime._content")
    return json.loads(content.json_content(result))


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(outcome(json.loads(line))), flush=True)
