"""Responses that are not as documented are returned; sync and async, over real sockets."""

from __future__ import annotations

import copy
import datetime as dt
import json
import logging
import pickle
from typing import Any

import msgspec
import pytest
from api import Colour, Example, Owner, Thing
from conftest import TOKEN
from fault_server import Server, raw, reply
from msgspec import UNSET
from package import errors
from package._runtime._content import json_content
from package._runtime._drift import Drift
from package._runtime._reading import leniently

THING = {"id": "a", "size": 1}

BENT: dict[str, tuple[dict[str, Any], Thing, str, str, str]] = {
    "a required field is missing": (
        {"id": "a"},
        Thing(id="a", size=UNSET),
        "missing_field",
        "/size",
        "int",
    ),
    "null where none is allowed": (
        {**THING, "colour": None},
        Thing(id="a", size=1, colour=None),
        "wrong_type",
        "/colour",
        "Colour",
    ),
    "another type": (
        {**THING, "size": "1"},
        Thing(id="a", size="1"),
        "wrong_type",
        "/size",
        "int",
    ),
    "an object for a text": (
        {**THING, "id": {"value": [1, None]}},
        Thing(id={"value": [1, None]}, size=1),
        "wrong_type",
        "/id",
        "str",
    ),
    "an object for a list": (
        {**THING, "parts": {"a/b": 1}},
        Thing(id="a", size=1, parts={"a/b": 1}),
        "wrong_type",
        "/parts",
        "list[Thing]",
    ),
    "a date that Python cannot hold": (
        {**THING, "made": "9999-12-31T23:59:59.9999999Z"},
        Thing(id="a", size=1, made="9999-12-31T23:59:59.9999999Z"),
        "wrong_type",
        "/made",
        "datetime",
    ),
    "a leap second": (
        {**THING, "made": "1990-12-31T23:59:60Z"},
        Thing(id="a", size=1, made="1990-12-31T23:59:60Z"),
        "wrong_type",
        "/made",
        "datetime",
    ),
    "in an item": (
        {**THING, "parts": [THING, {**THING, "size": None}]},
        Thing(id="a", size=1, parts=[Thing(id="a", size=1), Thing(id="a", size=None)]),
        "wrong_type",
        "/parts/1/size",
        "int",
    ),
    "in a map": (
        {**THING, "colours": {"a~b/c": 5, "d": "red"}},
        Thing(id="a", size=1, colours={"a~b/c": 5, "d": Colour.RED}),
        "wrong_type",
        "/colours/a~0b~1c",
        "Colour",
    ),
    "in a member of a union": (
        {**THING, "owner": {"full/name": 5, "name": "Anna"}},
        Thing(id="a", size=1, owner=Owner(name="Anna", full_name=5)),
        "wrong_type",
        "/owner/full~1name",
        "str",
    ),
}


@pytest.mark.parametrize(("body", "thing", "kind", "pointer", "expected"), BENT.values(), ids=BENT)
def test_what_arrives_is_returned(
    call: Any, body: Any, thing: Thing, kind: str, pointer: str, expected: str
) -> None:
    drifts: list[Drift] = []
    with Server(reply(200, body)) as server:
        assert call(server.url, "get", "a", options={"on_drift": drifts.append}) == thing
        with client(server) as example:
            response = example.with_raw_response(example.things.get, "a")
    assert response.parse() == thing
    assert [(one.kind, one.pointer, one.expected) for one in response.deviations] == [
        (kind, pointer, expected)
    ]
    assert [(one.kind, one.where) for one in drifts] == [(kind, response.deviations[0].where)]


@pytest.mark.parametrize(("body", "thing"), [part[:2] for part in BENT.values()], ids=BENT)
def test_what_is_returned_can_be_used_like_any_other(body: Any, thing: Thing) -> None:
    (read, _) = leniently(Thing, body) or (None, ())
    assert json.loads(json_content(read)) == body
    assert read == thing
    for again in (pickle.loads(pickle.dumps(read)), copy.copy(read), copy.deepcopy(read)):
        assert again == read
    assert msgspec.structs.replace(read, id="b").id == "b"
    assert "Thing(" in repr(read)


def test_the_rest_is_typed_as_ever(call: Any) -> None:
    body = {
        "size": 2,
        "colour": "red",
        "weight": 3,
        "made": "2026-01-02T03:04:05Z",
        "owner": {"name": "Anna"},
        "parts": [{**THING, "colour": "blue", "new": 1}],
        "grid": [[1, 2], []],
    }
    with Server(reply(200, body)) as server:
        thing = call(server.url, "get", "a")
    assert thing == Thing(
        id=UNSET,
        size=2,
        colour=Colour.RED,
        weight=3.0,
        made=dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC),
        owner=Owner(name="Anna"),
        parts=[Thing(id="a", size=1, colour=Colour("blue"))],
        grid=[[1, 2], []],
    )
    assert type(thing.weight) is float


