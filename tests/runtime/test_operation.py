"""Requests as they are built of arguments: pure, no socket."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from enum import Enum
from io import BytesIO
from typing import Any
from uuid import UUID

import httpx2
import pytest
from msgspec import UNSET, Struct, UnsetType
from package._runtime import Operation
from package._runtime._base_url import url_below
from package._runtime._content import Streamed, json_content
from package._runtime._multipart import multipart_content
from package._runtime._open_enum import OpenEnum, OpenIntEnum
from package._runtime._upload import bytes_content

LIST: Operation[object] = Operation(id="list", method="GET", path="/things", successes={200: object})


class Colour(OpenEnum):
    RED = "red"


class Level(OpenIntEnum):
    LOW = 1


class Plain(Enum):
    """Of somebody else."""

    A = "a b"


class Period(Struct, frozen=True, kw_only=True):
    since: datetime | UnsetType = UNSET
    note: str | UnsetType = UNSET
    within: list[Period] | UnsetType = UNSET


QUERIES: list[tuple[dict[str, object], str]] = [
    ({}, "/things"),
    ({"limit": UNSET}, "/things"),
    ({"limit": 5, "cursor": UNSET}, "/things?limit=5"),
    ({"a": "x y&z=1/\u00e9+"}, "/things?a=x%20y%26z%3D1%2F%C3%A9%2B"),
    ({"sort[by]": "a"}, "/things?sort%5Bby%5D=a"),
    ({"deep": True, "flat": False}, "/things?deep=true&flat=false"),
    ({"ids": ["a", "b"]}, "/things?ids=a&ids=b"),
    ({"ids": []}, "/things"),
    ({"ids": ("a", Colour.RED, 1, 1.5)}, "/things?ids=a&ids=red&ids=1&ids=1.5"),
    (
        {"colour": Colour("new"), "level": Level.LOW, "plain": Plain.A},
        "/things?colour=new&level=1&plain=a%20b",
    ),
    ({"day": date(2026, 1, 2)}, "/things?day=2026-01-02"),
    ({"at": datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)}, "/things?at=2026-01-02T03%3A04%3A05Z"),
    ({"id": UUID(int=1)}, "/things?id=00000000-0000-0000-0000-000000000001"),
    ({"empty": ""}, "/things?empty="),
]


@pytest.mark.parametrize(("query", "target"), QUERIES)
def test_queries(query: dict[str, object], target: str) -> None:
    assert LIST.request(query=query).target == target


NOON = datetime.fromisoformat("2026-01-02T12:00")


@pytest.mark.parametrize(
    "arguments",
    [
        {"query": {"since": NOON}},
        {"query": {"since": [NOON.replace(tzinfo=UTC), NOON]}},
        {"headers": {"since": NOON}},
        {"json": Period(since=NOON)},
        {"json": Period(within=[Period(), Period(since=NOON.replace(microsecond=1))])},
        {"json": {"since": [NOON]}},
    ],
)
def test_times_without_a_zone_are_no_moments(arguments: Any) -> None:
    with pytest.raises(ValueError, match=r"since must have a time zone: 2026-01-02 12:00:00"):
        LIST.request(**arguments)


def test_a_body_that_is_a_time_without_a_zone() -> None:
    with pytest.raises(ValueError, match="the body must have a time zone"):
        LIST.request(json=NOON)


def test_text_that_looks_like_a_time_without_a_zone() -> None:
    body = Period(since=NOON.replace(tzinfo=UTC), note="2026-01-02T12:00:00")
    assert LIST.request(json=body).content == (
        b'{"since":"2026-01-02T12:00:00Z","note":"2026-01-02T12:00:00"}'
    )


@pytest.mark.parametrize("value", [{"a": 1}, b"x", object(), [["a"]], time(1)])
def test_what_has_no_form_in_a_query(value: object) -> None:
    with pytest.raises(TypeError, match="filter cannot be"):
        LIST.request(query={"filter": value})


def test_null_is_not_sent_beside_the_path() -> None:
    given: dict[str, object] = {"filter": None, "colour": ["red", None]}
    request = LIST.request(query=given, headers={"X-A": None}, cookies={"b": None})
    assert request.target.endswith("?colour=red")
    assert dict(request.headers) == {}


PATHS: list[tuple[object, str]] = [
    (7, "7"),
    (True, "true"),
    (1.5, "1.5"),
    (Colour.RED, "red"),
    (Level.LOW, "1"),
    (date(2026, 1, 2), "2026-01-02"),
    (["a", "b/c", "d,e"], "a,b%2Fc,d%2Ce"),
]


@pytest.mark.parametrize(("value", "segment"), PATHS)
def test_paths(value: object, segment: str) -> None:
    operation: Operation[object] = Operation(
        id="get", method="GET", path="/things/{thing}/parts", successes={200: object}
    )
    assert operation.request(value).target == f"/things/{segment}/parts"


def test_a_time_without_a_zone_in_a_path() -> None:
    operation: Operation[object] = Operation(
        id="get", method="GET", path="/days/{since}", successes={200: object}
    )
    with pytest.raises(ValueError, match="since must have a time zone"):
        operation.request(NOON)


@pytest.mark.parametrize("value", [[], [""], ["."], [".."], Plain.A.name * 0])
def test_paths_that_would_vanish(value: object) -> None:
    operation: Operation[object] = Operation(
        id="get", method="GET", path="/things/{thing}", successes={200: object}
    )
    with pytest.raises(ValueError, match="thing must not be"):
        operation.request(value)


def test_values_beside_literal_text() -> None:
    operation: Operation[object] = Operation(
        id="compare", method="GET", path="/things/{one}...{other}.json", successes={200: object}
    )
    assert operation.request("a", "b").target == "/things/a...b.json"


def test_headers() -> None:
    sent = LIST.request(headers={"X-A": ["a", 1], "X-B": UNSET, "X-C": True}).headers
    assert sent == {"X-A": "a,1", "X-C": "true"}


class Change(Struct, frozen=True, kw_only=True):
    name: str | UnsetType = UNSET
    note: str | UnsetType | None = UNSET


@pytest.mark.parametrize(
    ("json", "content"),
    [
        (UNSET, None),
        (None, b"null"),
        (Change(), b"{}"),
        (Change(name="a"), b'{"name":"a"}'),
        (Change(note=None), b'{"note":null}'),
        ([Change(name="a")], b'[{"name":"a"}]'),
    ],
)
def test_bodies(json: object, content: bytes | None) -> None:
    assert LIST.request(json=json).content == content


def test_an_optional_body_without_content_is_left_out() -> None:
    operation: Operation[object] = Operation(
        id="put", method="PUT", path="/", successes={200: object}, optional_body=True
    )
    assert operation.request(json=Change()).content is None
    assert operation.request(json=Change(name="a")).content == b'{"name":"a"}'


def test_a_decoder_is_built_once() -> None:
    assert LIST.decoder(Change) is LIST.decoder(Change)


@pytest.mark.parametrize(("enumeration", "value"), [(Colour, "new"), (Level, 7)])
def test_open_enumerations_keep_what_they_do_not_know(enumeration: Any, value: object) -> None:
    member = enumeration(value)
    assert member == value
    assert member.value == value
    assert isinstance(member, enumeration)
    assert member not in list(enumeration)
    with pytest.raises(ValueError, match="is not a valid"):
        enumeration(1.5)


class Receipt(Struct, frozen=True, kw_only=True):
    read: bool


def test_a_model_with_a_field_called_read_is_no_open_file() -> None:
    assert json_content(Receipt(read=True)) == b'{"read":true}'
    kind, content = multipart_content("multipart/form-data", {"receipt": Receipt(read=True)})
    assert kind.startswith("multipart/form-data")
    assert isinstance(content, bytes)
    assert b'{"read":true}' in content
    kind, content = bytes_content("application/octet-stream", BytesIO(b"x"))
    assert kind == "application/octet-stream"
    assert isinstance(content, Streamed)
    assert [*content] == [b"x"]


ADDRESSES = ["https://h", "https://h/v1", "http://[::1]:80/a%20b", "https://münchen.de:443/ü"]
TARGETS = [
    *("/", "/a/b", "/a%2Fb%3f", "/a?b=c&d=%20", "/a?", "/a??b", "//a", "/a:b@c;d,e=f", "/~a'(b)*!$&+"),
    *("/.", "/..", "/a/../b", "/a/./b", "/a/.b", "/a.b", "/a b", "/ä", "/a?ü= ", "/%", "/%zz", "/a|b[c]{d}"),
    *("/a#b", "/a?b#c", '/"<>`\\^', "/" + "a" * 9000, "/a?" + "%20" * 5000),
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("target", TARGETS)
def test_a_url_is_the_one_that_httpx2_parses(address: str, target: str) -> None:
    url, parsed = url_below(address, target), httpx2.URL(address + target)

    assert (str(url), url.raw_path, url.netloc, url.fragment) == (
        *(str(parsed), parsed.raw_path, parsed.netloc, parsed.fragment),
    )
    assert (url, hash(url)) == (parsed, hash(parsed))


def test_an_encoded_target_is_not_parsed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    url_below("https://h/v1", "/a")
    monkeypatch.setattr(httpx2.URL, "__init__", None)

    assert str(url_below("https://h/v1", "/a%20b?c=d")) == "https://h/v1/a%20b?c=d"


def test_without_the_parts_of_a_url_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("package._runtime._base_url._PARTS", "_other")

    assert str(url_below("https://not-yet-known", "/a?b=c")) == "https://not-yet-known/a?b=c"


@pytest.mark.parametrize("target", ["/" + "a" * 70_000, "/a\n", "/\x00"])
def test_what_cannot_be_a_url_is_none(target: str) -> None:
    with pytest.raises(httpx2.InvalidURL):
        url_below("https://h", target)
