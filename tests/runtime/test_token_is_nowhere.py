"""Whatever goes wrong, the token is in no log, traceback, `repr` or pickle; all loggers are at DEBUG."""

from __future__ import annotations

import logging
import pickle
import traceback
from typing import Any

import pytest
from conftest import TOKEN
from fault_server import Server, close, hang, last, raw, reply, reset
from package import errors

ECHO = f"you sent Bearer {TOKEN}"

FAULTS = {
    "a page that repeats it": reply(500, ECHO.encode(), content_type="text/html"),
    "an envelope that repeats it": reply(409, {"error": {"code": TOKEN, "message": ECHO}}),
    "a header that repeats it": reply(404, b"", ("X-Request-Id", ECHO), ("WWW-Authenticate", ECHO)),
    "a redirect that repeats it": reply(302, b"", ("Location", f"https://{TOKEN}.example/?token={TOKEN}")),
    "a success that repeats it": reply(200, [ECHO]),
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
    with Server(fault) as server, pytest.raises(errors.APIError) as caught:
        call(server.url, "get", "a", options={"timeout": 0.2, "max_retries": 1})
    assert server.received[0].headers["authorization"] == f"Bearer {TOKEN}"
    error = caught.value
    own = "\n".join(record.getMessage() for record in caplog.records if record.name in {"httpx2", "example"})
    assert "getThing" in own
    shown = [own, repr(error), str(error), repr(vars(error)), *traceback.format_exception(error)]
    assert [text for text in shown if TOKEN in text] == []
    assert TOKEN.encode() not in pickle.dumps(error)
