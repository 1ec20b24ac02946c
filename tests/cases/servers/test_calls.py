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
