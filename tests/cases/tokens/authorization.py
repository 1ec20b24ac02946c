"""An API and its authorization server, and what a client needs for a token."""

import json
import time
from urllib.parse import parse_qsl

from tests.conftest import Answer, Server

ID, SECRET = "machine/1", "5ec12e7:with+signs"
REFRESH = "refresh_5ec12e7"
GIVEN = {"client_id": ID, "client_secret": SECRET}
TOKEN_URL = "https://tokens.example/oauth/token"


class TokenServer(Server):
    """An API and its authorization server. Only the last token that it granted is good."""

    def __init__(self):
        super().__init__()
        self.granted = 0
        self.good = None
        self.body = {"token_type": "Bearer", "expires_in": 3600}
        self.faults = []
        self.seconds = 0.0

    def respond(self, received):
        if "/oauth/" in received.line:
            return self.grant()
        if received.line == "GET /open" or received.headers["authorization"] == f"Bearer {self.good}":
            return json_response(200, ["a"])
        return json_response(401, {"error": "expired"})

    def grant(self):
        time.sleep(self.seconds)
        if self.faults:
            fault = self.faults.pop(0)
            if isinstance(fault, Exception):
                raise fault
            return fault if isinstance(fault, Answer) else json_response(*fault)
        self.granted += 1
        self.good = f"granted_{self.granted}"
        return json_response(200, {"access_token": self.good, **self.body})

    @property
    def asked(self):
        """The bodies of the requests for tokens."""
        return [dict(parse_qsl(one.body.decode())) for one in self.requests if "/oauth/" in one.line]


def json_response(status, value, **headers):
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Answer(status, json.dumps(value).encode(), {"content-type": "application/json", **named})
