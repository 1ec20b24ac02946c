"""Whatever goes wrong, the token is in no log, traceback or `repr`; all loggers are at DEBUG.

What arrived is given to the program as it is, and so is in the error's attributes, and in its pickle.
"""

from __future__ import annotations

import json
import logging
import pickle
import re
from typing import Any

import msgspec
import pytest
from conftest import TOKEN, shown_by
from fault_server import Server, close, hang, last, raw, reply, reset
from package import errors

pytestmark = pytest.mark.slow

ECHO = f"you sent Bearer {TOKEN}"

FAULTS = {
    "a page that repeats it": reply(500, ECHO.encode(), content_type="text/html"),
    "an envelope that repeats it": reply(409, {"error": {"code": TOKEN, "message": ECHO}}),
    "a header that repeats it": reply(404, b"", ("X-Request-Id", ECHO), ("WWW-Authenticate", ECHO)),
    "a redirect that repeats it": reply(302, b"", ("Location", f"https://{TOKEN}.example/?token={TOKEN}")),
    "a success that repeats it": reply(200, [ECHO]),
    "a success of another type that repeats it": reply(200, {"id": 5, "size": TOKEN}),
    "a success that is no JSON": reply(200, ECHO.encode(), content_type="text/html"),
    "refused": reply(401),
    "a body cut off": last(raw(f"HTTP/1.1 200 OK\nContent-Length: 500\nX-Echo: {TOKEN}", ECHO.encode())),
    "not HTTP": last(f"{ECHO}\r\n\r\n".encode()),
    "closed": close,
    "reset": reset,
    "hanging": hang,
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_the_token_is_nowhere(call: Any, fault: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("httpx2", "example"):
        caplog.set_level(logging.DEBUG, logger=name)
    options = {"timeout": 0.2, "max_retries": 1, "decoding": "strict"}
    with Server(fault) as server, pytest.raises(errors.APIError) as caught:
        call(server.url, "get", "a", options=options)
    assert server.received[0].headers["authorization"] == f"Bearer {TOKEN}"
    error = caught.value
    own = "\n".join(record.getMessage() for record in caplog.records if record.name in {"httpx2", "example"})
    assert "getThing" in own
    assert [text for text in (own, *shown_by(error)) if TOKEN in text] == []
    assert [text for text in shown_by(pickle.loads(pickle.dumps(error))) if TOKEN in text] == []


@pytest.mark.parametrize("token", ["t", "token", "n", "1", "a", "error"])
def test_a_token_that_is_a_common_text_changes_nothing_that_arrives(call: Any, token: str) -> None:
    body = {"error": {"code": "invalid_token", "message": "the token is not one: error 1"}}
    thing = {"id": "token", "size": 11, "colour": "red", "parts": [{"id": "error t", "size": 1}]}
    options = {"token": token, "on_drift": "strict", "max_retries": 0}
    with Server(reply(200, thing)) as server:
        assert msgspec.to_builtins(call(server.url, "get", "a", options=options)) == thing
    response = reply(409, body, ("X-Token", "token"), ("X-Request-Id", "token-1"))
    with Server(response) as server, pytest.raises(errors.ConflictError) as caught:
        call(server.url, "get", "a", options=options)
    error = caught.value
    assert (error.code, error.message) == tuple(body["error"].values())
    assert msgspec.to_builtins(error.body)["error"]["code"] == "invalid_token"
    assert json.loads(error.raw) == body
    assert (error.headers["x-token"], error.request_id) == ("token", "token-1")
    said = re.sub(rf"\b{token}\b", "***", "the token is not one: error 1")
    assert str(error).startswith(f"409 invalid_token: {said} (")
    text = reply(404, b"no token", content_type="text/plain")
    with Server(text) as server, pytest.raises(errors.NotFoundError) as missing:
        call(server.url, "get", "a", options=options | {"on_drift": None})
    assert (missing.value.body, missing.value.raw) == ("no token", b"no token")
