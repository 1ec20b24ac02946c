"""A client that gets its access tokens from an authorization server, which the tests make fail."""

import asyncio
import base64
import importlib
import logging
import time
import traceback
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.cases.tokens.authorization import GIVEN, ID, REFRESH, SECRET, json_response
from tests.conftest import Answer


def test_a_token_is_got_once_and_kept(run, server):
    assert run(times=3) == [["a"]] * 3
    assert server.asked == [{"grant_type": "client_credentials", "scope": "things:read things:write"}]
    token = server.requests[0]
    assert token.line == "POST /oauth/token"
    assert token.headers["content-type"] == "application/x-www-form-urlencoded"
    pair = base64.b64decode(token.headers["authorization"].removeprefix("Basic ")).decode()
    assert pair == "machine%2F1:5ec12e7%3Awith%2Bsigns"  # RFC 6749, section 2.3.1


def test_a_token_of_the_environment_is_sent(client, server):
    server.good = "secret"
    assert client.things.list() == ["a"]
    assert server.asked == []


def test_what_needs_no_token_asks_for_none(run, server):
    run("list_open")
    assert server.asked == []


def test_the_headers_of_a_caller_are_not_for_the_authorization_server(run, server):
    run(headers={"x-mine": "1", "authorization": "mine"})
    assert "x-mine" not in server.requests[0].headers
    assert server.requests[0].headers["authorization"].startswith("Basic ")


def test_the_request_follows_the_options(run, server, package):
    oauth = package.OAuth(
        token_url="/v2/oauth/own?tenant=1",
        scopes=["one"],
        client_authentication="body",
        parameters={"audience": "https://api.example"},
    )
    run(oauth=oauth)
    assert server.requests[0].line == "POST /v2/oauth/own?tenant=1"
    assert "authorization" not in server.requests[0].headers
    assert server.asked == [
        {
            "grant_type": "client_credentials",
            "scope": "one",
            "client_id": ID,
            "client_secret": SECRET,
            "audience": "https://api.example",
        }
    ]


def test_no_scopes_are_asked_for_if_none_are_wanted(run, server, package):
    run(oauth=package.OAuth(scopes=()))
    assert server.asked == [{"grant_type": "client_credentials"}]


def test_functions_and_the_environment_provide_what_is_needed(run, server, monkeypatch, package):
    run(client_id=lambda: ID, client_secret=lambda: SECRET)
    monkeypatch.setenv("TOKENS_CLIENT_CLIENT_ID", ID)
    monkeypatch.setenv("TOKENS_CLIENT_CLIENT_SECRET", SECRET)
    with package.Tokens(base_url=server.url) as client:
        assert client.things.list() == ["a"]
    assert server.granted == 2


def test_a_token_may_still_be_given(run, server):
    server.good = "mine"
    assert run(token="mine") == [["a"]]
    assert server.asked == []


@pytest.mark.parametrize(
    ("body", "granted"),
    [
        ({"expires_in": 0}, 3),
        ({"expires_in": "0"}, 3),
        ({"expires_in": 3600}, 1),
        ({"expires_in": None}, 1),
        ({"expires_in": -1}, 1),
        ({"expires_in": "soon"}, 1),
        ({"expires_in": [1]}, 1),
        ({"token_type": "bearer"}, 1),
        ({"token_type": "BearerToken"}, 1),
        ({"token_type": " Bearer "}, 1),
        ({"token_type": None}, 1),
        ({"expires_in": 10**30}, 1),
        ({"expires_in": "NaN"}, 1),
        ({"expires_in": True}, 1),
        ({"expires_in": 0.5, "refresh_token": ""}, 1),
    ],
)
def test_a_token_is_renewed_when_it_expires(run, server, body, granted):
    server.body = {**server.body, **body}
    run(times=3)
    assert server.granted == granted


def test_a_token_is_renewed_before_it_expires(run, server, monkeypatch, package):
    clock = [0.0]
    for name in ("_grant", "_token_request"):
        module = importlib.import_module(f"{package.__name__}._runtime.{name}")
        monkeypatch.setattr(module, "monotonic", lambda: clock[0])

    def source():
        return SECRET

    with package.Tokens(base_url=server.url, client_id=ID, client_secret=source) as client:
        for clock[0] in (0.0, 3539.0, 3541.0, 3600.0):
            client.things.list()
    assert server.granted == 2


def test_a_refused_token_is_renewed_once(run, server, package):
    with package.Tokens(base_url=server.url, **GIVEN) as client:
        client.things.list()
        server.good = "revoked"
        assert client.things.list() == ["a"]
        assert server.granted == 2


def test_a_server_that_refuses_all_tokens_is_asked_twice(run, server, package, monkeypatch):
    monkeypatch.setattr(
        server, "grant", lambda: json_response(200, {"access_token": "other", "expires_in": 9})
    )
    with pytest.raises(package.UnauthorizedError) as caught:
        run()
    assert caught.value.operation == "listThings"
    assert len(server.asked) == 2


