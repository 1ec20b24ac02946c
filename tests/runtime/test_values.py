"""Values that are sent are what the caller gave, or are refused before anything is sent: pure, no socket."""

from __future__ import annotations

import collections
import datetime as dt
import math
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID

import msgspec
import pytest
from msgspec import UNSET, Struct, UnsetType
from package._runtime import Operation
from package._runtime._content import json_content
from package._runtime._form import form_content
from package._runtime._multipart import multipart_content
from package._runtime._open_object import OpenObject

LIST: Operation[object] = Operation(id="list", method="GET", path="/things", successes={200: object})
MOMENT = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)


class Text(str):
    """A text of somebody else, who shows it in another way."""

    __slots__ = ()

    def __str__(self) -> str:
        return "shown"


class Whole(int):
    """An integer of somebody else."""

    __slots__ = ()


class Real(float):
    """A number of somebody else."""

    __slots__ = ()


class Word(StrEnum):
    A = "a"


class Size(Struct, frozen=True, kw_only=True):
    n: float | UnsetType | None = UNSET
    on: dt.date | UnsetType | None = UNSET
    at: dt.datetime | UnsetType = UNSET
    days: list[dt.date] | UnsetType = UNSET
    by_name: dict[str, dt.date] | UnsetType = msgspec.field(default=UNSET, name="byName")
    either: dt.date | dt.datetime | str | UnsetType = UNSET
    inner: Size | UnsetType = UNSET


class Open(OpenObject):
    on: dt.date
    additional_properties: dict[str, dt.date] = msgspec.field(default={})


NOT_FINITE = [math.nan, math.inf, -math.inf, Decimal("NaN"), Decimal("-Infinity"), Real("inf")]


@pytest.mark.parametrize("value", NOT_FINITE)
@pytest.mark.parametrize(
    ("body", "place"),
    [
        (lambda value: Size(n=value), "n"),
        (lambda value: Size(inner=Size(n=value)), "inner.n"),
        (lambda value: {"a": [None, {"b": value}]}, r"a\[1\]\.b"),
        (lambda value: [1, value], r"body\[1\]"),
        (lambda value: (value,), r"body\[0\]"),
        (lambda value: value, "body"),
        (lambda value: {"null": {"a": value}}, "null.a"),
    ],
)
def test_a_number_that_is_not_finite_is_refused_in_json(body: Any, place: str, value: Any) -> None:
    with pytest.raises(ValueError, match=rf"^{place} must be a finite number, not -?(nan|inf|NaN|Infinity)"):
        json_content(body(value))


@pytest.mark.parametrize("value", NOT_FINITE)
@pytest.mark.parametrize("place", ["query", "headers", "cookies"])
def test_a_number_that_is_not_finite_is_refused_in_parameters(place: Any, value: Any) -> None:
    for given in (value, [1, value]):
        with pytest.raises(ValueError, match=r"^n must be a finite number"):
            LIST.request(**{place: {"n": given}})


@pytest.mark.parametrize("value", NOT_FINITE)
def test_a_number_that_is_not_finite_is_refused_in_paths_and_forms(value: Any) -> None:
    path: Operation[None] = Operation(id="get", method="GET", path="/things/{n}", successes={204: None})
    with pytest.raises(ValueError, match=r"^n must be a finite number"):
        path.request(value)
    for write in (form_content, lambda body: multipart_content("multipart/form-data", body)):
        for body in ({"n": value}, {"n": [value]}, {"n": {"n": value}}):
            with pytest.raises(ValueError, match="must be a finite number"):
                write(body)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (Size(on=MOMENT), "on"),
        (Size(inner=Size(on=MOMENT)), "inner.on"),
        (Size(days=[MOMENT.date(), MOMENT]), r"days\[1\]"),
        (Size(by_name={"a": MOMENT}), "byName.a"),
        ([Size(on=MOMENT)], r"\[0\]\.on"),
        ({"a": (Size(on=MOMENT),)}, r"a\[0\]\.on"),
        (Open(on=MOMENT), "on"),
    ],
)
def test_a_datetime_for_a_date_is_refused_in_json(body: object, place: str) -> None:
    with pytest.raises(ValueError, match=rf"^{place} must be a date, not a datetime"):
        json_content(body)


def test_a_datetime_for_a_date_is_refused_in_parameters() -> None:
    operation: Operation[None] = Operation(
        id="get", method="GET", path="/{day:date}", successes={204: None}, dates=("on", "X-On")
    )
    day = MOMENT.date()
    for arguments in (
        {"query": {"on": MOMENT}},
        {"query": {"on": [day, MOMENT]}},
        {"headers": {"X-On": MOMENT}},
        {"cookies": {"on": MOMENT}},
    ):
        with pytest.raises(ValueError, match=r"(on|X-On) must be a date, not a datetime"):
            operation.request(day, **arguments)
    with pytest.raises(ValueError, match="day must be a date, not a datetime"):
        operation.request(MOMENT)
    sent = operation.request(day, query={"on": [day, None], "at": MOMENT, "no": UNSET})
    assert sent.target == "/2026-01-02?on=2026-01-02&at=2026-01-02T03%3A04%3A05Z"


