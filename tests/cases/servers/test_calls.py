import httpx2
import pytest


@pytest.fixture
def addresses():
    """Where requests went."""
    return []


@pytest.fixture
def transport(addresses):
    def answer(request):
        addresses.append(str(request.url))
        return httpx2.Response(204)

    return httpx2.MockTransport(answer)


def call_all(client):
    client.things.list()
    client.files.list()
    client.files.upload()


def test_each_operation_goes_to_its_own_server(package, transport, addresses):
    call_all(package.Servers(transport=transport))
    assert addresses == [
        "https://eu.servers.example/v1/things",
        "https://files.servers.example/files",
        "https://eu.servers.example/uploads/files",
    ]


def test_a_server_that_the_caller_names_is_that_of_all(package, transport, addresses, monkeypatch):
    moved = [
        "https://proxy.example/a/things",
        "https://proxy.example/a/files",
        "https://proxy.example/uploads/files",
    ]
    call_all(package.Servers(base_url="https://proxy.example/a/", transport=transport))
    assert addresses == moved
    monkeypatch.setenv("SERVERS_BASE_URL", "https://proxy.example/a")
    call_all(package.Servers(transport=transport))
    assert addresses == moved * 2


def test_over_a_socket(client, server):
    server.answers(204)
    client.files.upload()
    assert server.received.line == "POST /uploads/files"


def test_a_variable_of_the_server_is_an_argument(package, transport, addresses, monkeypatch):
    for kind in (package.Servers, package.AsyncServers):
        assert kind(region="us").base_url == "https://us.servers.example/v1"
    call_all(package.Servers(region="us", transport=transport))
    assert addresses == [
        "https://us.servers.example/v1/things",
        "https://files.servers.example/files",
        "https://us.servers.example/uploads/files",
    ]
    monkeypatch.setenv("SERVERS_REGION", "us")
    assert package.Servers().base_url == "https://us.servers.example/v1"
    assert package.Servers(region="eu").base_url == "https://eu.servers.example/v1"
    monkeypatch.setenv("SERVERS_BASE_URL", "https://proxy.example")
    assert package.Servers().base_url == "https://proxy.example"
    assert package.Servers(region="eu").base_url == "https://eu.servers.example/v1"
    assert package.Servers(base_url="https://other.example").base_url == "https://other.example"


def test_a_client_with_other_options_keeps_its_server(package, transport, addresses):
    package.Servers(region="us", transport=transport).with_options(max_retries=0).things.list()
    assert addresses == ["https://us.servers.example/v1/things"]


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"region": "mars"}, ValueError, "region must be one of 'eu', 'us', not 'mars'"),
        ({"region": "evil.example/"}, ValueError, "region must be one of"),
        ({"region": 5}, TypeError, "region must be a str, not int"),
        ({"region": "us", "base_url": "https://x.example"}, ValueError, "base_url and region cannot both be set"),
        ({"regoin": "us"}, TypeError, "regoin"),
    ],
)
def test_a_wrong_server_is_refused(package, options, error, message):
    with pytest.raises(error, match=message):
        package.Servers(**options)


@pytest.mark.parametrize(
    "value", ["evil.example/", "a@evil.example", "evil.example#", "evil.example?", "x y", "", "a:1", "\\", "{x}", "é"]
)
def test_a_value_cannot_lead_elsewhere(package, value):
    server = package._runtime._server
    host = server.Server("https://{tenant}.servers.example", {"tenant": server.Variable("tenant", "demo")})
    with pytest.raises(ValueError, match="tenant cannot be"):
        host.chosen({"tenant": value}, None, "X")
    assert host.chosen({"tenant": "acme-1"}, None, "X") == "https://acme-1.servers.example"


def test_a_variable_in_the_path_may_have_several_segments(package):
    server = package._runtime._server
    path = server.Server("https://servers.example/{base}", {"base": server.Variable("base", "v1")})
    assert path.chosen({"base": "api/v2"}, None, "X") == "https://servers.example/api/v2"
    assert path.chosen({}, None, "X") == "https://servers.example/v1"
