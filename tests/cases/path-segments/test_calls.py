"""Slashes are sent as they are where a value may span segments; nothing else of it changes the URL."""

from operator import attrgetter

import pytest

from tests.every_fake import drive

SEVERAL = {
    "files.get_proxied": "/proxy/%s",
    "files.get_star": "/star/%s",
    "files.get_prefixed": "/prefixed/%s",
    "files.get_expanded": "/expanded/%s",
    "files.get_declared": "/declared/%s",
    "files.get_reserved": "/reserved/%s",
    "projects.cancel": "/v1/%s:cancel",
    "projects.get": "/v1/%s",
    "locks.list": "/skipped/%s/locks",
}


def path(server):
    return server.received.line.partition(" ")[2]


@pytest.fixture(params=SEVERAL)
def call(request, client):
    return attrgetter(request.param)(client), SEVERAL[request.param]


def test_slashes_are_sent_and_nothing_ends_the_path(call, server):
    method, sent = call
    method("projects/a b?c#d%2F..")
    assert path(server) == sent % "projects/a%20b%3Fc%23d%252F.."


@pytest.mark.parametrize("value", ["", "/", "/a", "a//b", "..", "a/../b", "./a", "a/.."])
def test_no_value_leads_elsewhere(call, server, value):
    with pytest.raises(ValueError, match="must not"):
        call[0](value)
    assert server.requests == []


def test_a_slash_may_end_a_value(client, server):
    client.files.get_proxied("folder/")
    assert path(server) == "/proxy/folder/"


def test_a_value_cannot_bring_a_verb(client, server):
    client.projects.get("projects/a:delete")
    assert path(server) == "/v1/projects/a%3Adelete"


def test_the_same_parameter_has_one_segment_in_another_path(client, server):
    client.files.get_one("a/b")
    assert path(server) == "/one/a%2Fb"


def test_reserved_characters_do_not_hide_a_way_up(client, server):
    client.files.get_reserved("a;v=1/b")
    assert path(server) == "/reserved/a;v=1/b"
    with pytest.raises(ValueError, match="must not"):
        client.files.get_reserved("a/..;v=1/b")


def test_every_operation_can_be_called_with_the_fake(package):
    assert drive(package) == (10, [])
