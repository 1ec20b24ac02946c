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


def test_nullable_counts_beside_a_reference(strict, models, server):
    answer = {"text": "a", "author": None, "place": None, "origin": None}
    server.answers(200, answer)
    note = strict.notes.replace(text="a", author=None, place=None, origin=None)
    assert (server.received.json, note.origin) == (answer, None)
    server.answers(200, answer | {"origin": {"city": "Oslo"}})
    assert strict.notes.replace(text="a", author=None, place=None).origin == models.Place(city="Oslo")