def test_those_who_call_at_once_share_one_request(run, server):
    server.seconds = 0.2
    run(times=8, together=True)
    assert server.granted == 1
    assert len(server.requests) == 9


def test_those_whose_token_is_refused_at_once_share_one_renewal(server, package):
    with package.Tokens(base_url=server.url, **GIVEN) as client, ThreadPoolExecutor(8) as pool:
        client.things.list()
        server.good, server.seconds = "revoked", 0.2
        assert [*pool.map(lambda _: client.things.list(), range(8))] == [["a"]] * 8
    assert server.granted == 2


def test_tasks_whose_token_is_refused_at_once_share_one_renewal(server, package):
    async def run():
        async with package.AsyncTokens(base_url=server.url, **GIVEN) as client:
            await client.things.list()
            server.good, server.seconds = "revoked", 0.2
            return await asyncio.gather(*(client.things.list() for _ in range(8)))

    assert asyncio.run(run()) == [["a"]] * 8
    assert server.granted == 2


@pytest.mark.parametrize("fault", [(500, {}), (503, {}), (429, {}), (502, "gateway")])
def test_what_passes_is_tried_again(run, server, fault):
    server.faults = [fault]
    assert run() == [["a"]]
    assert len(server.asked) == 2


GARBAGE = Answer(200, b"<html>granted_secret</html>", {"content-type": "text/html"})


@pytest.mark.parametrize(
    ("fault", "error", "words"),
    [
        ((500, {"error": SECRET}), "ServerError", "500 no access token was granted"),
        ((401, {"error": "invalid_client", "error_description": f"bad {SECRET}"}), "UnauthorizedError",
         r"401 no access token was granted: invalid_client: bad \*\*\* \(accessToken: POST http"),
        ((400, {"error": "invalid_scope"}), "UnauthorizedError", "400 .*invalid_scope"),
        ((400, {"error": 1, "error_description": None}), "UnauthorizedError", "400 no access token"),
        ((400, [SECRET]), "UnauthorizedError", "400 no access token"),
        ((400, {"error": {"code": "bad_client", "message": f"no {SECRET}"}}), "UnauthorizedError",
         r"400 no access token was granted: bad_client: no \*\*\* "),
        ((401, {"code": 17, "message": "gone"}), "UnauthorizedError", "granted: gone"),
        ((400, {"type": "about:blank", "title": "Bad", "detail": "no such client"}), "UnauthorizedError",
         "granted: no such client"),
        ((400, {"error": "", "message": ["a"]}), "UnauthorizedError", r"granted \("),
        ((200, {"error": "bad_verification_code", "error_description": "expired"}), "APIResponseError",
         "200 has no access token that can be sent: bad_verification_code: expired"),
        ((200, {"access_token": "granted_secret", "token_type": ["bearer"]}), "APIResponseError", "supported"),
        ((403, {}), "ForbiddenError", "403 no access token"),
        ((302, {}), "APIStatusError", "302 no access token"),
        (GARBAGE, "APIResponseError", "200 has no access token that can be sent"),
        ((200, {}), "APIResponseError", "200 has no access token"),
        ((200, []), "APIResponseError", "200 has no access token"),
        ((200, {"access_token": ""}), "APIResponseError", "200 has no access token"),
        ((200, {"access_token": 5}), "APIResponseError", "200 has no access token"),
        ((200, {"access_token": "granted_secret\r\nx: y"}), "APIResponseError", "200 has no access token"),
        ((200, {"access_token": "granted_secret", "token_type": "mac"}), "APIResponseError", "not supported"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("way", ["basic", "body"])
def test_faults_are_errors_that_show_no_secret(run, server, package, caplog, fault, error, words, way):
    caplog.set_level(logging.DEBUG)
    server.faults = [fault] * 3
    with pytest.raises(getattr(package, error), match=words) as caught:
        run(max_retries=1, oauth=package.OAuth(client_authentication=way))
    told = "".join(traceback.format_exception(caught.value)) + repr(vars(caught.value)) + caplog.text
    for frame, _ in traceback.walk_tb(caught.value.__traceback__):
        if frame.f_code.co_filename.endswith("_grant.py"):  # some print the variables of frames
            told += repr(frame.f_locals)
    for secret in (SECRET, "granted_secret", "5ec12e7%3Awith%2Bsigns"):
        assert secret not in told


def test_a_slow_server_ends_with_the_deadline_of_the_call(run, server, package):
    server.seconds = 30.0
    started = time.monotonic()
    with pytest.raises(package.APITimeoutError, match=r"the deadline of 0\.3 s passed"):
        run(deadline=0.3)
    assert time.monotonic() - started < 15


def test_after_a_failure_the_next_call_asks_again(server, package):
    with package.Tokens(base_url=server.url, **GIVEN, max_retries=0) as client:
        server.faults = [(401, {"error": "invalid_client"})]
        with pytest.raises(package.UnauthorizedError):
            client.things.list()
        assert client.things.list() == ["a"]
        assert SECRET not in repr(client) + repr(vars(client))


def test_a_refresh_token_is_replaced_by_the_one_that_follows(run, server, package):
    kept = []
    server.body = {"expires_in": 0, "refresh_token": "refresh_2"}
    oauth = package.OAuth(on_refresh_token=kept.append)
    run(times=3, client_id=ID, refresh_token=REFRESH, oauth=oauth)
    assert [one.line for one in server.requests[::2]] == ["POST /oauth/refresh"] * 3
    assert server.asked == [
        {"grant_type": "refresh_token", "refresh_token": token, "client_id": ID}
        for token in (REFRESH, "refresh_2", "refresh_2")
    ]
    assert kept == ["refresh_2"]


def test_a_refresh_token_goes_with_the_secret_of_a_client(run, server):
    run(**GIVEN, refresh_token=REFRESH)
    assert server.requests[0].headers["authorization"].startswith("Basic ")
    assert server.asked == [{"grant_type": "refresh_token", "refresh_token": REFRESH}]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"client_id": ID}, "client_secret= is required with client_id="),
        ({"client_secret": SECRET}, "client_id= is required with client_secret="),
        ({"refresh_token": REFRESH}, "client_id= is required with refresh_token="),
        ({**GIVEN, "token": "mine"}, "token= and client_id= cannot both be passed"),
        ({"client_id": "a", "client_secret": "b\n"}, "client_secret is empty or contains"),
        ({"client_id": "", "client_secret": "b"}, "client_id is empty or contains"),
    ],
)
@pytest.mark.parametrize("name", ["Tokens", "AsyncTokens"])
def test_what_is_missing_or_invalid_is_refused(package, given, words, name):
    with pytest.raises(ValueError, match=words) as caught:
        getattr(package, name)(**given)
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://other.example/token", "sends credentials unencrypted"),
        ("https://me:pass@other.example/token", "must not have credentials"),
        ("https://other.example/token#a", "must not have credentials or a fragment"),
        ("https://other.example/{tenant}/token", "cannot be sent to"),
        ("ftp://other.example/token", "cannot be sent to"),
        ("https://other.example:99999999/", "cannot be sent to"),
        ("https://[::1", "is not a URL"),
    ],
)
def test_an_unsafe_url_for_tokens_is_refused(package, url, words):
    with pytest.raises(ValueError, match=words) as caught:
        package.Tokens(**GIVEN, oauth=package.OAuth(token_url=url))
    assert "pass another one as oauth=OAuth(token_url=...)" in str(caught.value)
    assert "me:pass" not in str(caught.value)


