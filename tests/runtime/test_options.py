"""Options are checked when a client is made; each error names the option, and what it takes."""

from __future__ import annotations

import asyncio
import random
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx2
import pytest
from api import AsyncExample, Example, Thing
from conftest import TOKEN
from fault_server import Server, reply
from package import errors
from package._api import FACTS
from package._runtime._credentials import AsyncCredentialsClient, CredentialsClient
from package._runtime._security import Bearer, Key, Security
from package._runtime._settings import OPTIONS, AsyncClientOptions, ClientOptions

OK = reply(200, {"id": "a", "size": 1})
THING = Thing(id="a", size=1)
NAN, INFINITY = float("nan"), float("inf")


class Keys(CredentialsClient):
    _facts = FACTS
    _security = Security(
        schemes=[Bearer(), Key("api_key", "header", "X-Key")], default=[["token"], ["api_key"]], required=True
    )


class AsyncKeys(AsyncCredentialsClient):
    _facts = FACTS
    _security = Keys._security


TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.mark.parametrize("name", OPTIONS)
def test_the_settings_in_the_readme_list_every_option(name: str) -> None:
    readme = (TEMPLATES / "README.md.jinja").read_text(encoding="utf-8")
    _, _, rest = readme.partition("## Settings")
    rows = [line for line in rest.splitlines() if line.startswith("|")]
    assert any(re.search(rf"\b{name}=", row) for row in rows)


WRONG: list[tuple[str, Any, str]] = [
    ("timeout", "5", "a number of seconds or an httpx2.Timeout, or None for no limit, not str"),
    ("timeout", True, "a number of seconds"),
    ("timeout", (5, 5), "not tuple"),
    ("timeout", 0, "above 0"),
    ("timeout", -1.5, "above 0"),
    ("timeout", NAN, "above 0"),
    ("timeout", INFINITY, "None for no limit"),
    ("timeout", 1e300, "at most"),
    ("timeout", httpx2.Timeout(5, read=-1), "timeout.read must be"),
    ("timeout", httpx2.Timeout(5, pool="x"), "timeout.pool must be"),
    ("deadline", "1", "a number of seconds, or None for no limit, not str"),
    ("deadline", 0, "above 0"),
    ("deadline", NAN, "above 0"),
    ("deadline", INFINITY, "None for no limit"),
    ("deadline", False, "a number of seconds"),
    ("max_retries", 1.0, "an int, not float"),
    ("max_retries", True, "an int, not bool"),
    ("max_retries", None, "an int, not NoneType"),
    ("max_retries", -1, "at least 0"),
    ("headers", [("X-A", "1")], "a mapping of names to values, not list"),
    ("headers", "X-A: 1", "a mapping"),
    ("headers", None, "a mapping"),
    ("headers", {"X-A": 1}, "names and values of headers must be str"),
    ("headers", {"X-A": b"1"}, "names and values of headers must be str"),
    ("headers", {b"X-A": "1"}, "names and values of headers must be str"),
    ("headers", {"X A": "1"}, "has an invalid name"),
    ("headers", {"": "1"}, "has an invalid name"),
    ("headers", {"X-A:": "1"}, "has an invalid name"),
    ("headers", {"X-\u00c5": "1"}, "has an invalid name"),
    ("headers", {"X-A": "\u20ac"}, "X-A"),
    ("follow_redirects", 1, "True or False"),
    ("follow_redirects", "no", "True or False"),
]
ONCE: list[tuple[str, Any, str]] = [
    ("max_response_size", 0, "at least 1"),
    ("max_response_size", 1e6, "an int, not float"),
    ("max_response_size", None, "an int"),
    ("rate_limit", 100, "a RateLimit, True or False, not int"),
    ("rate_limit", None, "a RateLimit, True or False, not NoneType"),
    ("allow_insecure_http", "yes", "True or False"),
    ("base_url", 5, "a str or None, not int"),
    ("base_url", httpx2.URL("https://api.example.com"), "a str or None, not URL"),
    ("base_url", b"https://api.example.com", "a str or None"),
    ("base_url", "https://[::1", "base_url is not a URL"),
    ("on_drift", "warn", "a function, 'log' or 'strict'"),
    ("on_drift", 5, "a function, 'log' or 'strict'"),
    ("token", 5, "a str, or a function that returns one, not int"),
    ("token", b"t", "a str, or a function that returns one, not bytes"),
    ("http_client", "x", "not an instance of builtins.str"),
    ("transport", 5, "not an instance of builtins.int"),
    ("transport", httpx2.HTTPTransport, "not HTTPTransport"),
]


