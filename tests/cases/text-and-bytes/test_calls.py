import io
import time
from decimal import Decimal
from pathlib import Path

import pytest


def test_text_goes_as_utf_8_and_comes_as_it_says(client, server):
    server.answers_with(200, "grün".encode("latin-1"), "text/plain; charset=ISO-8859-1")
    assert client.files.replace_notes(body="# ü") == "grün"
    assert server.received.body == "# ü".encode()
    assert server.received.headers["content-type"] == "text/markdown"
    assert server.received.headers["accept"] == "text/plain"


@pytest.mark.parametrize("charset", ["nonsense", "hex", "rot13", "zip", "undefined", '"utf-8"', "utf-8-sig"])
def test_no_charset_breaks_a_caller(client, package, server, charset):
    server.answers_with(200, b"text", f"text/plain; charset={charset}")
    try:
        assert client.files.replace_notes(body="") == "text"
    except package.APIResponseError:
        assert charset == "undefined"


def test_a_number_in_plain_text_is_a_number(client, server):
    server.answers_with(200, b"42\n", "text/plain;charset=UTF-8")
    assert client.files.count() == 42
    server.answers_with(200, b"1.5", "text/plain; charset=utf-8")
    assert client.files.measure_files() == 1.5


@pytest.mark.parametrize("text", ["many", '"42"', "null", "007"])
def test_a_string_in_place_of_a_number_is_returned_and_reported(package, server, text):
    told = []
    client = package.TextAndBytes(base_url=server.url, on_drift=told.append)
    server.answers_with(200, text.encode(), "text/plain")
    assert client.files.count() == text
    assert [(one.kind, one.where) for one in told] == [("wrong_type", "$")]
    raw = client.with_raw_response(client.files.count)
    assert [one.expected for one in raw.deviations] == ["a whole number"]


def test_an_empty_text_is_a_text(client, server):
    server.answers_with(200, b"", "text/plain")
    assert client.files.replace_notes(body="") == ""


def test_bytes_go_and_come_as_they_are(client, server):
    content = bytes(range(256))
    server.answers_with(200, content, "image/webp")
    assert client.files.replace_image(body=content) == content
    assert server.received.body == content
    assert server.received.headers["content-type"] == "image/png"
    assert server.received.headers["accept"] == "image/*"


@pytest.mark.parametrize("kind", ["path", "open", "BytesIO", "bytearray"])
def test_a_file_goes_as_its_bytes_and_again_where_it_must(client, server, tmp_path, kind):
    (path := tmp_path / "image.png").write_bytes(b"image")
    server.answers(503, {"Retry-After": "0"})
    server.answers_with(200, b"", "image/png")
    with path.open("rb") as file:
        bodies = {
            "path": path,
            "open": file,
            "BytesIO": io.BytesIO(b"image"),
            "bytearray": bytearray(b"image"),
        }
        client.files.replace_image(body=bodies[kind])
    assert server.received.body == b"image"


def test_an_iterator_goes_chunk_by_chunk(client, server):
    server.answers_with(200, b"", "image/png")
    client.files.replace_image(body=iter([b"im", b"", b"age"]))
    assert server.received.body == b"image"
    assert server.received.headers["transfer-encoding"] == "chunked"
    assert "content-length" not in server.received.headers


def test_a_text_is_no_file_since_it_may_be_meant_as_a_path(client):
    with pytest.raises(TypeError, match=r"not str; encode text, and wrap a path in pathlib.Path\(\)"):
        client.files.replace_image(body="image.png")


@pytest.mark.parametrize("body", [io.StringIO("text"), 1, None, ["a"]])
def test_what_is_no_file_is_refused_by_name(client, body):
    with pytest.raises(
        TypeError,
        match="body must be bytes, a pathlib.Path, a file that is open for reading bytes or an iter",
    ):
        client.files.replace_image(body=body)


def test_a_caller_says_what_a_body_is_where_the_document_does_not(client, server):
    server.answers_with(200, b"x", "application/octet-stream")
    client.files.replace(body=b"a,b", content_type="text/csv")
    assert server.received.headers["content-type"] == "text/csv"
    client.files.replace(body=b"")
    assert server.received.headers["content-type"] == "application/octet-stream", "empty, but given"
    client.files.replace()
    assert "content-type" not in server.received.headers
    with pytest.raises(ValueError, match="content-type"):
        client.files.replace(body=b"", content_type="text/csv\r\nX-Evil: 1")


