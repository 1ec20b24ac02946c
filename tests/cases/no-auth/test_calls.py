from datetime import UTC, datetime
from importlib.util import find_spec

import pytest


def test_nothing_is_sent_that_identifies(client, server):
    server.answers(200, "2026-03-01T00:00:00Z")
    assert client.clock.get_time() == datetime(2026, 3, 1, tzinfo=UTC)
    assert "authorization" not in server.received.headers


def test_an_option_that_does_not_exist_is_refused(package, server):
    with pytest.raises(
        TypeError,
        match=r"NoAuth\(\) got an unexpected keyword argument 'token'; it takes .*base_url, .*headers",
    ):
        package.NoAuth(base_url=server.url, token="secret")
    with package.NoAuth(base_url=server.url) as client, pytest.raises(TypeError, match="'base_url'"):
        client.with_options(base_url=server.url)


def test_what_only_tokens_need_is_not_there(package):
    assert find_spec(f"{package.__name__}._runtime._token") is None


def test_without_a_server_a_base_url_is_needed(package):
    with pytest.raises(ValueError, match="base_url"):
        package.NoAuth()