@pytest.mark.parametrize(("name", "value", "text"), WRONG + ONCE)
def test_an_option_that_is_wrong(make: Any, name: str, value: Any, text: str) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        make(**{"token": TOKEN, name: value})
    assert name in str(caught.value)
    assert text in str(caught.value)


@pytest.mark.parametrize(("name", "value", "text"), WRONG)
def test_an_option_of_some_calls_that_is_wrong(make: Any, name: str, value: Any, text: str) -> None:
    client = make(token=TOKEN)
    with pytest.raises((TypeError, ValueError)) as caught:
        client.with_options(**{name: value})
    assert name in str(caught.value)
    assert text in str(caught.value)


RIGHT: list[tuple[str, Any]] = [
    ("timeout", 0.001),
    ("timeout", 365 * 24 * 3600),
    ("timeout", None),
    ("timeout", httpx2.Timeout(None)),
    ("deadline", None),
    ("deadline", 365 * 24 * 3600),
    ("max_retries", 10**9),
    ("max_response_size", 10**12),
    ("headers", {}),
    ("headers", httpx2.Headers({"X-A": "1"})),
    ("base_url", None),
    ("http_client", None),
    ("transport", None),
    ("on_drift", None),
]


@pytest.mark.parametrize(("name", "value"), RIGHT)
def test_an_option_that_is_right(call: Any, name: str, value: Any) -> None:
    options = {name: value} if name != "timeout" or value != 0.001 else {name: value, "max_retries": 0}
    with Server(OK) as server:
        options.setdefault("base_url", server.url)
        if options["base_url"] is None:
            options["base_url"] = server.url
        try:
            assert call(server.url, "get", "a", options=options) == THING
        except errors.APITimeoutError:
            assert value == 0.001


@pytest.mark.parametrize(
    ("make", "colour"),
    [(Example, "sync"), (AsyncExample, "async"), (lambda **o: Keys({"token": "t"}, **o), "sync")],
)
def test_a_client_of_the_other_colour(make: Any, colour: str) -> None:
    """It would fail at the first call, with an error about something else."""
    other = {
        "sync": {"transport": httpx2.AsyncHTTPTransport(), "http_client": httpx2.AsyncClient()},
        "async": {"transport": httpx2.HTTPTransport(), "http_client": httpx2.Client()},
    }[colour]
    for name, value in other.items():
        options = {name: value} if make is not Example else {name: value, "token": TOKEN}
        if make is AsyncExample:
            options["token"] = TOKEN
        with pytest.raises(TypeError, match=f"{name} of this {colour} client must be an instance of httpx2"):
            make(**options)


def test_an_async_function_for_a_sync_client() -> None:
    async def token() -> str:
        return TOKEN

    with pytest.raises(TypeError, match="only the async client"):
        Example(token=token)  # type: ignore[arg-type]


def test_two_ways_to_connect(make: Any) -> None:
    kind, carrier = (
        (httpx2.Client, httpx2.HTTPTransport)
        if make is Example
        else (httpx2.AsyncClient, httpx2.AsyncHTTPTransport)
    )
    with pytest.raises(ValueError, match="http_client and transport cannot both be set"):
        make(token=TOKEN, http_client=kind(), transport=carrier())


@pytest.mark.parametrize("name", ["tokens", "api_key", "retries", "verify", "proxies", "proxy"])
def test_an_option_that_there_is_not(make: Any, name: str) -> None:
    with pytest.raises(TypeError) as caught:
        make(**{"token": TOKEN, name: "s3cret"})
    message = str(caught.value)
    assert message.startswith(f"{make.__name__}() got an unexpected keyword argument {name!r}; it takes ")
    listed = message.partition("it takes ")[2].split(", ")
    assert set(listed) == {"token", *ClientOptions.__optional_keys__}
    assert "s3cret" not in message


def test_all_credentials_are_listed() -> None:
    for kind in (Keys, AsyncKeys):
        with pytest.raises(TypeError, match=r"it takes .*api_key.*, token"):
            kind({"token": "t"}, apikey="x")  # type: ignore[call-arg]


def test_an_argument_without_its_name(make: Any) -> None:
    with pytest.raises(TypeError) as caught:
        make("s3cret")
    assert str(caught.value).startswith(f"{make.__name__}() takes keyword arguments only: token=, ")
    assert "s3cret" not in str(caught.value)


def test_every_option_is_checked() -> None:
    """A new one is not forgotten: an object of no use is refused for each, by its name."""
    for kind, known in ((Example, ClientOptions), (AsyncExample, AsyncClientOptions)):
        for name in [*known.__optional_keys__, "token"]:
            with pytest.raises((TypeError, ValueError), match=name):
                kind(**{"token": TOKEN, name: object()})


