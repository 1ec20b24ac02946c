"""Fakes that grant tokens."""

import asyncio
import importlib
import threading
from urllib.parse import parse_qsl

import pytest

from tests.cases.tokens.authorization import GIVEN, ID, REFRESH, TOKEN_URL


def test_a_fake_grants_tokens(fake):
    fake.things.list.returns(["a"], times=4)
    for client in (fake.client(**GIVEN), fake.client(client_id=ID, refresh_token=REFRESH)):
        assert [client.things.list() for _ in range(2)] == [["a"]] * 2
    assert [one.operation for one in fake.requests if "oauth" in one.path] == [
        f"POST {TOKEN_URL}",
        "POST https://tokens.example/oauth/refresh",
    ]
    assert fake.things.list.requests[0].headers["authorization"] == "Bearer fake"
    fake.verify()


def test_a_fake_can_refuse_a_token(fake, package):
    fake.request("POST", TOKEN_URL).responds(400, json={"error": "invalid_client"})
    with pytest.raises(package.UnauthorizedError, match="invalid_client"):
        fake.client(**GIVEN).things.list()
    (sent,) = fake.request("POST", TOKEN_URL).requests
    assert dict(parse_qsl(sent.content.decode()))["grant_type"] == "client_credentials"
    assert fake.things.list.requests == ()


def test_a_fake_grants_tokens_to_async_clients(fake):
    fake.things.list.returns(["a"])

    async def main():
        async with fake.async_client(**GIVEN) as client:
            return await client.things.list()

    assert asyncio.run(main()) == ["a"]


def test_a_fake_grants_tokens_by_the_device_flow(fake, package):
    fake.things.list.returns(["a"], times=2)
    shown = []
    client = fake.client(client_id=ID, oauth=package.OAuth(on_device=shown.append))
    assert [client.things.list() for _ in range(2)] == [["a"]] * 2
    assert [code.user_code for code in shown] == ["FAKE"]


def test_the_server_of_examples_grants_tokens(package, no_pause):
    testing = importlib.import_module(f"{package.__name__}.testing._server")
    server = testing.Server(0, testing._token_paths(package.Tokens))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        by_device = {"client_id": ID, "oauth": package.OAuth(on_device=no_pause.append)}
        for given in (GIVEN, by_device):
            with package.Tokens(base_url=server.url, **given) as client:
                assert client.things.list() == ["example"]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