def test_options_that_cannot_be_sent_are_refused(package):
    with pytest.raises(ValueError, match="'basic' or 'body'"):
        package.OAuth(client_authentication="post")
    with pytest.raises(ValueError, match="a scope cannot be sent"):
        package.OAuth(scopes=["a b"])
    with pytest.raises(TypeError, match="sequence of str"):
        package.OAuth(scopes="read")
    with pytest.raises(ValueError, match="must not contain 'grant_type'"):
        package.OAuth(parameters={"grant_type": "x"})
    with pytest.raises(ValueError, match="pass client_id="):
        package.Tokens(token="a", oauth=package.OAuth())


def test_advice_names_both_ways(run, package):
    with pytest.raises(ValueError, match="token=, or client_id= and client_secret="):
        run(api_key="a")


def test_middleware_and_signatures_are_not_for_the_request_of_a_token(package, server):
    seen = []

    def see(request, call_next):
        seen.append(request.operation)
        return call_next(request)

    def sign(request):
        seen.append("sign")
        return request.with_headers({"X-Signature": "s"})

    options = {"middleware": [see], "attempt_middleware": [see], "sign": sign}
    with package.Tokens(base_url=server.url, **GIVEN, **options) as client:
        client.things.list()
    assert seen == [seen[0], seen[0], "sign"]
    assert seen[0] != "accessToken"
    assert ["x-signature" in one.headers for one in server.requests] == [False, True]


def test_a_request_for_a_token_does_not_show_its_secrets(package):
    """Neither its `repr` nor what rich asks for instead, in tracebacks with variables."""
    module = importlib.import_module(f"{package.__name__}._runtime._token_request")
    request = module.TokenRequest(
        None, "https://id.example/token?key=5ecret", {}, b"client_secret=5ecret", applicant=None, started=0.0
    )
    shown = repr(request) + repr([*request.__rich_repr__()])
    assert "https://id.example/token" in shown
    assert "5ecret" not in shown
