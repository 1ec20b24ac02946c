from email import message_from_bytes
from email.policy import HTTP

import pytest


def test_one_schema_is_sent_as_the_media_type_that_we_prefer(client, server, models):
    server.answers(200, {"title": "x"})
    assert client.books.create(title="x") == models.Book(title="x")
    assert server.received.json == {"title": "x"}
    assert server.received.headers["accept"].startswith("application/json, text/csv;q=0.9, image/png;q=0.9")


def test_a_response_is_decoded_by_its_media_type(client, server, package):
    server.answers_with(200, b"a,b", "text/csv")
    assert client.books.create(title="x") == "a,b"
    server.answers_with(200, b"\x89PNG", "image/png")
    assert client.books.create(title="x") == b"\x89PNG"
    server.answers(202, 7)
    assert client.books.create(title="x") == 7
    server.answers_with(409, b"no", "text/plain")
    with pytest.raises(package.ConflictError) as raised:
        client.books.create(title="x")
    assert raised.value.body == "no"


def test_a_text_that_may_as_well_be_json_is_json(client, server, models):
    server.answers_with(200, b'[{"title": "x"}]', "text/plain; charset=utf-8")
    assert client.books.list() == [models.Book(title="x")]
    assert server.received.headers["accept"] == "application/json, text/json, text/plain;q=0.9"


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("arguments", "content_type", "body"),
    [
        ({"title": "x"}, "application/json", b'{"title":"x"}'),
        ({"name": "x"}, FORM, b"name=x"),
        ({"name": "x", "author": {"first": "A"}, "content_type": FORM}, FORM, b"name=x&author%5Bfirst%5D=A"),
        ({"body": "text"}, "text/plain", b"text"),
        ({"body": b"%PDF"}, "application/pdf", b"%PDF"),
        ({"body": b"%PDF", "content_type": "application/pdf"}, "application/pdf", b"%PDF"),
    ],
)
def test_the_arguments_determine_the_media_type(client, server, arguments, content_type, body):
    client.books.replace(**arguments)
    assert server.received.headers["content-type"] == content_type
    assert server.received.body == body


def test_parts_among_several_have_files_and_media_types(client, server):
    client.books.replace(cover=b"c", pages=3)
    head = f"Content-Type: {server.received.headers['content-type']}\r\n\r\n".encode()
    message = message_from_bytes(head + server.received.body, policy=HTTP)
    cover, pages = message.iter_parts()
    assert (cover.get_content_type(), cover.get_payload(decode=True)) == ("image/png", b"c")
    assert pages.get_payload(decode=True) == b"3"


def test_inline_parts_among_several_have_no_class(client, server, models):
    client.books.create_cover(title="x")
    assert server.received.json == {"title": "x"}
    client.books.create_cover(cover=b"c")
    assert b'name="cover"' in server.received.body
    assert not hasattr(models, "CreateCoverRequest")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"title": "x", "name": "y"}, "a body of type application/json takes no `name`; "),
        ({"author": {"first": "A"}}, f"a body of type {FORM} needs `name`; "),
        ({"title": b"x"}, "a body of type application/json takes no file as `title`; "),
        ({"title": "x", "content_type": FORM}, f"^a body of type {FORM} needs `name` and takes no `title`$"),
        ({"body": b"x", "content_type": "text/plain"}, "^a body of type text/plain takes no file as `body`$"),
        ({"content_type": "application/json"}, "^a body of type application/json needs `title`$"),
    ],
)
def test_arguments_of_no_media_type(client, arguments, message):
    with pytest.raises(TypeError, match=message):
        client.books.replace(**arguments)


@pytest.mark.parametrize("body", [b"x", ["x"]])
def test_a_range_needs_a_media_type(client, body):
    with pytest.raises(TypeError, match="a body of type [^;]* needs `content_type`"):
        client.drawings.replace(body=body)


def test_parts_of_any_name_among_several(client, server):
    client.books.create_labels(body={"a": "x"})
    assert server.received.json == {"a": "x"}
    client.books.create_labels(body={"a": "x", "b": b"y"}, content_type="multipart/form-data")
    assert server.received.body.count(b"filename=") == 1


def test_a_media_type_that_is_not_documented(client):
    with pytest.raises(ValueError, match=r"^content_type must be `application/json`, .* or `application/pdf`"):
        client.books.replace(title="x", content_type="text/html")


def test_one_alternative_asks_for_a_stream_like_another(client, server, models):
    server.answers(200, {"url": "u"})
    assert client.drawings.edit(images=["a"], prompt="p") == models.Drawing(url="u")
    assert server.received.json == {"images": ["a"], "prompt": "p"}
    assert client.drawings.edit(image=[b"i"], prompt="p", mask=b"m", stream=False) == models.Drawing(url="u")
    assert server.received.body.count(b"filename=") == 2
    progress = b'data: {"percent": 50}\n\ndata: {"percent": 100}\n\n'
    for arguments in ({"images": ["a"]}, {"image": [b"i"]}):
        server.answers_with(200, progress, "text/event-stream")
        stream = client.drawings.edit(**arguments, prompt="p", stream=True)
        assert [one.percent for one in stream] == [50, 100]


@pytest.mark.parametrize(
    ("arguments", "content_type", "body"),
    [
        ({}, "application/json", b'{"kind":"new"}'),
        ({"name": "x"}, "application/json", b'{"kind":"new","name":"x"}'),
        (
            {"name": "x", "content_type": "application/vnd.drawing+json"},
            "application/vnd.drawing+json",
            b'{"kind":"old","name":"x"}',
        ),
        ({"body": ["x"], "content_type": "application/x+json"}, "application/x+json", b'["x"]'),
        ({"body": b"x", "content_type": "image/png"}, "image/png", b"x"),
        ({"body": b"{}", "content_type": "text/plain"}, "text/plain", b"{}"),
        ({"body": b"", "content_type": "text/plain"}, "text/plain", b""),
    ],
)
def test_a_media_type_that_no_argument_determines(client, server, arguments, content_type, body):
    client.drawings.replace(**arguments)
    assert (server.received.headers["content-type"], server.received.body) == (content_type, body)


def test_media_types_that_differ_by_a_parameter(client, server, models):
    server.answers_with(200, b'{"title": "x"}', "application/vnd.books+json; version=1")
    assert client.books.get_version() == models.Book(title="x")
    server.answers_with(200, b'{"name": "x"}', "application/vnd.books+json;version=2")
    assert client.books.get_version() == models.BookForm(name="x")


def test_a_media_type_range_is_json_if_the_response_is(client, server, models):
    server.answers(200, {"title": "x"})
    assert client.books.get_any() == models.Book(title="x")


def test_json_by_other_names(client, server, models):
    server.answers_with(200, b'{"title": "x"}', "application/json; charset=utf-8")
    assert client.books.update_any(title="x") == models.Book(title="x")
    assert server.received.headers["content-type"] == "application/merge-patch+json"
    server.answers_with(203, b'{"title": "y"}', "application/hal+json")
    assert client.books.update_any(title="x") == models.Book(title="y")
