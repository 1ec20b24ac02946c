"""Uses of access tokens and the device flow that type checkers must reject, in every line that is marked."""

from __future__ import annotations

from tokens_client import AsyncTokens, DeviceCode, OAuth, Tokens


def show_text(code: str) -> None:
    print(code)


def show(code: DeviceCode) -> None:
    code.device_code  # wrong
    code.user_code = "a"  # wrong
    code.verification_uri_complete.upper()  # wrong


async def read_secret() -> str:
    return "example"


def permit() -> None:
    OAuth(show)  # wrong
    OAuth(on_device=show_text)  # wrong
    OAuth(on_device="print")  # wrong
    OAuth(on_refresh_token=show)  # wrong
    OAuth(client_authentication="header")  # wrong
    OAuth(parameters={"audience": 5})  # wrong
    Tokens(client_id="a", on_device=show)  # wrong
    Tokens(client_id="a", oauth=show)  # wrong
    Tokens(client_id="a", client_secret=read_secret)  # wrong
    AsyncTokens(client_id=5, oauth=OAuth(on_device=show))  # wrong
