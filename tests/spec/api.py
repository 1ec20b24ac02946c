"""The API of `spec/openapi.yaml`, on loopback: every request gets a response that the document has for it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import yaml

from corpus import bodies
from corpus.call import Values
from corpus.original import Operation, Original, Part, mapping
from tests.conftest import ROOT, Answer, Received, Server

_MOST = 1000
"""More requests than any program sends that does not wait in vain, which is to fail instead of going on."""


@cache
def _original() -> Original:
    """The document, which nobody changes: reading it takes longer than most tests here."""
    return Original(yaml.safe_load((ROOT / "spec/openapi.yaml").read_text(encoding="utf-8")))


_BESIDE = {
    "/token_url": {"access_token": "token_0a1b", "token_type": "Bearer", "expires_in": 3600},
    "/device_url": {
        "device_code": "device_0a1b",
        "user_code": "ABCD",
        "verification_uri": "https://example.com/device",
        "expires_in": 600,
        "interval": 1,
    },
    "/progress": {"status": "succeeded"},
}
"""What is at addresses that no operation has: of an authorization server, and of what takes long."""


class Api(Server):
    """Responds as documented: with success, unless it is told a status."""

    def __init__(self) -> None:
        super().__init__()
        original = _original()
        self._original = original
        self.operations = [*original.operations()]
        self._values = Values(original, self.operations)
        self.status = ""
        """That of all responses from now on; that of the first documented success if there is none."""

    def respond(self, received: Received) -> Answer:
        """The documented response; 404 without content to what no operation is."""
        if self.is_beside(received):
            content = json.dumps(_BESIDE[urlsplit(received.line.split(" ", 1)[1]).path]).encode()
            return Answer(200, content, {"content-type": "application/json"})
        operation = self.operation(received)
        if operation is None or len(self.requests) > _MOST:
            return Answer(404, b"", {})
        status = self.status or next(iter([*successes(operation), "204"]))
        response = operation.responses.get(status, {})
        content = mapping(response, "content")
        followed = {"operation-location", "location"} & {
            name.lower() for name in mapping(response, "headers")
        }
        headers = dict.fromkeys(followed, f"{self.url}/progress")
        for media_type, media in content.items():
            value = self._example(media)
            kind = bodies.concrete(media_type, value)
            made = bodies.as_json(value) if bodies.is_json(kind) else bodies.as_bytes(value)
            return Answer(int(status), made, {"content-type": kind, **headers})
        return Answer(int(status), b"", headers)

    def is_beside(self, received: Received) -> bool:
        """Whether a request is for what the document only refers to."""
        return urlsplit(received.line.split(" ", 1)[1]).path in _BESIDE

    def operation(self, received: Received) -> Operation | None:
        """The operation that a request is for: of several that fit, the one with the fewest parameters."""
        method, target = received.line.split(" ", 1)
        path = urlsplit(target).path
        fitting = [
            operation
            for operation in self.operations
            if operation.method == method and path.endswith(_tail(operation.path, path))
        ]
        return min(fitting, key=lambda operation: operation.path.count("{"), default=None)

    def _example(self, media: Part) -> Any:
        shown = [self._original.resolved(one) for one in mapping(media, "examples").values()]
        for one in [{"value": media["example"]}] if "example" in media else shown:
            if "value" in one:
                return one["value"]
        return self._values.received.value(media.get("schema") or {}, full=True)


def successes(operation: Operation) -> Iterator[str]:
    """The documented statuses of success."""
    return (status for status in operation.responses if status.isdigit() and status.startswith("2"))


def errors(operation: Operation) -> list[str]:
    """The documented statuses of failure."""
    return [status for status in operation.responses if status.isdigit() and status[0] in "45"]


def _tail(template: str, path: str) -> str:
    """What of a path a template fits, at its end; something that no path has if it does not."""
    pattern = "".join(
        part if number % 2 else re.escape(part) for number, part in enumerate(_pieces(template))
    )
    found = re.search(f"{pattern}$", path)
    return found[0] if found else "\0"


def _pieces(template: str) -> list[str]:
    """Fixed text and the patterns of parameters, in turn."""
    return [part if not part.startswith("{") else "[^/]+" for part in re.split(r"(\{[^{}]*\})", template)]
