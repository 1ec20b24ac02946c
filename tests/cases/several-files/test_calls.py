from pathlib import Path

import pytest

AUTHOR = {"name": "Ann", "books": [{"isbn": "1", "title": "A", "author": {"name": "Ann"}}]}


def test_parts_of_other_files_are_sent_and_received(client, models, server):
    server.answers(200, [{"isbn": "1", "title": "A", "format": "paper", "cover": {"color": "red"}}])
    assert client.books.list(limit=1) == [
        models.Book(isbn="1", title="A", format=models.Format.PAPER, cover=models.Cover(color="red"))
    ]
    assert server.received.line == "GET /books?limit=1"
    assert server.received.headers["authorization"] == "Bearer secret"
    server.answers(201, {"isbn": "2", "title": "B"})
    assert client.books.create(isbn="2", title="B") == models.Book(isbn="2", title="B")
    assert server.received.json == {"isbn": "2", "title": "B"}


def test_a_ring_through_two_files_is_one_class_each(client, models, server):
    server.answers(200, AUTHOR)
    author = client.authors.get("Ann")
    assert author == models.Author(
        name="Ann", books=[models.Book(isbn="1", title="A", author=models.Author(name="Ann"))]
    )


def test_a_parameter_of_another_file_is_in_the_path(client, models, server):
    server.answers(200, {"kind": "disc", "minutes": 3})
    assert client.books.replace("1", body=models.Book(isbn="1", title="A")) == models.Disc(
        kind="disc", minutes=3
    )
    assert server.received.line == "PUT /books/1"
    server.answers(200, {"kind": "magazine", "replaces": {"kind": "magazine", "issue": 1}})
    magazine = client.books.replace("1", body=models.Book(isbn="1", title="A"))
    assert magazine.replaces == models.Magazine(kind="magazine", issue=1)


def test_errors_of_one_name_are_distinguished_by_their_files(client, models, package, server):
    server.answers(404, {"code": "missing", "causes": [{"code": "gone"}]})
    with pytest.raises(package.NotFoundError) as missing:
        client.authors.get("Ann")
    assert missing.value.body == models.ErrorsError(code="missing", causes=[models.ErrorsError(code="gone")])
    server.answers(409, {"names": ["Ann", "Anne"]})
    with pytest.raises(package.ConflictError) as several:
        client.authors.get("An")
    assert several.value.body == models.AuthorsError(names=["Ann", "Anne"])


def test_those_with_the_same_content_are_one_class(client, models, server):
    server.answers(200, {"shelves": [{"label": "A", "books": []}], "errors": [{"names": []}]})
    report = client.reports.get()
    assert report.errors == [models.AuthorsError(names=[])]
    assert report.shelves == [models.Shelf(label="A", books=[])]


def test_a_link_leads_to_the_place_in_the_whole_document(package):
    docs = package.SeveralFiles(token="x").books.create.__doc__
    assert "#/paths/~1books~1{isbn}/get" in docs


def test_what_is_received_is_listed(package):
    listed = (Path(package.__file__).parent.parent / "api.md").read_text()
    assert "- `bookAdded` `POST` with `models.Book`" in listed
    assert "callback `sold` `POST {$request.body#/isbn}`" in listed
