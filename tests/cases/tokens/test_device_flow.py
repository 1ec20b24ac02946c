"""Tokens that a person permits on another device."""

import traceback

import pytest

from tests.cases.tokens.authorization import ID, SECRET, TOKEN_URL, json_response
from tests.snippets import of_section

CODE = {
    "device_code": "device_5ec12e7",
    "user_code": "WDJB-MJHT",
    "verification_uri": "https://tokens.example/device",
    "expires_in": 900,
    "interval": 0.001,
}


DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"


def pending(error="authorization_pending"):
    return 400, {"error": error}


def test_a_person_permits_access_on_another_device(run, server, package, no_pause):
    shown, kept = [], []
    server.faults = [(200, CODE), pending(), pending("slow_down"), pending()]
    server.body["refresh_token"] = "refresh_1"
    oauth = package.OAuth(on_device=shown.append, on_refresh_token=kept.append)
    assert run(times=2, client_id=ID, oauth=oauth) == [["a"]] * 2
    assert shown == [
        package.DeviceCode(
            user_code="WDJB-MJHT", verification_uri="https://tokens.example/device", expires_in=900.0
        )
    ]
    assert [one.line for one in server.requests[:2]] == ["POST /oauth/device", "POST /oauth/token"]
    asked = {"grant_type": DEVICE_GRANT, "device_code": "device_5ec12e7", "client_id": ID}
    assert server.asked == [{"scope": "things:read", "client_id": ID}, *[asked] * 4]
    assert [round(pause) for pause in no_pause] == [0, 0, 5, 5]
    assert kept == ["refresh_1"]


def test_the_device_flow_of_a_configuration(run, server, package, no_pause):
    server.faults = [(200, {**CODE, "verification_uri_complete": "https://tokens.example/device?c=1"})]
    shown = []
    oauth = package.OAuth(
        device_url="/own/oauth/device", token_url="/own/oauth/token", scopes=(), on_device=shown.append
    )
    run(client_id=ID, client_secret=SECRET, oauth=oauth)
    assert [one.line for one in server.requests[:2]] == ["POST /own/oauth/device", "POST /own/oauth/token"]
    assert all(one.headers["authorization"].startswith("Basic ") for one in server.requests[:2])
    assert shown[0].verification_uri_complete == "https://tokens.example/device?c=1"


def test_after_the_device_flow_the_refresh_token_is_used(run, server, package, no_pause):
    server.faults = [(200, CODE)]
    server.body |= {"refresh_token": "refresh_1", "expires_in": 0}
    run(times=2, client_id=ID, oauth=package.OAuth(on_device=no_pause.append))
    assert [one["grant_type"] for one in server.asked[1:]] == [DEVICE_GRANT, "refresh_token"]

    server.faults, server.requests[:] = [(200, CODE)], []
    faults = iter([None, None, (400, {"error": "invalid_grant"}), (200, CODE)])
    grant = server.grant
    server.grant = lambda: json_response(*fault) if (fault := next(faults, None)) else grant()
    run(times=2, client_id=ID, oauth=package.OAuth(on_device=no_pause.append))
    grants = [one.get("grant_type") for one in server.asked]
    assert grants == [None, DEVICE_GRANT, "refresh_token", None, DEVICE_GRANT]


@pytest.mark.parametrize("by_device", [True, False])
@pytest.mark.parametrize("status", [429, 503])
def test_a_fault_of_the_server_does_not_lose_the_refresh_token(server, package, no_pause, by_device, status):
    server.faults = [(200, CODE)] if by_device else []
    server.body |= {"refresh_token": "refresh_1", "expires_in": 0}
    oauth = package.OAuth(on_device=no_pause.append) if by_device else None
    given = {"client_id": ID} | ({} if by_device else {"refresh_token": "refresh_0"})
    with package.Tokens(base_url=server.url, oauth=oauth, max_retries=0, **given) as client:
        client.things.list()
        server.faults = [(status, {})]
        with pytest.raises(package.APIStatusError):
            client.things.list()
        client.things.list()
    assert [one.get("refresh_token") for one in server.asked[-2:]] == ["refresh_1"] * 2