def test_a_datetime_is_sent_where_it_may_be() -> None:
    body = Size(at=MOMENT, on=MOMENT.date(), either=MOMENT, n=None)
    assert json_content([body, {"any": MOMENT}, "2026-01-02T03:04:05Z", None]) == (
        b'[{"n":null,"on":"2026-01-02","at":"2026-01-02T03:04:05Z","either":"2026-01-02T03:04:05Z"},'
        b'{"any":"2026-01-02T03:04:05Z"},"2026-01-02T03:04:05Z",null]'
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("0.10"), b"0.10"),
        (Decimal("12345678901234567890.123"), b"12345678901234567890.123"),
        (9007199254740993, b"9007199254740993"),
        (2**70, b"1180591620717411303424"),
        (1e22, b"1e22"),
        (Text("x"), b'"x"'),
        (Whole(3), b"3"),
        (Real(1.5), b"1.5"),
        (Word.A, b'"a"'),
        (range(3), b"[0,1,2]"),
        (collections.deque(["a"]), b'["a"]'),
        (collections.UserList([1]), b"[1]"),
        ({"a": 1}.keys(), b'["a"]'),
        (MappingProxyType({"a": Text("b")}), b'{"a":"b"}'),
        (collections.ChainMap({"a": 1}), b'{"a":1}'),
        ({Text("k"): 1}, b'{"k":1}'),
        ([Decimal(1), (range(1),)], b"[1,[[0]]]"),
    ],
)
def test_what_is_a_text_a_number_or_a_list_to_python_is_so_in_json(value: object, written: bytes) -> None:
    assert json_content(value) == written
    assert json_content({"a": value}) == b'{"a":' + written + b"}"


@pytest.mark.parametrize("value", [object(), (item for item in "ab"), 1j, {"a": object()}])
def test_what_has_no_json_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        json_content(value)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (range(2), "n=0&n=1"),
        (collections.deque([1, None, 2]), "n=1&n=2"),
        (collections.UserList(["a"]), "n=a"),
        ({"a": 1}.keys(), "n=a"),
        (Decimal("0.10"), "n=0.10"),
        (Text("x"), "n=x"),
        (UUID(int=1), "n=00000000-0000-0000-0000-000000000001"),
    ],
)
def test_what_is_a_list_or_a_number_to_python_is_so_in_a_query(value: object, written: str) -> None:
    assert LIST.request(query={"n": value}).target == f"/things?{written}"
    assert form_content({"n": [value] if isinstance(value, str) else value})[1] == (
        written if value != collections.deque([1, None, 2]) else "n=1&n=&n=2"
    )


def test_null_in_a_part_of_json_is_null() -> None:
    body = {"plan": None, "note": None, "pic": b"PNG"}
    types = {"plan": "application/json", "pic": "image/png, image/jpeg"}
    _, content = multipart_content("multipart/form-data", body, types)
    assert isinstance(content, bytes)
    assert b"Content-Type: application/json\r\n\r\nnull\r\n" in content
    assert b'name="note"\r\n\r\n\r\n' in content
    assert b"Content-Type: image/png\r\n\r\nPNG" in content


@pytest.mark.parametrize(
    ("name", "kind"), [("a.jpg", "image/jpeg"), ("a.png", "image/png"), ("a.pdf", "image/png")]
)
def test_a_file_has_the_media_type_of_its_name_where_it_may(name: str, kind: str) -> None:
    types = {"pic": "image/png, image/jpeg"}
    _, content = multipart_content("multipart/form-data", {"pic": (name, b"x")}, types)
    assert isinstance(content, bytes)
    assert f"Content-Type: {kind}\r\n".encode() in content


_BYTES = [b"", b"t", b"te", b"tex", b"text", bytearray(b"text"), memoryview(b"text")]


@pytest.mark.parametrize("value", _BYTES, ids=lambda value: f"{type(value).__name__} {len(value)}")
def test_bytes_are_not_sent_as_base64_wherever_they_are(value: Any) -> None:
    class Note(Struct):
        text: Any

    for body, place in (
        (Note(text=value), "text"),
        (Note(text={"a": [1, {"b": value}]}), r"text\.a\[1\]\.b"),
        ({"a": Note(text="abcd"), "b": value}, "b"),
        ([Note(text=value)], r"body\[0\]\.text"),
        (value, "body"),
    ):
        with pytest.raises(
            TypeError, match=f"{place} must be a str, not bytes; decode text, and encode base64"
        ):
            json_content(body)


def test_texts_that_look_like_base64_are_sent() -> None:
    for text in ("", "text", "dGV4dA==", "a" * 4_000_000):
        assert json_content({text[:9]: [text]}) == f'{{"{text[:9]}":["{text}"]}}'.encode()
