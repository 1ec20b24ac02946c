"""Servers that no request can be sent to."""

from __future__ import annotations

import pytest

from tests.check.small_documents import document, places


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.com",
        "javascript:alert(1)",
        "file:///etc",
        "https://",
        "https:///a",
        "https://a b",
        "https://user:secret@example.com",
        "https://example.com?a=1",
        "/a?b",
        "/a#b",
        "https://example.com/../a",
        "https://example.com/%2e%2E/a",
        "https://example.com:99999",
        "https://example.com:0",
        "https://[::1",
        "https://example.com\r\nHost: a",
        "https://example.com/{a",
        "{scheme}://example.com",
    ],
)
def test_servers_that_no_request_can_be_sent_to(url: str):
    server = {"url": url, "variables": {"scheme": {"default": "javascript"}}}
    assert places(document(servers=[server])) == [("server", "servers/0/url")]


@pytest.mark.parametrize(
    "url",
    [
        "",
        "/",
        "v1",
        "../v1",
        "./v1",
        "//example.com/v1",
        "https://example.com",
        "http://localhost:8080/",
        "https://[::1]/",
        "HTTPS://EXAMPLE.COM",
        "https://ex\u00e4mple.com",
        "https://{host}.com",
        "{base}",
    ],
)
def test_servers_that_a_request_can_be_sent_to(url: str):
    variables = {"host": {"default": "example"}, "base": {"default": "https://example.com"}}
    assert places(document(servers=[{"url": url, "variables": variables}])) == []
