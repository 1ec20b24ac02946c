from threading import Thread

import pytest


@pytest.fixture
def store(server):
    """Where the downloads are."""
    with type(server)() as other:
        Thread(target=other.serve_forever, args=(0.01,), daemon=True).start()
        yield other
        other.shutdown()


@pytest.mark.parametrize("media_type", ["application/zip", "application/json", "text/plain", ""])
def test_a_download_is_what_is_where_the_redirect_leads(client, server, store, media_type):
    content = b'{"bytes": "\xff\0"}'
    server.answers(302, headers={"location": f"{store.url}/archive.zip?signature=x"})
    store.answers_with(200, content, media_type)
    assert client.archives.get("a") == content
    assert store.received.line == "GET /archive.zip?signature=x"


def test_a_server_may_as_well_have_it_itself(client, server):
    server.answers_with(200, b"\xff", "application/zip")
    assert client.archives.get("a") == b"\xff"


def test_what_is_documented_goes_before(client, server, store):
    server.answers(302, headers={"location": store.url})
    store.answers(200, ["a"])
    assert client.archives.list_report() == ["a"]


def test_a_head_is_redirected_too(client, server, store):
    server.answers(302, headers={"location": f"{store.url}/there"})
    store.answers(200)
    assert client.archives.check("a") is None
    assert store.received.line == "HEAD /there"


def test_other_methods_are_not(client, package, server, store):
    server.answers(303, headers={"location": store.url})
    with pytest.raises(package.APIStatusError, match="not followed"):
        client.archives.move("a")
    assert store.requests == []


def test_a_raw_response_is_that_of_the_download(package, server, store):
    server.answers(302, headers={"location": f"{store.url}/archive.zip"})
    store.answers_with(200, b"\xff", "application/zip")
    with package.Downloads(base_url=server.url) as client:
        response = client.with_raw_response(client.archives.get, "a")
    assert (response.status_code, response.content) == (200, b"\xff")


def test_a_caller_may_want_to_know_where_it_is(package, server, store):
    server.answers(302, headers={"location": f"{store.url}/archive.zip"})
    with (
        package.Downloads(base_url=server.url, follow_redirects=False) as client,
        pytest.raises(package.APIStatusError) as caught,
    ):
        client.archives.get("a")
    assert caught.value.headers["location"] == f"{store.url}/archive.zip"
