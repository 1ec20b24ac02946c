"""Whatever goes wrong, no credential is in a log, traceback or `repr`; all loggers are at DEBUG."""

from __future__ import annotations

import asyncio
import base64
import logging
import pickle
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from api import AsyncThings, Things
from conftest import shown_by
from fault_server import Server, close, hang, last, raw, reply
from package import errors
from package._api import FACTS
from package._runtime._credentials import AsyncCredentialsClient, CredentialsClient
from package._runtime._security import Basic, Bearer, Key, Security

pytestmark = pytest.mark.slow

SECRETS = {
    "header": "h3ader 5ec12e7",
    "query": 'qu3ry/&="5ec12e7',
    "cookie": "c00kie5ec12e7",
    "username": "someone",
    "password": 'p4ss"wörd/5ec12e7',
    "token": "t0ken5ec12e7",
}
ENCODED = base64.b64encode(f"someone:{SECRETS['password']}".encode()).decode()
FORBIDDEN = ("5ec12e7", ENCODED)

KEYS = [Key("header", "header", "X-Key"), Key("query", "query", "k"), Key("cookie", "cookie", "visit")]


class _Keys(CredentialsClient):
    _facts = FACTS
    _security = Security(schemes=KEYS, default=[["header", "query", "cookie"]], required=True)


class _AsyncKeys(AsyncCredentialsClient):
    _facts = FACTS
    _security = _Keys._security


class _Password(CredentialsClient):
    _facts = FACTS
    _security = Security(
        schemes=[Basic(), Bearer()], default=[["username", "password"], ["token"]], required=True
    )


class _AsyncPassword(AsyncCredentialsClient):
    _facts = FACTS
    _security = _Password._security


def _sync(kind: type[CredentialsClient], names: tuple[str, ...]) -> Callable[..., Any]:
    def call(url: str, **options: Any) -> Any:
        with kind({name: SECRETS[name] for name in names}, base_url=url, **options) as client:
            return client, Things(client).get("a")

    return call


def _async(kind: type[AsyncCredentialsClient], names: tuple[str, ...]) -> Callable[..., Any]:
    async def run(url: str, **options: Any) -> Any:
        async with kind({name: SECRETS[name] for name in names}, base_url=url, **options) as client:
            return client, await AsyncThings(client).get("a")

    return lambda url, **options: asyncio.run(run(url, **options))


KEY_NAMES, PAIR = ("header", "query", "cookie"), ("username", "password")
CALLS = {
    "keys": _sync(_Keys, KEY_NAMES),
    "keys, async": _async(_AsyncKeys, KEY_NAMES),
    "password": _sync(_Password, PAIR),
    "password, async": _async(_AsyncPassword, PAIR),
}

ECHOES = {
    "keys": f"{SECRETS['header']} {SECRETS['query']} {quote(SECRETS['query'], safe='')} {SECRETS['cookie']}",
    "password": f"{SECRETS['password']} {quote(SECRETS['password'], safe='')} {ENCODED}",
}


def _faults(echo: str) -> dict[str, Any]:
    return {
        "a page that repeats them": reply(500, echo.encode(), content_type="text/html"),
        "an envelope that repeats them": reply(409, {"error": {"code": echo, "message": echo}}),
        "a header that repeats them": reply(404, b"", ("X-Request-Id", echo.rpartition(" ")[2])),
        "a success that is no JSON": reply(200, echo.encode(), content_type="text/html"),
        "refused": reply(401),
        "a body cut off": last(raw("HTTP/1.1 200 OK\nContent-Length: 5000", echo.encode())),
        "closed": close,
        "hanging": hang,
    }


@pytest.mark.parametrize("fault", _faults(""))
@pytest.mark.parametrize("name", CALLS)
def test_no_credential_is_anywhere(name: str, fault: str, caplog: pytest.LogCaptureFixture) -> None:
    call, behaviour = CALLS[name], _faults(ECHOES[name.partition(",")[0]])[fault]
    caplog.set_level(logging.DEBUG)
    for logger in ("httpx2", "example"):
        caplog.set_level(logging.DEBUG, logger=logger)
    with Server(behaviour) as server, pytest.raises(errors.APIError) as caught:
        call(server.url, timeout=0.2, max_retries=1)
    sent = f"{server.received[0].target} {server.received[0].headers}"
    assert "5ec12e7" in sent or ENCODED in sent
    error = caught.value
    own = [record.getMessage() for record in caplog.records if record.name in {"httpx2", "example"}]
    shown = [*own, *shown_by(error), *shown_by(pickle.loads(pickle.dumps(error)))]
    assert [text for text in shown for secret in FORBIDDEN if secret in text] == []


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_the_client_shows_none_of_them(call: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with Server(reply(200, {"id": "a", "size": 1})) as server:
        client, thing = call(server.url)
    assert thing.id == "a"
    shown = [repr(client), str(vars(client)), *(record.getMessage() for record in caplog.records)]
    assert any("HTTP Request" in text for text in shown)
    assert [text for text in shown if "5ec12e7" in text] == []
    with pytest.raises(TypeError):
        pickle.dumps(client)


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_they_are_not_sent_to_another_server(name: str, status: int) -> None:
    """Nor what a caller set for the first one, nor if it sends them along itself."""
    headers = {"X-Other-Key": "h3ader 5ec12e7", "Cookie": "session=5ec12e7"}
    with Server(reply(200, {"id": "a", "size": 1})) as other:
        secret = SECRETS["password" if "password" in name else "query"]
        location = f"{other.url}/there?k={quote(secret, safe='')}&page=2"
        with Server(reply(status, b"", ("Location", location))) as server:
            assert CALLS[name](server.url, max_retries=0, headers=headers)[1].id == "a"
    sent = other.received[0]
    assert sent.target == "/there?page=2"
    assert [secret for secret in [*SECRETS.values(), ENCODED] if secret in repr(sent.headers)] == []
    assert set(sent.headers) == {"host", "accept", "accept-encoding", "user-agent"}


def test_a_user_without_a_password_is_the_secret() -> None:
    with (
        Server(reply(400, b"someone spoke", content_type="text/plain")) as server,
        _Password({"username": "someone", "password": ""}, base_url=server.url) as client,
        pytest.raises(errors.APIStatusError) as caught,
    ):
        Things(client).get("a")
    assert str(caught.value).startswith("400 Bad Request: *** spoke (")
    assert caught.value.body == "someone spoke"


def test_without_any_where_one_is_needed_there_is_no_client() -> None:
    with pytest.raises(ValueError, match="pass username= and password=, or token=, or set EXAMPLE_USERNAME"):
        _Password({"username": None, "password": None, "token": None})