@pytest.mark.parametrize(
    ("method", "arguments", "content"),
    [
        ("limit_files", {"body": 7}, b"7"),
        ("limit_files", {"body": -(10**30)}, b"-1" + b"0" * 30),
        ("limit_files", {}, b""),
        ("scale_files", {"body": 1.5, "content_type": "text/plain"}, b"1.5"),
        ("scale_files", {"body": Decimal("0.10"), "content_type": "text/plain"}, b"0.10"),
        ("scale_files", {"title": "t", "content_type": "application/json"}, b'{"title":"t"}'),
    ],
)
def test_a_number_is_sent_as_plain_text(client, server, method, arguments, content):
    server.answers(204)
    getattr(client.files, method)(**arguments)
    assert server.received.body == content
    media_type = arguments.get("content_type", "text/plain")
    assert server.received.headers.get("content-type") == (media_type if arguments else None)


def test_a_number_that_is_not_finite_is_not_sent(client, server):
    with pytest.raises(ValueError, match="body must be a finite number, not nan"):
        client.files.scale_files(body=float("nan"), content_type="text/plain")


def test_a_range_of_texts_is_text(client, server):
    server.answers_with(200, b"<p>", "text/html")
    assert client.files.replace_page(body="p", content_type="text/markdown") == "<p>"
    assert server.received.headers["content-type"] == "text/markdown"
    client.files.replace_page(body="p")
    assert server.received.headers["content-type"] == "text/plain"


def test_head_and_204_have_no_content_whatever_is_documented(client, server):
    server.answers_with(200, b"", "application/json")
    assert client.files.check() is None
    server.answers(204)
    assert client.files.delete(body=["a"]) is None
    assert server.received.json == ["a"]


def test_xml_comes_as_bytes_and_problems_are_decoded(client, models, package, server):
    server.answers_with(200, b"<report/>", "application/xml; charset=utf-8")
    assert client.files.get_report() == b"<report/>"
    server.answers_with(404, b'{"title": "none"}', "application/problem+json")
    with pytest.raises(package.NotFoundError) as raised:
        client.files.get_report()
    assert raised.value.body == models.Problem(title="none")


def test_response_headers_are_documented(package, client):
    documentation = (Path(package.__file__).parents[1] / "api.md").read_text(encoding="utf-8")
    assert "`X-Pages: int` How many pages it has." in documentation
    assert "`X-Names: list[str]`" in documentation
    assert "`X-About: models." in documentation


def test_an_asterisk_stands_for_any_media_type(client, server):
    server.answers_with(200, b"%PDF", "application/pdf")
    assert client.files.get_page() == b"%PDF"


def test_what_nobody_describes_is_bytes_or_none(client, server):
    server.answers_with(200, b"pong", "text/plain")
    assert client.files.ping() == b"pong"
    assert server.received.headers["accept"] == "*/*"
    server.answers(200, {"pong": 1})
    assert client.files.ping() == b'{"pong": 1}'
    server.answers_with(200, b"", "text/plain")
    assert client.files.ping() is None
    server.answers(204)
    assert client.files.ping() is None


def test_json_by_another_name_is_asked_for_and_sent_by_that_name(client, models, package, server):
    listing = models.Problem(title="t")
    server.answers_with(200, b'{"title": "t"}', "application/vnd.example.v2+json; odata=verbose")
    assert client.files.get_listing() == listing
    accept = server.received.headers["accept"]
    assert accept == "application/vnd.example.v2+json; odata=verbose, application/json;q=0.9"
    for name in ("application/json", "application/vnd.example.v2+json"):
        server.answers_with(200, b'{"title": "t"}', name)
        assert client.files.get_listing() == listing
    server.answers_with(404, b'{"title": "none"}', "application/problem+json")
    with pytest.raises(package.NotFoundError) as raised:
        client.files.get_listing()
    assert raised.value.body == models.Problem(title="none")
    server.answers(200, "text")
    assert client.files.create_listing(title="t") == "text"
    assert server.received.headers["content-type"] == "application/vnd.example.v2+json"


