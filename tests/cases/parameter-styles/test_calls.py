"""The values and what becomes of them are those of the table in OpenAPI 3.1.1, section 4.8.12.4."""

import json
from datetime import UTC, datetime
from http.cookies import SimpleCookie
from urllib.parse import parse_qsl, unquote, urlsplit
from uuid import UUID

import pytest

NAMES = ["blue", "black", "brown"]


def query(server):
    return urlsplit(server.received.line.partition(" ")[2]).query


def path(server):
    return server.received.line.partition(" ")[2]


@pytest.fixture
def colour(models):
    return models.Colour(r=100, g=200, b=150)


@pytest.fixture
def search(models, colour):
    return models.Filter(text="a&b=ü", colour=colour, tags=["x", "y,z"])


def test_lists_in_a_query(client, server):
    client.colours.list(form=NAMES, joined=NAMES, spaced=[1, 2], piped=NAMES)
    assert query(server) == (
        "form=blue&form=black&form=brown&joined=blue,black,brown&spaced=1%202&piped=blue%7Cblack%7Cbrown"
    )


def test_an_item_is_distinguished_from_separators(client, server):
    client.colours.list(joined=["a,b", "c"])
    assert query(server) == "joined=a%2Cb,c"


def test_a_list_without_items_is_not_sent(client, server):
    client.colours.list(form=[], joined=[], spaced=[], piped=[])
    assert path(server) == "/colours"


def test_objects_in_a_query(client, server, colour):
    client.colours.list(open=colour)
    assert query(server) == "R=100&G=200&B=150"
    client.colours.list(pairs=colour)
    assert query(server) == "pairs=R,100,G,200,B,150"


def test_deep_objects_are_read_by_their_brackets(client, server, search):
    client.colours.list(deep=search)
    assert "[" not in query(server), "brackets are not allowed in a query (RFC 3986, section 3.4)"
    assert parse_qsl(query(server), strict_parsing=True) == [
        ("deep[text]", "a&b=ü"),
        ("deep[colour][R]", "100"),
        ("deep[colour][G]", "200"),
        ("deep[colour][B]", "150"),
        ("deep[tags][0]", "x"),
        ("deep[tags][1]", "y,z"),
    ]


def test_a_property_that_is_not_set_is_not_sent(client, models, server):
    client.colours.list(deep=models.Filter(text="x"), open=models.Colour(g=1))
    assert query(server) == "G=1&deep%5Btext%5D=x"


def test_reserved_characters_stay_where_the_document_allows_it(client, server):
    client.colours.list(url="https://a.example/b?c=d&e#f")
    assert query(server) == "url=https://a.example/b?c%3Dd%26e%23f"
    assert parse_qsl(query(server)) == [("url", "https://a.example/b?c=d&e#f")]


def test_objects_in_a_list_are_json(client, server, colour):
    client.colours.list(stops=[colour, colour])
    stops = [json.loads(value) for _, value in parse_qsl(query(server))]
    assert stops == [{"R": 100, "G": 200, "B": 150}] * 2


def test_a_parameter_with_content_is_json(client, server, search):
    client.colours.list(where=search)
    ((name, value),) = parse_qsl(query(server))
    assert (name, json.loads(value)) == (
        "where",
        {"text": "a&b=ü", "colour": {"R": 100, "G": 200, "B": 150}, "tags": ["x", "y,z"]},
    )


def test_headers(client, server, colour, search):
    client.colours.list(x_names=NAMES, x_colour=colour, x_pairs=colour, x_where=search)
    headers = server.received.headers
    assert headers["x-names"] == "blue,black,brown"
    assert headers["x-colour"] == "R,100,G,200,B,150"
    assert headers["x-pairs"] == "R=100,G=200,B=150"
    assert json.loads(headers["x-where"])["text"] == "a&b=ü"


def test_cookies(client, server, colour, search):
    client.colours.list(theme="dark", sizes=[1, 2], shade=colour, seen=search)
    cookies = {name: one.value for name, one in SimpleCookie(server.received.headers["cookie"]).items()}
    seen = json.loads(unquote(cookies.pop("seen")))
    assert cookies == {"theme": "dark", "sizes": "1,2", "R": "100", "G": "200", "B": "150"}
    assert seen["text"] == "a&b=ü"
    client.colours.list()
    assert "cookie" not in server.received.headers


def test_a_cookie_cannot_bring_another_one(client, server):
    for value in ("dark; admin=1", "a\r\nX-Evil: 1", "ü"):
        with pytest.raises(ValueError, match="theme"):
            client.colours.list(theme=value)
    assert server.requests == []


