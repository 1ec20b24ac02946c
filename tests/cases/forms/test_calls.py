import json
from datetime import UTC, date, datetime
from urllib.parse import parse_qsl

import pytest


def form(server):
    assert server.received.headers["content-type"] == "application/x-www-form-urlencoded"
    return parse_qsl(server.received.body.decode("ascii"), keep_blank_values=True, strict_parsing=True)


def test_properties_by_name_and_only_those_given(client, server):
    client.charges.create(amount=5, currency="e&u=r ü+")
    assert form(server) == [("amount", "5"), ("currency", "e&u=r ü+")]


def test_values_of_every_kind(client, server):
    client.charges.create(
        amount=5,
        currency="eur",
        capture=True,
        note=None,
        expand=["a", "b"],
        joined=["a", "b"],
        at=datetime(2026, 3, 1, tzinfo=UTC),
        meta={"k": "v,=&"},
    )
    fields = form(server)
    assert [value for name, value in fields if name == "expand"] == ["a", "b"]
    given = dict(fields)
    assert given["capture"] == "true"
    assert given["note"] == ""
    assert given["joined"] == "a,b"
    assert given["at"] == "2026-03-01T00:00:00Z"
    assert json.loads(given["meta"]) == {"k": "v,=&"}


def test_nested_objects_of_style_deep_object(client, models, server):
    address = models.Address(city="Köln", lines=["1", "2"])
    client.charges.create(amount=5, currency="eur", address=address, deep=[address])
    assert form(server)[2:] == [
        ("address[city]", "Köln"),
        ("address[lines][0]", "1"),
        ("address[lines][1]", "2"),
        ("deep[0][city]", "Köln"),
        ("deep[0][lines][0]", "1"),
        ("deep[0][lines][1]", "2"),
    ]


def test_an_object_of_a_union_has_its_style_too(client, models, server):
    client.charges.create(amount=5, currency="eur", mandate=models.Online(ip="::1"))
    assert form(server)[2:] == [("mandate[ip]", "::1")]


def test_an_optional_form_without_fields_is_no_body(client, server):
    client.charges.update()
    assert server.received.body == b""
    assert "content-type" not in server.received.headers
    client.charges.update(amount=0)
    assert form(server) == [("amount", "0")]


def test_a_form_of_any_fields(client, server):
    client.charges.set_labels(body={"a b": "1", "ü": "2"})
    assert form(server) == [("a b", "1"), ("ü", "2")]


def test_a_form_without_names_is_written_by_the_caller(client, server):
    client.charges.import_statement(body="a=1&a=2")
    assert form(server) == [("a", "1"), ("a", "2")]
    client.charges.rename_statement(body="x=1")
    assert form(server) == [("x", "1")]
    client.charges.replace_statements(body=b"addresses[0][city]=Bonn")
    assert form(server) == [("addresses[0][city]", "Bonn")]


def test_none_is_refused_where_null_is_not_allowed(client, server):
    with pytest.raises(TypeError, match=r"^amount must not be None$"):
        client.charges.create(amount=None, currency="eur")
    assert not server.requests


def test_a_moment_is_no_date(client, server):
    client.charges.create(amount=5, currency="eur", on=date(2026, 3, 1))
    assert ("on", "2026-03-01") in form(server)
    with pytest.raises(ValueError, match="on must be a date"):
        client.charges.create(amount=5, currency="eur", on=datetime(2026, 3, 1, tzinfo=UTC))
