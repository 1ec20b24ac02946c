import io
import json
import typing
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.policy import HTTP

import pytest


def parts(server):
    """The parts as a mail reader sees them: name, file name, media type, content."""
    head = f"Content-Type: {server.received.headers['content-type']}\r\n\r\n".encode()
    message = message_from_bytes(head + server.received.body, policy=HTTP)
    assert message.is_multipart()
    assert not message.defects
    return [
        (
            part.get_param("name", header="content-disposition"),
            part.get_filename(),
            part["content-type"] and part.get_content_type(),
            part.get_payload(decode=True),
        )
        for part in message.iter_parts()
    ]


def test_a_file_is_its_bytes(client, server):
    content = bytes(range(256)) + b"\r\n--x--\r\n"
    client.uploads.create(file=content)
    assert parts(server) == [("file", "file", "application/octet-stream", content)]


def test_a_file_is_open(client, server):
    file = io.BytesIO(b"content")
    client.uploads.create(file=file)
    assert parts(server) == [("file", "file", "application/octet-stream", b"content")]


def test_a_file_is_at_a_path_and_has_its_name(client, server, tmp_path):
    path = tmp_path / "notes.bin"
    path.write_bytes(b"content")
    client.uploads.create(file=path)
    assert parts(server) == [("file", "notes.bin", "application/octet-stream", b"content")]
    with path.open("rb") as file:
        client.uploads.create(file=file)
    assert parts(server)[0][1] == "notes.bin"


def test_a_plain_string_called_file_may_be_one(client, server, tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"1,2")
    client.uploads.replace(csv_file=path, profile="p")
    assert parts(server) == [("csv_file", "a.csv", "text/csv", b"1,2"), ("profile", None, None, b"p")]
    client.uploads.replace(csv_file="1,2")
    assert parts(server) == [("csv_file", None, None, b"1,2")]


def test_a_file_is_an_iterator_and_may_have_a_name(client, server):
    client.uploads.create(file=iter([b"con", b"tent"]), more=[("b.txt", iter([b"b"])), b"c"])
    assert server.received.headers["transfer-encoding"] == "chunked"
    assert parts(server) == [
        ("file", "file", "application/octet-stream", b"content"),
        ("more", "b.txt", "text/plain", b"b"),
        ("more", "more", "application/octet-stream", b"c"),
    ]


def test_files_are_read_while_they_are_sent(client, server, tmp_path):
    (path := tmp_path / "a.txt").write_bytes(content := bytes(2**20))
    client.uploads.create(file=path, more=[io.BytesIO(b"b")])
    assert [content for *_, content in parts(server)] == [content, b"b"]
    assert server.received.headers["content-length"] == str(len(server.received.body))
    with pytest.raises(FileNotFoundError):
        client.uploads.create(file=tmp_path / "missing")
    assert len(server.requests) == 1


def test_a_file_has_the_name_and_the_type_that_it_is_given(client, server):
    client.uploads.create(file=("a.bin", b"a"), picture=("b.png", b"b", "image/webp"))
    assert parts(server) == [
        ("file", "a.bin", "application/octet-stream", b"a"),
        ("picture", "b.png", "image/webp", b"b"),
    ]


def test_a_file_has_the_headers_that_the_document_lets_it_have(client, server):
    client.uploads.create(file=b"", picture=("b.png", b"b", "image/png", {"X-Rotation": "90"}))
    assert b"\r\nX-Rotation: 90\r\n\r\nb\r\n" in server.received.body


def test_a_part_has_the_type_that_the_document_gives_it(client, server):
    client.uploads.create(file=b"", picture=("b.png", b"b"), raw=b"c")
    assert [(name, kind) for name, _, kind, _ in parts(server)] == [
        ("file", "application/octet-stream"),
        ("picture", "image/png"),
        ("raw", "application/pdf"),
    ]


def test_a_part_never_has_a_range_for_its_type(client, server):
    client.uploads.create(file=b"", picture=b"b")
    assert "*" not in server.received.body.decode()


