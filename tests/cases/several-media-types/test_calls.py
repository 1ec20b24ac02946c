from email import message_from_bytes
from email.policy import HTTP
from urllib.parse import parse_qsl

import pytest


def test_one_schema_is_sent_as_the_media_type_that_we_prefer(client, server, models):
    server.answers(200, {"title": "x"})
    assert client.books.create(title="x") == models.Book(title="x")
    assert server.received.json == {"title": "x"}
    assert server.received.headers["accept"].startswith("application/json, text/csv;q=0.9, image/png;q=0.9")


def test_an_answer_is_what_it_says(client, server, package):
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


def test_a_caller_says_which_of_several_a_body_is(client, server, models):
    client.books.replace(body=models.Book(title="x"))
    assert server.received.json == {"title": "x"}
    client.books.replace(body="text", content_type="text/plain")
    assert (server.received.headers["content-type"], server.received.body) == ("text/plain", b"text")
    client.books.replace(body=b"%PDF", content_type="application/pdf")
    assert (server.received.headers["content-type"], server.received.body) == ("application/pdf", b"%PDF")


def test_a_form_among_several_has_its_styles(client, server, models):
    author = models.BookFormAuthor(first="A")
    client.books.replace(
        body=models.BookForm(name="x", author=author), content_type="application/x-www-form-urlencoded"
    )
    assert parse_qsl(server.received.body.decode()) == [("name", "x"), ("author[first]", "A")]


def test_a_dict_among_several_becomes_the_model_of_its_media_type(client, server):
    form = "application/x-www-form-urlencoded"
    client.books.replace(body={"title": "x"})
    assert server.received.json == {"title": "x"}
    client.books.replace(body={"name": "x", "author": {"first": "A"}}, content_type=form)
    assert parse_qsl(server.received.body.decode()) == [("name", "x"), ("author[first]", "A")]
    with pytest.raises(TypeError, match=r"^body: Book has no property 'titel'; did you mean 'title'\?$"):
        client.books.replace(body={"titel": "x"})
    with pytest.raises(TypeError, match="^body: BookForm has no property 'title'$"):
        client.books.replace(body={"title": "x"}, content_type=form)


def test_parts_among_several_have_files_and_media_types(client, server):
    client.books.replace(body={"cover": b"c", "pages": 3}, content_type="multipart/form-data")
    head = f"Content-Type: {server.received.headers['content-type']}\r\n\r\n".encode()
    message = message_from_bytes(head + server.received.body, policy=HTTP)
    cover, pages = message.iter_parts()
    assert (cover.get_content_type(), cover.get_payload(decode=True)) == ("image/png", b"c")
    assert pages.get_payload(decode=True) == b"3"


def test_inline_parts_among_several_have_no_class(client, server, models):
    client.books.create_cover(body={"title": "x"})
    assert server.received.json == {"title": "x"}
    client.books.create_cover(body={"cover": b"c"}, content_type="multipart/form-data")
    assert b'name="cover"' in server.received.body
    assert not hasattr(models, "CreateCoverRequest")


def test_media_types_that_differ_by_a_parameter(client, server, models):
    server.answers_with(200, b'{"title": "x"}', "application/vnd.books+json; version=1")
    assert client.books.get_version() == models.Book(title="x")
    server.answers_with(200, b'{"name": "x"}', "application/vnd.books+json;version=2")
    assert client.books.get_version() == models.BookForm(name="x")


def test_a_range_is_json_where_the_answer_says_so(client, server, models):
    server.answers(200, {"title": "x"})
    assert client.books.get_any() == models.Book(title="x")


def test_json_by_other_names(client, server, models):
    server.answers_with(200, b'{"title": "x"}', "application/json; charset=utf-8")
    assert client.books.update_any(title="x") == models.Book(title="x")
    assert server.received.headers["content-type"] == "application/merge-patch+json"
    server.answers_with(203, b'{"title": "y"}', "application/hal+json")
    assert client.books.update_any(title="x") == models.Book(title="y")
