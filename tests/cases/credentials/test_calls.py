import asyncio
import base64

import pytest

GIVEN = {
    "token": "5ec12e7",
    "app_id": "an id",
    "app_key": "a/key&more=1",
    "visit": "v1s1t",
    "username": "Zoë",
    "password": "pass:word",
    "authorization": 'Digest username="zoe"',
}


@pytest.fixture(params=["sync", "async"])
def doors(request, package, server):
    """Make a client and call one of its doors."""

    def call(door, arguments=None, **given):
        if request.param == "sync":
            with package.Credentials(base_url=server.url, max_retries=0, **given) as client:
                return getattr(client.doors, door)(**(arguments or {}))

        async def run():
            async with package.AsyncCredentials(base_url=server.url, max_retries=0, **given) as client:
                return await getattr(client.doors, door)(**(arguments or {}))

        return asyncio.run(run())

    server.answers(204)
    return call


def test_a_token_of_the_environment_is_taken(client, server):
    server.answers(204)
    client.doors.by_default()
    assert server.received.headers["authorization"] == "Bearer secret"


def basic(text):
    return f"Basic {base64.b64encode(text.encode()).decode()}"


@pytest.mark.parametrize(
    ("door", "query", "headers"),
    [
        ("by_default", "", {"authorization": "Bearer 5ec12e7"}),
        ("with_two_keys", "?app%20key=a%2Fkey%26more%3D1", {"x-app-id": "an id"}),
        ("with_cookie", "", {"cookie": "visit=v1s1t"}),
        ("with_password", "", {"authorization": basic("Zoë:pass:word")}),
        ("with_digest", "", {"authorization": 'Digest username="zoe"'}),
        ("with_certificate", "", {}),
        ("or_without", "", {"authorization": "Bearer 5ec12e7"}),
        ("without", "", {}),
    ],
)
def test_each_operation_is_sent_with_what_it_needs_and_no_more(doors, server, door, query, headers):
    doors(door, **GIVEN)
    assert "".join(server.received.line.partition("?")[1:]) == query
    known = ("authorization", "cookie", "x-app-id")
    assert {
        name: server.received.headers[name] for name in known if name in server.received.headers
    } == headers


def test_a_key_that_each_call_needs_is_no_argument_besides(doors, server):
    doors("declared_twice", **GIVEN)
    assert server.received.line == "GET /declared-twice?app%20key=a%2Fkey%26more%3D1"
    assert server.received.headers["x-app-id"] == "an id"
    assert server.received.headers["cookie"] == "visit=v1s1t"


def test_a_key_that_is_an_argument_goes_before_that_of_the_client(doors, server):
    doors("declared_and_optional", {"x_app_id": "mine", "app_key": "my&key", "visit": "m1"}, **GIVEN)
    assert server.received.line == "GET /declared-and-optional?app%20key=my%26key"
    assert server.received.headers["x-app-id"] == "mine"
    assert server.received.headers["cookie"] == "visit=m1"


@pytest.mark.parametrize("door", ["or_without", "without", "with_certificate"])
def test_what_needs_nothing_can_be_called_without(doors, server, door):
    doors(door)
    assert "authorization" not in server.received.headers


@pytest.mark.parametrize(
    ("door", "given", "words"),
    [
        ("by_default", {}, "byDefault .*: create the client with token=, or .*, or set CREDENTIALS_TOKEN, "),
        ("with_two_keys", {"app_id": "a"}, "withTwoKeys requires credentials: .* app_id= and app_key=$"),
        ("with_password", {"token": "a"}, "username= and password="),
    ],
)
def test_what_is_missing_is_named_before_anything_is_sent(doors, server, door, given, words):
    with pytest.raises(ValueError, match=words):
        doors(door, **given)
    assert server.requests == []


def test_a_password_may_be_empty_but_not_missing(doors, server):
    doors("with_password", username="key", password="")
    assert server.received.headers["authorization"] == basic("key:")
    with pytest.raises(ValueError, match="password= is required with username="):
        doors("with_password", username="key")


def test_the_environment_counts_only_where_nothing_is_given(doors, server, monkeypatch):
    for name, value in GIVEN.items():
        monkeypatch.setenv(f"CREDENTIALS_{name.upper()}", value)
    doors("with_two_keys")
    assert server.received.headers["x-app-id"] == "an id"
    with pytest.raises(ValueError, match="requires credentials"):
        doors("with_two_keys", token="other")


@pytest.mark.parametrize(
    "given",
    [
        {"token": "a\r\nX-Evil: 1"},
        {"token": ""},
        {"app_id": "a\nb"},
        {"app_id": " 5ec12e7"},
        {"app_key": "a\x00b"},
        {"visit": "a; admin=1"},
        {"visit": 'a"b'},
        {"authorization": "Digest\r\n"},
        {"username": "a:b", "password": "c"},
        {"username": "a", "password": "b\n"},
        {"app_id": "ключ"},
    ],
)
def test_what_cannot_be_sent_is_refused_and_not_repeated(doors, server, given):
    with pytest.raises(ValueError, match="cannot be sent") as caught:
        doors("without", **given)
    assert not [value for value in given.values() if len(value) > 1 and value in str(caught.value)]
    with pytest.raises(ValueError, match="cannot be sent"):
        doors(
            "with_password" if "username" in given else DOORS[next(iter(given))],
            **{"app_id": "a", "app_key": "b"}
            | {name: lambda value=value: value for name, value in given.items()},
        )
    assert server.requests == []


DOORS = {
    "token": "by_default",
    "app_id": "with_two_keys",
    "app_key": "with_two_keys",
    "visit": "with_cookie",
    "authorization": "with_digest",
}


def test_a_function_is_asked_when_needed_and_once_more_when_refused(doors, server):
    asked = []

    def key():
        asked.append(len(asked))
        return f"key{len(asked)}"

    server.answers(401)
    with pytest.raises(Exception, match="401"):
        doors("with_two_keys", app_id="id", app_key=key)
    assert [request.line for request in server.requests] == [
        "GET /with-two-keys?app%20key=key1",
        "GET /with-two-keys?app%20key=key2",
    ]
    with pytest.raises(Exception, match="401"):
        doors("with_two_keys", app_id="id", app_key="fixed")
    assert len(server.requests) == 3


def test_only_what_is_needed_is_there(package):
    from importlib.util import find_spec

    assert find_spec(f"{package.__name__}._runtime._credentials") is not None
    assert find_spec(f"{package.__name__}._runtime._token") is None


def test_an_argument_without_its_name_is_explained(package):
    with pytest.raises(TypeError, match=r"^Credentials\(\) takes keyword arguments only: token=, ") as caught:
        package.Credentials("s3cret")
    assert "s3cret" not in str(caught.value)
