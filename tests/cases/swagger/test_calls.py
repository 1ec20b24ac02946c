"""A Swagger 2.0 document: what it says in another way than OpenAPI 3 is sent and read as it means."""

from __future__ import annotations

import re
from datetime import date
from email.message import Message
from email.parser import BytesParser
from urllib.parse import parse_qsl
from uuid import UUID

import pytest

TRACE = UUID("7c1f0b52-9d3e-4a86-b1c4-5e8a20d97f36")


def test_the_first_server_is_the_secure_one(package):
    assert package._api.FACTS.base_url == "https://shelter.example/v1"


def test_collection_formats_of_queries_and_headers(client, server):
    server.answers(200, [])
    client.animals.list(
        limit=5,
        csv=["a", "b,c"],
        ssv=["a", "b"],
        tsv=["a", "b"],
        pipes=[1, 2],
        multi=["cat", "dog"],
        x_tags=["x", "y"],
        x_trace=TRACE,
    )
    query = server.received.line.partition("?")[2]
    assert query == "limit=5&csv=a,b%2Cc&ssv=a%20b&tsv=a%09b&pipes=1%7C2&multi=cat&multi=dog"
    assert server.received.headers["x-tags"] == "x|y"
    assert server.received.headers["x-trace"] == str(TRACE)


def test_a_collection_format_in_a_path(client, server):
    server.answers(200, [])
    client.animals.get([1, 2])
    assert server.received.line == "GET /animals/1%202"


def test_json_is_asked_for_where_the_document_produces_xml_too(client, server):
    server.answers(200, [])
    client.animals.list()
    assert server.received.headers["accept"] == "application/json"


def test_a_discriminator_as_text_has_the_names_of_its_subtypes(strict, models, server):
    server.answers(200, [{"kind": "Cat", "name": "Tom", "indoor": True}, {"kind": "Animal", "name": "?"}])
    cat, animal = strict.animals.list()
    assert cat == models.Cat(kind="Cat", name="Tom", indoor=True)
    assert isinstance(animal, models.Animal)


def test_x_nullable_is_null(strict, models, server):
    server.answers(201, {"kind": "Dog", "name": "Rex", "size": "small", "born": None, "friend": None})
    dog = strict.animals.create(body=models.Dog(kind="Dog", name="Rex", size="small", born=None))
    assert (dog.born, dog.friend) == (None, None)
    assert server.received.json["born"] is None


def test_shared_parameters_and_responses(client, package, server):
    server.answers(500, {"message": "broken", "code": 7})
    with pytest.raises(package.APIStatusError) as raised:
        client.animals.list()
    assert raised.value.message.startswith("broken")


def test_a_body_of_text(client, server):
    server.answers_with(200, b"said", "text/plain")
    assert client.animals.set_note(1, body="Überaus lieb") == "said"
    assert server.received.headers["content-type"] == "text/plain"
    assert server.received.body == "Überaus lieb".encode()


def test_a_response_that_is_a_file(client, server):
    server.answers_with(200, b"\x89PNG", "image/png")
    assert client.animals.get_picture(1) == b"\x89PNG"
    assert server.received.headers["accept"] == "image/png"
    server.answers_with(200, b'{"a": 1}', "application/json")
    assert client.animals.get_chart(1) == b'{"a": 1}'
    assert server.received.headers["accept"] == "*/*"


def parts(server) -> list[Message]:
    head = f"Content-Type: {server.received.headers['content-type']}\r\n\r\n".encode()
    return BytesParser().parsebytes(head + server.received.body).get_payload()


def test_form_parameters_with_a_file_are_multipart(client, server):
    server.answers(204)
    client.uploads.set_picture(
        1, picture=("tom.png", b"\x89PNG"), caption="Tom", labels=["a", "b"], colours=["red", "grey"]
    )
    found = [(re.search('name="(.*?)"', one["content-disposition"])[1], one) for one in parts(server)]
    assert [name for name, _ in found] == ["picture", "caption", "labels", "labels", "colours"]
    picture = found[0][1]
    assert picture.get_filename() == "tom.png"
    assert picture.get_payload(decode=True) == b"\x89PNG"
    assert found[-1][1].get_payload() == "red,grey"


def test_form_parameters_without_a_file_are_a_form(client, models, server):
    server.answers(200, {"id": 1, "size": "small"})
    adoption = client.animals.adopt(
        animal=1, wishes=["a", "b"], dates=[date(2026, 1, 31), date(2026, 2, 1)], consent=True
    )
    assert parse_qsl(server.received.body.decode()) == [
        ("animal", "1"),
        ("wishes", "a,b"),
        ("dates", "2026-01-31"),
        ("dates", "2026-02-01"),
        ("consent", "true"),
    ]
    assert adoption.size is models.DogSize.SMALL


def test_keys_and_basic_credentials(package, server):
    options = {"base_url": server.url, "max_retries": 0}
    server.answers(201, {"kind": "Cat", "name": "Tom"})
    with package.Shelter(username="tom", password="meow", **options) as client:
        client.animals.create(body={"kind": "Cat", "name": "Tom"})
    assert server.received.headers["authorization"].startswith("Basic ")
    server.answers(200, [])
    with package.Shelter(api_key="meow", **options) as client:
        client.animals.list()
    assert server.received.headers["x-key"] == "meow"
