"""Ways out of a document that forgot something."""

import importlib
from unittest.mock import create_autospec

import pytest


def test_a_page_whose_parameter_the_document_forgot(client, server):
    server.answers(200, {"servers": [{"id": "b"}], "meta": {"pagination": {"next_page": None}}})
    page = client.with_options(query={"page": 2}).servers.list(per_page=50)
    assert page.servers[0].id == "b"
    assert server.received.line == "GET /servers?per_page=50&page=2"


def test_a_property_that_the_document_forgot(client, server):
    server.answers(201, {"id": "a"})
    client.with_options(body={"location": "fsn1"}).servers.create(name="web")
    assert server.received.json == {"name": "web", "location": "fsn1"}


def test_a_body_that_the_document_forgot(client, server):
    client.with_options(body={"force": True}).servers.restart("a")
    assert server.received.json == {"force": True}


def test_an_operation_that_the_document_forgot(client, models, server):
    server.answers(200, {"id": "a", "name": "web"})
    found = client.request("GET", "/beta/servers/{id}", path_params={"id": "a/b"}, into=models.Server)
    assert found == models.Server(id="a", name="web")
    assert server.received.line == "GET /beta/servers/a%2Fb"


def test_an_operation_of_which_nothing_is_known(client, server):
    server.answers(200, {"a": 1}, {"x-total": "5"})
    response = client.request("POST", "/beta/reports", json={"year": 2026})
    assert (response.status_code, response.headers["x-total"], response.parse()) == (200, "5", {"a": 1})
    assert server.received.json == {"year": 2026}


@pytest.mark.parametrize("is_instance", [True, False])
@pytest.mark.parametrize("kind", ["WaysOut", "AsyncWaysOut"])
def test_a_mock_has_the_methods_of_the_resources(package, kind, is_instance):
    made = create_autospec(getattr(package, kind), instance=is_instance)
    client = made if is_instance else made(base_url="https://example.com")
    client.servers.create.return_value = "server"
    value = client.servers.create(name="web")
    if kind == "WaysOut":
        assert value == "server"
    else:
        with pytest.raises(StopIteration) as caught:
            value.send(None)
        assert caught.value.value == "server"
    client.servers.create.assert_called_once_with(name="web")
    with pytest.raises(TypeError, match="argument"):
        client.servers.create(nome="web")
    with pytest.raises(AttributeError, match="creat"):
        client.servers.creat(name="web")
    with pytest.raises(AttributeError, match="volumes"):
        print(client.volumes)


def test_a_resource_without_a_client_says_so(package):
    with pytest.raises(TypeError, match="create a client"):
        package.WaysOut.servers.restart("a")
    assert repr(package.WaysOut.servers) == "<Servers of no client>"


def test_middleware_and_a_signature(package, server):
    module = importlib.import_module("ways_out.middleware")

    def traced(request, call_next):
        assert (request.operation, request.template) == ("restartServer", "/servers/{id}/restart")
        return call_next(request.with_headers({"X-Trace": "t"}))

    def sign(request: module.HTTPRequest) -> module.HTTPRequest:
        return request.with_headers({"X-Signature": f"{request.headers['x-trace']}-{request.attempt}"})

    with package.WaysOut(base_url=server.url, middleware=[traced], sign=sign) as client:
        client.servers.restart("a")
    assert server.received.headers["x-signature"] == "t-1"