def test_a_number_without_a_fraction_is_an_integer(call: Any) -> None:
    for strict in ("strict", "lenient"):
        with Server(reply(200, b'{"id":"a","size":1.0,"grid":[[1e3]]}')) as server:
            thing = call(server.url, "get", "a", options={"decoding": strict})
        assert (thing, type(thing.size)) == (Thing(id="a", size=1, grid=[[1000]]), int)


def test_what_is_as_documented_deviates_nowhere(call: Any) -> None:
    with Server(reply(200, {**THING, "new": 1, "colour": "blue"})) as server, client(server) as example:
        assert example.with_raw_response(example.things.get, "a").deviations == ()


def test_the_log_warns_of_each_place_once(caplog: pytest.LogCaptureFixture) -> None:
    bodies = [{"id": "a"}, {"id": "a"}, {"id": "b", "size": None}, {"id": "a", "size": 1, "parts": [{}, {}]}]
    with Server(*(reply(200, body) for body in bodies)) as server, client(server) as example:
        for _ in bodies:
            example.with_options(timeout=5).things.get("a")
    assert [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING] == [
        "getThing: 200: decoded leniently: $.size: missing_field, expected int",
        "getThing: 200: decoded leniently: $.size: wrong_type, expected int",
        "getThing: 200: decoded leniently: $.parts[*].id: missing_field, expected str",
        "getThing: 200: decoded leniently: $.parts[*].size: missing_field, expected int",
    ]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        *((body, "cannot be decoded") for body in (b"[]", b"null", b'"text"', b"1")),
        *((body, "is not JSON") for body in (b'{"id": 7, "size"', b"<html>", b'{"id": NaN}')),
    ],
)
def test_what_is_of_another_kind_or_no_json_raises(call: Any, body: bytes, text: str) -> None:
    with (
        Server(reply(200, body)) as server,
        pytest.raises(errors.APIResponseError, match=f"200 {text}"),
    ):
        call(server.url, "get", "a")


@pytest.mark.parametrize(
    ("body", "where"), [({"id": "a"}, "$"), ({"id": "a", "size": "1"}, "$.size"), ([], "$")]
)
def test_an_error_of_strict_decoding_has_a_place(call: Any, body: object, where: str) -> None:
    with Server(reply(200, body)) as server, pytest.raises(errors.APIResponseError) as caught:
        call(server.url, "get", "a", options={"decoding": "strict"})
    assert caught.value.where == where


@pytest.mark.parametrize("wrong", ["loose", None, 5])
def test_another_way_of_decoding_is_refused(wrong: Any) -> None:
    with pytest.raises(ValueError, match="decoding must be 'lenient' or 'strict'"):
        Example(token=TOKEN, decoding=wrong)


def test_a_raw_response_is_pickled_with_what_it_decodes_to(call: Any) -> None:
    replies = reply(200, {"id": "a"}), raw("HTTP/1.1 200 OK\nContent-Length: 2", b"[]")
    with Server(*replies) as server, client(server) as example:
        bent, broken = (example.with_raw_response(example.things.get, "a") for _ in range(2))
        again = pickle.loads(pickle.dumps(bent))
        assert (again.parse(), again.deviations) == (Thing(id="a", size=UNSET), bent.deviations)
        assert (again.status_code, again.content, again.headers) == (200, bent.content, bent.headers)
        with pytest.raises(errors.APIResponseError):
            pickle.loads(pickle.dumps(broken)).parse()


def test_a_deep_response_is_read_to_its_end() -> None:
    body: dict[str, Any] = {"id": "a"}
    for _ in range(400):
        body = {**THING, "parts": [body]}
    _, (deviation,) = leniently(Thing, body) or (None, ())
    assert deviation.pointer == "/parts/0" * 400 + "/size"


def client(server: Server) -> Example:
    return Example(base_url=server.url, token=TOKEN)


def test_halves_of_characters_do_not_lose_a_response(call: Any, caplog: pytest.LogCaptureFixture) -> None:
    body = rb'{"id": "cut \ud83d", "size": 1, "note": "\ud83d\ude00 \\ud83d \ude00\u0041"}'
    with Server(reply(200, body)) as server:
        found = call(server.url, "get", "a")
        assert (found.id, found.note) == ("cut \ufffd", "\U0001f600 \\ud83d \ufffdA")
        assert "$: wrong_type, expected text without halves of characters" in caplog.text
        with pytest.raises(errors.APIResponseError, match="is not JSON"):
            call(server.url, "get", "a", options={"decoding": "strict"})