@pytest.mark.parametrize(
    ("method", "content", "media_type", "value"),
    [
        ("replace", b"<html>", "text/html", b"<html>"),
        ("replace", b'{"a": 1}', "application/json", b'{"a": 1}'),
        ("replace_notes", b"\xff\x00", "application/octet-stream", "\ufffd\x00"),
        ("replace_notes", b'{"a": 1}', "application/json", '{"a": 1}'),
        ("create_listing", b"text", "text/plain", "text"),
        ("create_listing", "\u00fc".encode("latin-1"), "text/plain; charset=latin-1", "\u00fc"),
        ("replace_listing", b"text", "text/plain", "text"),
        ("replace_listing", b"%PDF", "application/pdf", b"%PDF"),
    ],
)
def test_another_media_type_is_given_as_what_the_document_allows(
    client, strict, package, server, method, content, media_type, value
):
    server.answers_with(200, content, media_type)
    arguments = {"replace": {"body": b""}, "replace_notes": {"body": ""}, "create_listing": {"title": "t"}}
    assert getattr(client.files, method)(**arguments.get(method, {})) == value
    with pytest.raises(package.APIResponseError) as raised:
        getattr(strict.files, method)(**arguments.get(method, {}))
    assert raised.value.got == media_type
    assert raised.value.raw == content


def test_another_media_type_is_reported(package, server):
    drifts = []
    server.answers_with(200, b"<html>", "text/html")
    with package.TextAndBytes(base_url=server.url, on_drift=drifts.append) as client:
        response = client.with_raw_response(client.files.replace, body=b"")
    assert response.parse() == b"<html>"
    assert [(one.kind, one.pointer, one.expected) for one in response.deviations] == [
        ("wrong_type", "", "application/octet-stream")
    ]
    assert [one.message for one in drifts] == ["Expected a documented media type, got another media type"]


def test_another_media_type_than_that_of_a_model_is_refused(client, package, server):
    server.answers_with(200, b"<html>", "text/html")
    with pytest.raises(package.APIResponseError) as raised:
        client.files.get_listing()
    expected = "application/vnd.example.v2+json; odata=verbose"
    assert (raised.value.expected, raised.value.got) == (expected, "text/html")
    assert raised.value.raw == b"<html>"


def test_no_charset_takes_longer_than_its_text_is_long(client, server):
    server.answers_with(200, b"a-" * 200_000 + b"k", "text/plain; charset=punycode")
    started = time.process_time()
    assert client.files.replace_notes(body="").startswith("a-a-")
    assert time.process_time() - started < 5


def test_a_byte_order_mark_is_no_part_of_json(client, models, server):
    server.answers_with(200, b'\xef\xbb\xbf{"title": "t"}', "application/json")
    assert client.files.get_listing() == models.Problem(title="t")


def test_bytes_can_be_read_while_they_arrive(package, client, server, tmp_path):
    content = bytes(range(256)) * 1000
    server.answers_with(200, content, "image/webp")
    path = tmp_path / "image.webp"
    if hasattr(client, "_run"):

        async def download():
            target = client._target
            async with package.AsyncDownload(target.files.replace_image, body=b"new") as one:
                await one.to_file(path)
            async with package.AsyncDownload(target.files.get_page) as one:
                return [chunk async for chunk in one]

        chunks = client._run(download())
    else:
        with package.Download(client.files.replace_image, body=b"new") as one:
            one.to_file(path)
        with package.Download(client.files.get_page) as one:
            chunks = [*one]
    assert path.read_bytes() == b"".join(chunks) == content
    assert [request.line for request in server.requests] == ["PUT /image", "GET /page"]
    assert server.requests[0].body == b"new"


def test_what_is_downloaded_is_an_error_where_the_call_would_be(package, client, server):
    server.answers(404, {"title": "None."})
    if hasattr(client, "_run"):

        async def download():
            async with package.AsyncDownload(client._target.files.get_report):
                pytest.fail("it was opened")

        with pytest.raises(package.NotFoundError) as caught:
            client._run(download())
    else:
        with pytest.raises(package.NotFoundError) as caught, package.Download(client.files.get_report):
            pytest.fail("it was opened")
    assert caught.value.body.title == "None."