def test_null_is_undefined_and_so_not_sent(client, models, server):
    client.shades.list(near=None, names=None, open=None, deep=None, x_near=None, theme=None)
    assert server.received.line == "GET /shades"
    assert "x-near" not in server.received.headers
    assert "cookie" not in server.received.headers
    shade = models.Shade(grey=None, tone="warm")
    client.shades.list(near="red", names=["a", None, "b"], open=shade, deep=shade)
    assert path(server) == "/shades?near=red&names=a&names=b&tone=warm&deep%5Btone%5D=warm"


def test_null_is_a_json_document(client, server):
    client.shades.list(near="red", where=None)
    assert path(server) == "/shades?near=red&where=null"


def test_a_document_has_quotes_only_where_it_is_json(client, server):
    some = UUID("7c1f0b52-9d3e-4a86-b1c4-5e8a20d97f36")
    client.paths.get_document("a b", some, at=datetime(2026, 3, 1, tzinfo=UTC))
    assert path(server) == f"/documents/%22a%20b%22/{some}?at=2026-03-01T00%3A00%3A00Z"


def test_the_name_of_a_cookie_is_one_that_a_cookie_can_have(client, server):
    client.shades.list(near="red", last_seen="today")
    assert server.received.headers["cookie"] == "last%20seen=today"


def test_callers_cannot_set_the_length_of_a_request(client, server):
    client.shades.list(near="red")
    assert "content-length" not in server.received.headers
    with pytest.raises(TypeError, match="content_length"):
        client.shades.list(near="red", content_length=3)


def test_paths_of_style_simple(client, server, colour):
    client.paths.get_simple(NAMES, colour, colour)
    assert path(server) == "/simple/blue,black,brown/R,100,G,200,B,150/R=100,G=200,B=150"


def test_paths_of_style_label(client, server, colour):
    client.paths.get_label("blue", NAMES, NAMES, colour, colour)
    assert path(server) == (
        "/label/.blue.blue,black,brown.blue.black.brown.R,100,G,200,B,150.R=100.G=200.B=150"
    )


def test_paths_of_style_matrix(client, server, colour):
    client.paths.get_matrix("blue", NAMES, NAMES, colour, colour)
    assert path(server) == (
        "/matrix/;one=blue;theNames=blue,black,brown;each=blue;each=black;each=brown"
        ";colour=R,100,G,200,B,150;R=100;G=200;B=150"
    )


@pytest.mark.parametrize("names", [[], [""]])
def test_a_path_does_not_lose_a_segment(client, server, colour, names):
    with pytest.raises(ValueError, match="names"):
        client.paths.get_simple(names, colour, colour)
    assert server.requests == []


def test_parameters_of_one_name_keep_their_own_styles(client, server):
    client.paths.get_nothing("a", id_query=["b", "c"], id_header=["d", "e"])
    assert path(server) == "/nothing/.a?id=b,c"
    assert server.received.headers["id"] == "d,e"


def test_a_path_has_no_null(client, server):
    with pytest.raises(TypeError, match="id"):
        client.paths.get_nothing(None)
    assert (
        "None" not in str(client.paths.get_nothing.__annotations__.get("id", ""))
        if hasattr(client.paths.get_nothing, "__annotations__")
        else True
    )


@pytest.mark.parametrize(
    ("value", "sent", "deep"),
    [
        ({"a": 1, "b": "x"}, "a=1&b=x", "deep[a]=1&deep[b]=x"),
        (["a", "b"], "any=a&any=b", "deep[0]=a&deep[1]=b"),
        ("a", "any=a", "deep=a"),
        (None, "", ""),
    ],
)
def test_a_value_of_any_type_is_written_as_what_it_is(client, server, value, sent, deep):
    client.paints.list(any=value)
    assert query(server) == sent
    client.paints.list(deep=value)
    assert unquote(query(server)) == deep


def test_a_value_of_any_type_in_a_header(client, server):
    client.paints.list(x_any={"a": 1, "b": "x"})
    assert server.received.headers["x-any"] == "a,1,b,x"


def test_a_dict_is_the_object_of_a_union_that_it_fits(client, server):
    client.paints.list(one={"text": "x"})
    assert unquote(query(server)) == "one[text]=x"
    client.paints.list(told={"kind": "Chalk", "dust": 1})
    assert unquote(query(server)) == "told[kind]=Chalk&told[dust]=1"


def test_a_header_or_a_cookie_with_a_list_of_nothing_is_not_sent(client, server):
    client.colours.list(x_names=[])
    assert "x-names" not in server.received.headers
    client.paints.list(sizes=[])
    assert "cookie" not in server.received.headers