@pytest.mark.parametrize(
    ("faults", "error", "words"),
    [
        ([(200, CODE), (400, {"error": "access_denied"})], "UnauthorizedError", "access_denied"),
        ([(200, CODE), pending(), (400, {"error": "expired_token"})], "UnauthorizedError", "expired_token"),
        ([(200, {**CODE, "expires_in": 0.001}), pending()], "UnauthorizedError", "authorization_pending"),
        ([(400, {"error": "invalid_client"})], "UnauthorizedError", "invalid_client"),
        ([(200, {"user_code": "a"})], "APIResponseError", "has no code for a device"),
        ([(200, []), pending()], "APIResponseError", "has no code for a device"),
        ([(200, CODE), (200, {"token": "x"})], "APIResponseError", "no access token"),
        ([(200, {**CODE, "expires_in": 0.001}), (503, {})], "ServerError", "503 no access token"),
        ([(200, {**CODE, "interval": 50}), pending()], "APITimeoutError", "deadline"),
    ],
)
def test_faults_of_the_device_flow(run, server, package, no_pause, faults, error, words):
    server.faults = list(faults)
    with pytest.raises(package.APIError) as caught:
        run(client_id=ID, deadline=1.0, max_retries=0, oauth=package.OAuth(on_device=str))
    assert type(caught.value).__name__ == error
    assert words in str(caught.value)
    assert "device_5ec12e7" not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize("status", [408, 429, 503])
def test_a_device_code_survives_a_fault_of_the_server(run, server, package, no_pause, status):
    server.faults = [(200, CODE), (status, {}), pending()]
    assert run(client_id=ID, max_retries=0, oauth=package.OAuth(on_device=str)) == [["a"]]
    assert len(server.asked) == 4
    assert [round(pause) for pause in no_pause] == [0, 5, 5]


def test_a_device_code_survives_broken_connections(run, server, package, no_pause):
    server.faults = [(200, CODE), *[ConnectionAbortedError()] * 9, pending()]
    assert run(client_id=ID, max_retries=1, oauth=package.OAuth(on_device=str)) == [["a"]]
    assert server.faults == []
    assert server.asked[0] == {"scope": "things:read", "client_id": ID}
    assert {one.get("grant_type") for one in server.asked[1:]} == {DEVICE_GRANT}
    assert max(no_pause) > 15  # it asks less and less often


def test_a_broken_connection_ends_the_device_flow_when_the_code_has_expired(run, server, package, no_pause):
    server.faults = [(200, {**CODE, "expires_in": 0.001}), *[ConnectionAbortedError()] * 9]
    with pytest.raises(package.APIConnectionError):
        run(client_id=ID, max_retries=0, oauth=package.OAuth(on_device=str))
    assert len(server.asked) <= 3


@pytest.mark.parametrize("name", ["on_device", "on_refresh_token"])
def test_a_callback_must_be_a_function_that_is_not_async(package, name):
    async def show(code):
        pass

    for wrong in (show, "print", 1):
        with pytest.raises(TypeError, match=f"{name} must be a function that is not async"):
            package.OAuth(**{name: wrong})


def test_the_program_of_the_readme_has_a_secret(fake, package, monkeypatch):
    fake.things.list.returns(["a", "b"])
    monkeypatch.setattr(package, "Tokens", fake.client)
    (program,) = of_section(package, "OAuth with a client secret")
    exec(program, {})
    assert [one.operation for one in fake.requests] == [f"POST {TOKEN_URL}", "things.list"]


def test_the_program_of_the_readme_shows_a_code(fake, package, monkeypatch, capsys):
    fake.things.list.returns(["a", "b"])
    monkeypatch.setattr(package, "Tokens", fake.client)
    (program,) = of_section(package, "OAuth on another device")
    exec(program, {})
    shown = capsys.readouterr().out.splitlines()
    assert shown[0].startswith("Open ")
    assert shown[0].endswith(" and type FAKE")
    assert shown[-1] == "2"