JUNK: list[Any] = [
    *(None, True, False, 0, 1, -1, 2**70, 0.0, 0.5, -0.5, NAN, INFINITY, 1e300, 1j),
    *(
        "",
        "x",
        "log",
        "https://a.example",
        "http://127.0.0.1:1",
        "\n",
        "\u20ac",
        "\0",
        "x" * 100_000,
        b"",
        b"x",
    ),
    *(
        [],
        ["a"],
        (),
        (1, 2),
        {},
        {"a": "b"},
        {1: 2},
        {"a b": "c"},
        {"x": "\r\n"},
        set(),
        object(),
        object,
        print,
    ),
    *(httpx2.Timeout(1), httpx2.Timeout(0), httpx2.Headers(), httpx2.URL("https://a.example"), Example),
    *(lambda: "t", lambda: None, lambda *_: "t", lambda: 1 / 0),
]


@pytest.mark.parametrize("seed", range(6))
def test_whatever_the_options(make: Any, seed: int) -> None:
    """A client is made and calls, or it is told what is wrong: always with a documented error."""
    chance = random.Random(seed)
    documented = (errors.APIError, ValueError, TypeError, RuntimeError, ZeroDivisionError)
    names = [*ClientOptions.__optional_keys__, "token"]
    for _ in range(50):
        options: Mapping[str, Any] = {
            "token": "t",
            "base_url": "http://127.0.0.1:1",
            "max_retries": 0,
            "deadline": 2.0,
            **{name: chance.choice(JUNK) for name in chance.sample(names, chance.randrange(1, 4))},
        }
        refusal = ""
        try:
            client = make(**options)
        except (ValueError, TypeError) as error:
            refusal = str(error)
        if refusal:
            assert any(name in refusal for name in options), (options, refusal)
            continue
        if options["base_url"] != "http://127.0.0.1:1" or options["max_retries"] > 1:
            continue  # nothing is to be sent elsewhere
        try:
            outcome = client.things.get("a")
            if make is AsyncExample:
                asyncio.run(outcome)
        except documented:
            continue


# The environment -------------------------------------------------------------------------------------

ENVIRONMENTS = {
    "a proxy that is no URL": {"all_proxy": "http://[::1"},
    "a proxy with a port that is none": {"all_proxy": "http://127.0.0.1:x"},
    "a proxy with a port that nobody has": {"all_proxy": "http://127.0.0.1:99999"},
    "a proxy of a scheme that nobody knows": {"all_proxy": "gopher://127.0.0.1"},
    "a proxy that needs another package": {"all_proxy": "socks5://127.0.0.1:1"},
    "a proxy without a host": {"all_proxy": "http://"},
    "a list of exceptions that is none": {"all_proxy": "http://127.0.0.1:1", "no_proxy": "[::,\u20ac,//"},
    "certificates that are nowhere": {"SSL_CERT_FILE": "/nowhere/s.pem"},
    "certificates that are none": {"SSL_CERT_FILE": __file__},
    "a folder of certificates that is none": {"SSL_CERT_DIR": "/nowhere"},
}


@pytest.mark.parametrize("call", ["sync", "async"], indirect=True)
@pytest.mark.parametrize("environment", ENVIRONMENTS.values(), ids=ENVIRONMENTS)
def test_an_environment_that_is_wrong(call: Any, environment: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither `InvalidURL` nor `ImportError`, `FileNotFoundError` or `SSLError`; and not tried again."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(errors.APIConnectionError) as caught:
        call("https://127.0.0.1:1", "get", "a", options={"max_retries": 0})
    if "proxy" in str(caught.value) and "SSL" not in str(environment):
        assert "ALL_PROXY" in str(caught.value) or "attempt" in str(caught.value) or caught.value.__cause__
    assert caught.value.attempts == 1


@pytest.mark.parametrize("call", ["sync", "async"], indirect=True)
def test_an_environment_that_is_wrong_is_named(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "gopher://user:s3cret@127.0.0.1")
    with pytest.raises(errors.APIConnectionError, match="HTTPS_PROXY") as caught:
        call("https://127.0.0.1:1", "get", "a")
    assert caught.value.attempts == 1, "it does not help to try again"
    assert "s3cret" not in str(caught.value)
    monkeypatch.delenv("https_proxy")
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/s.pem")
    with pytest.raises(errors.APIConnectionError, match="SSL_CERT_FILE"):
        call("https://127.0.0.1:1", "get", "a")
