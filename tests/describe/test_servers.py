"""The order of servers."""

from __future__ import annotations

import pytest

from codegen.describe.servers import servers
from codegen.document.node import Node, placed


@pytest.mark.parametrize(
    ("urls", "expected"),
    [
        (["http://a.example/v1", "https://a.example/v1"], ["https://a.example/v1", "http://a.example/v1"]),
        (["HTTP://A.example", "/x", "https://a.example"], ["https://a.example", "HTTP://A.example", "/x"]),
        (["http://a.example", "https://b.example"], ["http://a.example", "https://b.example"]),
        (["https://a.example", "http://a.example"], ["https://a.example", "http://a.example"]),
        (["http://a.example/V1", "https://a.example/v1"], ["http://a.example/V1", "https://a.example/v1"]),
        (["http://localhost:80", "https://localhost:80"], ["http://localhost:80", "https://localhost:80"]),
        (["http://127.0.0.1", "https://127.0.0.1"], ["http://127.0.0.1", "https://127.0.0.1"]),
        (["/v1"], ["/v1"]),
    ],
)
def test_https_comes_first_where_a_server_has_both_schemes(urls: list[str], expected: list[str]) -> None:
    root = placed({"servers": [{"url": url} for url in urls]})
    assert isinstance(root, Node)
    assert [server.url for server in servers(root)] == expected


def test_servers_with_variables_are_compared_as_they_are_written() -> None:
    variables = {"region": {"default": "eu"}}
    urls = ["http://{region}.example", "https://{region}.example"]
    root = placed({"servers": [{"url": url, "variables": variables} for url in urls]})
    assert isinstance(root, Node)
    assert [server.template for server in servers(root)] == [*reversed(urls)]


def test_servers_with_other_defaults_are_others() -> None:
    described = [
        {"url": f"{scheme}://{{region}}.example", "variables": {"region": {"default": region}}}
        for scheme, region in (("http", "eu"), ("https", "us"))
    ]
    root = placed({"servers": described})
    assert isinstance(root, Node)
    assert [server.url for server in servers(root)] == ["http://eu.example", "https://us.example"]
