"""Parameters read back: the examples of the standard's table of styles (OpenAPI 3.1.1, 4.8.12.4)."""

from __future__ import annotations

from typing import Any

import pytest

from corpus import bodies
from corpus.comparison import defined, matches
from corpus.styles import Unreadable, from_cookies, from_header, from_pairs, from_path

ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}


def parameter(location: str, **settings: Any) -> dict[str, Any]:
    return {"name": "color", "in": location, **settings}


def pairs(text: str) -> list[tuple[str, str]]:
    return [pair.partition("=")[::2] for pair in text.split("&")]


QUERY = [
    ("form", False, "blue", "color=blue"),
    ("form", True, ARRAY, "color=blue&color=black&color=brown"),
    ("form", False, ARRAY, "color=blue,black,brown"),
    ("form", False, OBJECT, "color=R,100,G,200,B,150"),
    ("form", True, OBJECT, "R=100&G=200&B=150"),
    ("spaceDelimited", False, ARRAY, "color=blue%20black%20brown"),
    ("pipeDelimited", False, ARRAY, "color=blue%7Cblack%7Cbrown"),
    ("pipeDelimited", False, ARRAY, "color=blue|black|brown"),
    ("deepObject", True, OBJECT, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    ("deepObject", True, OBJECT, "color[R]=100&color[G]=200&color[B]=150"),
    ("deepObject", True, {"a": {"b": ["x", "y"]}}, "color[a][b][]=x&color[a][b][]=y"),
    ("deepObject", True, {"a": {"b": ["x", "y"]}}, "color[a][b][0]=x&color[a][b][1]=y"),
]


@pytest.mark.parametrize(("style", "explode", "meant", "text"), QUERY)
def test_a_query_parameter_is_read(style: str, explode: bool, meant: Any, text: str) -> None:
    rest = [("before", "1"), *pairs(text), ("after", "2")]
    assert matches(from_pairs(rest, parameter("query", style=style, explode=explode), meant), meant)
    assert rest == [("before", "1"), ("after", "2")]


def test_a_property_is_distinguished_from_a_parameter_of_its_name() -> None:
    rest = pairs("R=7&R=100&G=200&B=150")
    assert matches(from_pairs(rest, parameter("query", explode=True), OBJECT), OBJECT)
    assert rest == [("R", "7")]
    assert from_pairs(rest, {**parameter("query"), "name": "R"}, 7) == "7"
    with pytest.raises(Unreadable):
        from_pairs(pairs("R=7&R=8"), {**parameter("query"), "name": "R"}, 9)


def test_null_is_undefined_within_a_parameter() -> None:
    assert defined({"a": None, "b": [None, 1]}) == {"b": [1]}
    assert matches('{"a": null, "b": 1}', {"b": 1})
    assert not matches('{"b": 1}', {"a": None, "b": 1})


WRONG = [
    ("form", True, ARRAY, "color=blue,black,brown"),
    ("form", False, ARRAY, "color=blue&color=black&color=brown"),
    ("form", False, ARRAY, "color=blue|black|brown"),
    ("form", True, OBJECT, "color=R,100,G,200,B,150"),
    ("form", True, OBJECT, "R=100&G=150&B=200"),
    ("pipeDelimited", False, ARRAY, "color=blue,black,brown"),
    ("deepObject", True, OBJECT, "R=100&G=200&B=150"),
    ("form", True, "blue", "colour=blue"),
    ("form", True, True, "color=True"),
    ("form", True, 1, "color=2"),
]


@pytest.mark.parametrize(("style", "explode", "meant", "text"), WRONG)
def test_another_style_or_value_is_not_taken_for_it(style: str, explode: bool, meant: Any, text: str) -> None:
    try:
        read = from_pairs(pairs(text), parameter("query", style=style, explode=explode), meant)
    except Unreadable:
        return
    assert not matches(read, meant)


PATH = [
    ("simple", False, "blue", "blue"),
    ("simple", False, "a/b", "a%2Fb"),
    ("simple", False, ARRAY, "blue,black,brown"),
    ("simple", True, ARRAY, "blue,black,brown"),
    ("simple", False, OBJECT, "R,100,G,200,B,150"),
    ("simple", True, OBJECT, "R=100,G=200,B=150"),
    ("label", False, "blue", ".blue"),
    ("label", False, ARRAY, ".blue,black,brown"),
    ("label", True, ARRAY, ".blue.black.brown"),
    ("label", False, OBJECT, ".R,100,G,200,B,150"),
    ("label", True, OBJECT, ".R=100.G=200.B=150"),
    ("matrix", False, "blue", ";color=blue"),
    ("matrix", False, ARRAY, ";color=blue,black,brown"),
    ("matrix", True, ARRAY, ";color=blue;color=black;color=brown"),
    ("matrix", False, OBJECT, ";color=R,100,G,200,B,150"),
    ("matrix", True, OBJECT, ";R=100;G=200;B=150"),
]


@pytest.mark.parametrize(("style", "explode", "meant", "text"), PATH)
def test_a_path_parameter_is_read(style: str, explode: bool, meant: Any, text: str) -> None:
    assert matches(from_path(text, parameter("path", style=style, explode=explode), meant), meant)


def test_headers_and_cookies_are_read() -> None:
    assert matches(from_header("blue, black,brown", parameter("header"), ARRAY), ARRAY)
    assert matches(from_header("R=100,G=200,B=150", parameter("header", explode=True), OBJECT), OBJECT)
    assert matches(from_cookies("a=b; color=blue", parameter("cookie"), "blue"), "blue")
    with pytest.raises(Unreadable):
        from_cookies("a=b", parameter("cookie"), "blue")


def test_what_is_described_by_content_is_read_as_that() -> None:
    as_json = parameter("query", content={"application/json": {}})
    assert matches(from_pairs(pairs("color=%7B%22a%22%3A1%7D"), as_json, {"a": 1}), {"a": 1})


@pytest.mark.parametrize(
    ("text", "meant", "is_right"),
    [
        ("a=1&b=x+y", {"a": 1, "b": "x y"}, True),
        ("a=1", {"a": 1, "b": "x"}, False),
        ("a=1&b=2", {"a": 1}, False),
        ("tags=a&tags=b", {"tags": ["a", "b"]}, True),
        ("one%5Btwo%5D=3", {"one": {"two": 3}}, True),
        ("one=%7B%22two%22%3A3%7D", {"one": {"two": 3}}, True),
    ],
)
def test_a_form_is_read(text: str, meant: Any, is_right: bool) -> None:
    told = bodies.complaints(text.encode(), bodies.FORM, bodies.FORM, {}, meant)
    assert (told == []) is is_right


def test_a_form_of_parts_is_read() -> None:
    content = (
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n'
        b"Content-Type: application/octet-stream\r\n\r\n\x00\r\nbytes\r\n"
        b'--x\r\nContent-Disposition: form-data; name="tags"\r\n\r\na\r\n'
        b'--x\r\nContent-Disposition: form-data; name="tags"\r\n\r\nb\r\n--x--\r\n'
    )
    sent_type = "multipart/form-data; boundary=x"

    def told(meant: Any) -> list[str]:
        return bodies.complaints(content, sent_type, bodies.MULTIPART, {}, meant)

    assert told({"file": "\x00\r\nbytes", "tags": ["a", "b"]}) == []
    assert told({"file": "\x00\r\nbytes", "tags": ["a", "c"]}) != []
    assert told({"file": "\x00\r\nbytes"}) != []
    assert told({"file": "\x00\r\nbytes", "tags": ["a", "b"], "more": 1}) != []


@pytest.mark.parametrize(
    ("content", "sent_type", "meant", "is_right"),
    [
        (b'{"a": 1.0}', "application/json", {"a": 1}, True),
        (b'{"a": true}', "application/json", {"a": 1}, False),
        (b'{"at": "2026-01-01T00:00:00+00:00"}', "application/json", {"at": "2026-01-01T00:00:00Z"}, True),
        (b'{"a": 1}', "text/plain", {"a": 1}, False),
    ],
)
def test_json_is_compared_by_what_it_means(
    content: bytes, sent_type: str, meant: Any, is_right: bool
) -> None:
    assert (bodies.complaints(content, sent_type, "application/json", {}, meant) == []) is is_right
