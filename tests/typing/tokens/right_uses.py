"""Uses of access tokens and the device flow that type checkers must accept."""

from __future__ import annotations

from typing import assert_type

from tokens_client import AsyncTokens, DeviceCode, OAuth, Tokens, UnauthorizedError


def show(code: DeviceCode) -> None:
    assert_type((code.verification_uri, code.user_code), tuple[str, str])
    assert_type(code.verification_uri_complete, str | None)
    assert_type(code.expires_in, float)


def store(refresh_token: str) -> None:
    print(len(refresh_token))


def read_secret() -> str:
    return "example"


async def read_secret_later() -> str:
    return "example"


def permit() -> None:
    oauth = OAuth(on_device=show, on_refresh_token=store)
    try:
        with Tokens(client_id="a", oauth=oauth, deadline=900) as client:
            assert_type(client.things.list(), list[str])
    except UnauthorizedError as error:
        print(error.message)
    Tokens(client_id="a", oauth=OAuth(device_url="/device", scopes=(), on_device=print))
    Tokens(client_id="a", refresh_token="b", oauth=oauth)
    Tokens(client_id="a", client_secret=read_secret)
    Tokens(token=read_secret)
    parameters = {"audience": "https://things.example"}
    OAuth(token_url="/token", client_authentication="body", parameters=parameters)


async def permit_too() -> None:
    async with AsyncTokens(client_id="a", oauth=OAuth(on_device=show)) as client:
        assert_type(await client.things.list(), list[str])
    AsyncTokens(client_id="a", client_secret=read_secret_later)
