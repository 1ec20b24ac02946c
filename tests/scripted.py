"""A server that sends responses in an order, for clients that send several requests in one call."""

from __future__ import annotations

import json
from typing import Any

from tests.conftest import Answer, Received, Server


class Script(Server):
    """Sends one JSON response after another."""

    repeats = False
    """Whether the last response is sent again and again."""

    def sends(self, *responses: Any) -> None:
        """Set the responses: a body, a status, ``(body, headers)`` or ``(status, body, headers)``."""
        self.left = [*map(_response, responses)]
        self.requests.clear()

    def respond(self, received: Received) -> Answer:
        """The next response."""
        is_kept = self.repeats and len(self.left) == 1
        return self.left[0] if is_kept else self.left.pop(0)

    @property
    def lines(self) -> list[str]:
        """The method and target of each request."""
        return [request.line for request in self.requests]


def _response(given: Any) -> Answer:
    status, body, headers = 200, given, {}
    match given:
        case int():
            status, body = given, None
        case tuple() if len(given) == 2:
            body, headers = given
        case tuple():
            status, body, headers = given
    return Answer(status, json.dumps(body).encode(), {"content-type": "application/json", **headers})
