import pytest
from msgspec import UNSET


def test_null_is_sent_and_absent_is_not(client, server):
    server.answers(200, {"text": "a", "author": None, "place": None})
    client.notes.replace(text="a", author=None, place=None)
    assert server.received.json == {"text": "a", "author": None, "place": None}
    client.notes.replace(text="a", author=None, place=None, label=None, tags=["x", None])
    assert server.received.json == {
        "text": "a",
        "author": None,
        "place": None,
        "label": None,
        "tags": ["x", None],
    }


def test_null_and_absent_are_distinguished_in_responses(client, models, server):
    server.answers(200, {"text": "a", "author": None, "label": None, "place": {"city": "Oslo"}, "tags": None})
    note = client.notes.replace(text="a", author="b", place=models.Place(city="Oslo"))
    assert note == models.Note(
        text="a", author=None, title=UNSET, label=None, place=models.Place(city="Oslo"), tags=None
    )
    assert note.title is UNSET


def test_none_is_refused_where_null_is_not_allowed(client, models, server):
    server.answers(200, {"text": "a", "author": None, "place": None})
    with pytest.raises(TypeError, match=r"^text must not be None$"):
        client.notes.replace(text=None, author=None, place=None)
    with pytest.raises(TypeError, match=r"^title must not be None; omit it instead$"):
        client.notes.replace(text="a", author=None, place=None, title=None)
    assert not server.requests


@pytest.mark.parametrize(
    ("answer", "where"),
    [
        ({"text": None, "author": None, "place": None}, r"\$\.text"),
        ({"text": "a", "place": None}, "author"),
        ({"text": "a", "author": None, "place": None, "title": None}, r"\$\.title"),
    ],
)
def test_an_error_names_the_place_that_contradicts_the_document(strict, package, server, answer, where):
    server.answers(200, answer)
    with pytest.raises(package.APIResponseError, match=where):
        strict.notes.replace(text="a", author=None, place=None)
