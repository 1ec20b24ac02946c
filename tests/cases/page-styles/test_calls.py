"""Pages in the ways of well-known APIs: recognised where the document shows how they follow each other."""

import asyncio

import pytest

from tests.conftest import serving
from tests.scripted import Script


@pytest.fixture
def server():
    with serving(Script()) as server:
        yield server


@pytest.fixture(params=["sync", "async"])
def collect(request, package, server):
    """The ids of the items of all pages of a method."""

    async def async_ids(resource, method, given):
        async with package.AsyncPageStyles(base_url=server.url) as client:
            items = getattr(getattr(client, resource), method)(**given)
            return [identity(one) async for one in items]

    def collect(resource, method, **given):
        if request.param == "async":
            return asyncio.run(async_ids(resource, method, given))
        with package.PageStyles(base_url=server.url) as client:
            return [identity(one) for one in getattr(getattr(client, resource), method)(**given)]

    return collect


def identity(item):
    return getattr(item, "id", None) or item._id


def rows(*ids):
    return [{"id": one} for one in ids]


def hits(*ids):
    found = [{"_id": one, "sort": [one, 1]} for one in ids]
    return {"took": 1, "hits": {"total": {"value": 3, "relation": "eq"}, "hits": found}}


def listing(after, *ids):
    return {"kind": "Listing", "data": {"after": after, "before": None, "dist": len(ids), "children": rows(*ids)}}


def links(key, relation, **urls):
    return [{relation: one, key: url} for one, url in urls.items()]


IN_QUERIES = {
    "airtable": (
        [{"records": rows("a", "b"), "offset": "itr/1"}, {"records": rows("c")}],
        ["/airtable", "/airtable?offset=itr%2F1"],
    ),
    "reddit": ([listing("t3_b", "a", "b"), listing(None, "c")], ["/reddit", "/reddit?after=t3_b"]),
    "chargebee": (
        [{"list": rows("a", "b"), "next_offset": '["1"]'}, {"list": rows("c")}],
        ["/chargebee", "/chargebee?offset=%5B%221%22%5D"],
    ),
    "token_in_header": (
        [(rows("a", "b"), {"x-next-cursor": "b&c"}), rows("c")],
        ["/token-in-header", "/token-in-header?cursor=b%26c"],
    ),
    "stac": (
        [
            {"type": "F", "features": rows("a", "b"), "links": links("href", "rel", self="/stac", next="/stac?t=2")},
            {"type": "F", "features": rows("c"), "links": links("href", "rel", prev="/stac")},
        ],
        ["/stac", "/stac?t=2"],
    ),
    "fhir": (
        [
            {"entry": rows("a", "b"), "link": links("url", "relation", self="/fhir", next="/fhir?page=2")},
            {"entry": rows("c")},
        ],
        ["/fhir", "/fhir?page=2"],
    ),
}


@pytest.mark.parametrize("method", IN_QUERIES)
def test_the_next_page_is_in_the_query(collect, server, method):
    answers, targets = IN_QUERIES[method]
    server.sends(*answers)
    assert collect("recognised", method) == ["a", "b", "c"]
    assert [one.line for one in server.requests] == [f"GET {target}" for target in targets]


@pytest.mark.parametrize(
    ("resource", "method", "sent", "told"),
    [
        ("recognised", "heroku", "range", "next-range"),
        ("recognised", "cosmos", "x-ms-continuation", "x-ms-continuation"),
        ("declared", "range", "x-from", "x-following"),
    ],
)
def test_the_next_page_is_in_a_header(collect, server, resource, method, sent, told):
    pages = [{"Documents": page} if method == "cosmos" else page for page in (rows("a"), rows("b"), rows("c"))]
    server.sends((pages[0], {told: "id b.."}), (pages[1], {told: "id c.."}), pages[2])
    assert collect(resource, method) == ["a", "b", "c"]
    assert [one.headers[sent] for one in server.requests] == [None, "id b..", "id c.."]


def test_a_header_that_repeats_ends_the_pages(collect, server):
    server.sends((206, rows("a"), {"next-range": "x"}), (206, rows("b"), {"next-range": "x"}))
    assert collect("recognised", "heroku") == ["a", "b"]


def test_elasticsearch_by_from(collect, server):
    server.sends(hits("a", "b"), hits("c"), hits())
    assert collect("recognised", "elastic", size=2) == ["a", "b", "c"]
    assert [one.json for one in server.requests] == [
        {"size": 2},
        {"size": 2, "from": 2},
        {"size": 2, "from": 3},
    ]


def test_elasticsearch_by_the_sort_values_of_the_last_item(collect, server):
    server.sends(hits("a", "b"), hits("c"), hits())
    assert collect("declared", "elastic_after") == ["a", "b", "c"]
    assert [one.json for one in server.requests[1:]] == [{"search_after": ["b", 1]}, {"search_after": ["c", 1]}]


def test_the_oldest_message_leads_to_older_ones(collect, server):
    server.sends(rows("c", "b"), rows("a"), [])
    assert collect("declared", "discord", limit=2) == ["c", "b", "a"]
    assert server.requests[1].line == "GET /discord?limit=2&before=b"


@pytest.mark.parametrize("method", [*IN_QUERIES, "heroku", "cosmos", "elastic"])
def test_the_fake_has_these_pages(package, models, method):
    from importlib import import_module

    fake = import_module(f"{package.__name__}.testing").FakePageStyles()
    expected = getattr(fake.recognised, method)
    expected.pages([], [])
    with fake.client() as client:
        page = getattr(client.recognised, method)()
        assert page.items == []
        following = page.next_page()
        assert following is None or following.items == []
