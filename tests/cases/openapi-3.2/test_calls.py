"""What is new in OpenAPI 3.2, called."""

from __future__ import annotations

import json
from email.parser import BytesParser

import pytest


def line(server) -> str:
    return server.received.line


def test_query_is_a_method_with_a_body(client, models, server):
    server.answers(200, [{"title": "A"}])
    assert client.articles.query(text="a", limit=3) == [models.Article(title="A")]
    assert line(server) == "QUERY /articles"
    assert server.received.json == {"text": "a", "limit": 3}


def test_methods_of_their_own_are_sent_as_written(client, server):
    client.articles.copy(target="b")
    assert line(server) == "COPY /articles?target=b"
    client.articles.link()
    assert line(server) == "Link /articles"


def test_a_parameter_that_is_the_whole_query(client, models, server):
    server.answers(200, [])
    client.articles.search(filter=models.Filter(author="a&b", years=[2025, 2026]))
    assert line(server) == "GET /articles/search?author=a%26b&years=2025,2026"
    client.articles.select(selector="$.a[?(@.b == 1)]")
    assert line(server) == "GET /articles/select?%24.a%5B%3F%28%40.b%20%3D%3D%201%29%5D"
    client.articles.select()
    assert line(server) == "GET /articles/select"


def test_reserved_characters_of_a_path_and_cookies(client, models, server):
    server.answers(200, {"title": "A"})
    client.articles.get("a:b;c/d?e", visit="v1", colours=["red", "blue"])
    assert line(server) == "GET /articles/a:b;c/d%3Fe"
    assert server.received.headers["cookie"] == "visit=v1; colours=red; colours=blue"


@pytest.mark.parametrize(
    ("media_type", "content"),
    [
        ("application/jsonl", b'{"line": "a"}\n\n{"line": "b", "level": 2}\n'),
        ("application/json-seq", b'\x1e{"line":\n"a"}\n\x1e{"line": "b", "level": 2}\n'),
        ("application/jsonl; charset=utf-8", b'{"line": "a"}\r\n{"line": "b", "level": 2}'),
    ],
)
def test_items_one_after_another(strict, models, server, media_type, content):
    server.answers_with(200, content, media_type)
    assert [*strict.articles.read_log()] == [models.Entry(line="a"), models.Entry(line="b", level=2)]
    assert server.received.headers["accept"] == "application/jsonl, application/json-seq"
    server.answers_with(200, b"", media_type)
    assert [*strict.articles.read_log()] == []


def test_a_broken_item_is_reported(strict, package, server):
    server.answers_with(200, b'{"line": "a"}\n{"line": 5}', "application/jsonl")
    with pytest.raises(package.APIResponseError, match=r"\$\.line"):
        [*strict.articles.read_log()]


def test_items_are_sent_one_after_another(client, models, server):
    client.articles.write_log(body=[models.Entry(line="a\n"), models.Entry(line="b")])
    assert server.received.headers["content-type"] == "application/x-ndjson"
    assert server.received.body == b'{"line":"a\\n"}\n{"line":"b"}\n'
    client.articles.replace_log(body=[models.Entry(line="a")])
    assert server.received.headers["content-type"] == "application/json-seq"
    assert server.received.body == b'\x1e{"line":"a"}\n'


EVENTS = b""": hello
event: entry
id: 1
data: {"line":
data:  "a"}

retry: 5
data: {"line": "b"}\r
\r
event: nothing

data: cut off"""


def test_events(strict, models, server):
    server.answers_with(200, EVENTS, "text/event-stream")
    first, second = strict.articles.read_news()
    assert (first.event, first.id, first.data) == ("entry", "1", models.Entry(line="a"))
    assert (second.retry, second.data) == (5, models.Entry(line="b"))


def test_data_that_is_not_as_its_content_is_documented(client, strict, package, server):
    server.answers_with(200, b"data: last\n\n", "text/event-stream")
    with pytest.raises(package.APIResponseError):
        list(strict.articles.read_news())
    server.answers_with(200, b'data: {"line": 1}\n\n', "text/event-stream")
    (event,) = client.articles.read_news()
    assert event.data.line == 1


def test_events_by_name_with_and_without_json(strict, models, server):
    lines = (b'event: line\ndata: {"line": "a"}', b'event: text\ndata: {"line": "a"}', b"event: end")
    server.answers_with(200, b"\n\n".join([*lines, b""]), "text/event-stream")
    line, text = strict.articles.watch_articles()
    assert line == models.ArticleEventLine(data=models.Entry(line="a"))
    assert text == models.ArticleEventText(data='{"line": "a"}')


def test_events_whose_data_is_documented_as_json(strict, models, server):
    server.answers_with(200, b'data: {"line": "a", "level": 1}\n\n', "text/event-stream")
    (event,) = strict.articles.list_entries()
    assert event.data == models.Entry(line="a", level=1)


def parts(server):
    head = f"Content-Type: {server.received.headers['content-type']}\r\n\r\n".encode()
    return BytesParser().parsebytes(head + server.received.body).get_payload()


def test_parts_by_position(client, models, server):
    server.answers(201, {"kind": "circle", "size": 1})
    shown = ("b.png", b"\x89PNG", "image/png", {"X-Width": "5"})
    client.articles.drafts.create(body=[models.Entry(line="a"), shown, b"\xff\xd8", b"\xff\xd9"])
    assert server.received.headers["content-type"].startswith("multipart/mixed; boundary=")
    first, second, *others = parts(server)
    assert first.items() == [("Content-Type", "application/json")]
    assert json.loads(first.get_payload()) == {"line": "a"}
    assert second.get_filename() == "b.png"
    assert second["x-width"] == "5"
    assert second.get_payload(decode=True) == b"\x89PNG"
    assert [one.get_content_type() for one in others] == ["image/jpeg", "image/jpeg"]


def test_parts_that_have_parts(client, models, server):
    client.articles.drafts.bundles.add(note="n", entry=models.Entry(line="a", level=1), lines=["b", "c"])
    note, entry, lines = parts(server)
    assert note.get_payload() == "n"
    assert (entry.get_content_type(), lines.get_content_type()) == ("multipart/form-data", "multipart/mixed")
    named = {
        one.get_param("name", header="content-disposition"): one.get_payload() for one in entry.get_payload()
    }
    assert named == {"line": "a", "level": "1"}
    assert [one.get_payload() for one in lines.get_payload()] == ["b", "c"]


def test_parts_of_any_number(client, server):
    client.articles.drafts.pictures.add_pictures(body=[b"\x89PNG", b"\x89PNG"])
    assert [one.items() for one in parts(server)] == [[("Content-Type", "image/png")]] * 2


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({"kind": "circle", "size": 1}, "Circle"),
        ({"kind": "hexagon", "size": 1}, "Other"),
        ({"size": 1}, "Other"),
        ({}, "Other"),
    ],
)
def test_the_default_of_a_discriminator(strict, models, server, value, name):
    server.answers(201, value)
    shape = strict.articles.drafts.create(body=[])
    assert type(shape) is getattr(models, name)