def test_the_other_parts(client, models, server):
    client.uploads.create(
        file=b"a", more=[b"b", ("c.txt", b"c")], title="ü", size=3, about=models.About(author="x")
    )
    rest = {name: (kind, content) for name, _, kind, content in parts(server) if name not in {"file", "more"}}
    assert [one[1:2] + one[3:] for one in parts(server) if one[0] == "more"] == [
        ("more", b"b"),
        ("c.txt", b"c"),
    ]
    assert rest["title"] == (None, "ü".encode())
    assert rest["size"] == (None, b"3")
    assert rest["about"][0] == "application/json"
    assert json.loads(rest["about"][1]) == {"author": "x"}


def test_a_name_cannot_end_its_header(client, server):
    client.uploads.create(file=('a"\r\nX-Evil: 1', b"a"))
    ((name, filename, _, content),) = parts(server)
    assert (name, content) == ("file", b"a")
    assert "\n" not in filename
    assert b"\r\nX-Evil" not in server.received.body
    with pytest.raises(ValueError, match="file"):
        client.uploads.create(file=("a", b"a", "text/plain\r\nX-Evil: 1"))


def test_an_optional_body_without_parts_is_not_sent(client, server):
    client.uploads.replace()
    assert server.received.body == b""
    assert "content-type" not in server.received.headers
    client.uploads.replace(note="")
    assert parts(server) == [("note", None, None, b"")]


def test_annotations_can_be_read_at_run_time(package, client):
    from importlib import import_module

    uploads = import_module(f"{package.__name__}.resources.uploads")
    hints = typing.get_type_hints(uploads.Uploads.replace)
    assert bytes in typing.get_args(hints["file"])
    assert {bytes, str} <= {*typing.get_args(hints["csv_file"])}
    assert bytes not in typing.get_args(hints["profile"])


def test_a_boundary_in_the_document_is_none_of_the_bodys(client, server):
    client.uploads.replace(note="a")
    assert server.received.headers["content-type"].count("boundary=") == 1
    assert parts(server) == [("note", None, None, b"a")]


@pytest.mark.parametrize(
    "arguments",
    [{"file": "a.png"}, {"file": b"", "picture": "a.png"}, {"file": b"", "more": [b"", "a.png"]}],
)
def test_a_text_is_no_file_since_it_may_be_meant_as_a_path(client, arguments):
    with pytest.raises(TypeError, match=r"(file|picture|more) must be bytes.*, not str; .* pathlib.Path"):
        client.uploads.create(**arguments)


def test_a_tuple_of_texts_or_of_files_is_a_list(client, server):
    client.uploads.replace(names=("a", "b"))
    assert [part[3] for part in parts(server)] == [b"a", b"b"]
    client.uploads.create(file=b"x", more=(b"1", io.BytesIO(b"2")))
    assert [part[3] for part in parts(server)] == [b"x", b"1", b"2"]
    client.uploads.create(file=b"x", more=(io.BytesIO(b"1"),))
    assert [part[3] for part in parts(server)] == [b"x", b"1"]
    client.uploads.create(file=b"x", more=(("a.txt", b"1"), ("b.txt", b"2")))
    assert [part[1] for part in parts(server)] == ["file", "a.txt", "b.txt"]


def test_a_part_is_none_only_where_null_is_allowed(client, server):
    client.uploads.replace(remark=None)
    assert parts(server) == [("remark", None, None, b"")]
    for name in ("note", "names", "file"):
        with pytest.raises(TypeError, match=f"^{name} must not be None$"):
            client.uploads.replace(**{name: None})


def test_a_moment_is_no_date(client, server):
    client.uploads.replace(day=date(2026, 3, 1), days=[date(2026, 3, 2)])
    assert [part[3] for part in parts(server)] == [b"2026-03-01", b"2026-03-02"]
    moment = datetime(2026, 3, 1, 5, tzinfo=UTC)
    with pytest.raises(ValueError, match="day must be a date"):
        client.uploads.replace(day=moment)
    with pytest.raises(ValueError, match="days must be a date"):
        client.uploads.replace(days=[moment])
