import asyncio
from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from uuid import UUID

import pytest

from tests.conftest import serving
from tests.scripted import Script

NEXT = "7c1f0b52-9d3e-4a86-b1c4-5e8a20d97f36"


@pytest.fixture
def server():
    with serving(Script()) as server:
        yield server


def charges(*ids, more=False):
    return {"object": "list", "data": [{"id": one} for one in ids], "has_more": more}


def test_a_cursor(client, models, server):
    first, second = (UUID(int=number) for number in (1, 2))
    server.sends(
        {"items": [{"id": str(first)}], "next_cursor": NEXT}, {"items": [{"id": str(second)}], "next_cursor": None}
    )
    page = client.clusters.list(limit=1, state="a&b")
    assert page.items == page.body.items == [models.Cluster(id=first)]
    assert page.body.next_cursor == UUID(NEXT)
    assert page.has_next_page()
    assert list(page) == [models.Cluster(id=first), models.Cluster(id=second)]
    assert server.lines == [
        "GET /clusters?limit=1&state=a%26b",
        f"GET /clusters?limit=1&state=a%26b&cursor={NEXT}",
    ]


@pytest.mark.parametrize("cursor", [None, "UNSET"])
def test_no_cursor_is_not_sent(client, package, server, cursor):
    server.sends({"items": []})
    page = client.clusters.list(cursor=package.UNSET if cursor else None)
    assert server.lines == ["GET /clusters"]
    assert page.next_page() is None
    server.sends({"result": {"points": []}})
    client.points.scroll(marker=package.UNSET if cursor else None)
    assert server.received.body == b""


def test_the_last_item(client, server):
    server.sends(charges("a", "b", more=True), charges("c&d"))
    assert [charge.id for charge in client.charges.list()] == ["a", "b", "c&d"]
    assert server.lines == ["GET /charges", "GET /charges?starting_after=b"]


def test_an_offset(client, server):
    server.sends({"tags": ["a", "b"], "total": 3}, {"tags": ["c"], "total": 3})
    assert list(client.tags.list()) == ["a", "b", "c"]
    assert server.lines == ["GET /tags", "GET /tags?offset=2"]
    server.sends({"tags": None})
    assert client.tags.list().items == []


def test_numbers_of_pages(client, server):
    server.sends([{"name": "a"}], [{"name": "b"}], [])
    assert [repo.name for repo in client.repos.list(per_page=1)] == ["a", "b"]
    assert server.lines[1:] == ["GET /repos?per_page=1&page=2", "GET /repos?per_page=1&page=3"]


def test_the_number_of_the_next_page(client, server):
    def page(number, following):
        return {"servers": [{"id": number}], "meta": {"pagination": {"page": number, "next_page": following}}}

    server.sends(page(1, 2), page(2, 5), page(5, None))
    assert [one.id for one in client.servers.list()] == [1, 2, 5]
    assert server.lines == ["GET /servers", "GET /servers?page=2", "GET /servers?page=5"]


def test_links(client, server):
    links = iter([{"Link": '</repositories/7/stars?page=2>; rel="next"'}, {"link": '<x>; rel="prev"'}])
    server.sends((["ann"], next(links)), (["bob"], next(links)))
    page = client.repos.list_stars("x/y", per_page=1)
    assert page.headers["link"] == '</repositories/7/stars?page=2>; rel="next"'
    assert list(page) == ["ann", "bob"]
    assert server.lines == ["GET /repos/x%2Fy/stars?per_page=1", "GET /repositories/7/stars?page=2"]


def test_urls(client, server):
    server.sends(
        {"items": [{"title": "a"}], "next": "https://api.example.com/v1/songs?offset=1&limit=1"},
        {"items": [{"title": "b"}], "next": f"{server.url}/songs?offset=2"},
        {"items": [{"title": "c"}], "next": None, "class": "last"},
    )
    assert [song.title for song in client.songs.list(limit=1)] == ["a", "b", "c"]
    assert server.lines[1:] == ["GET /songs?offset=1&limit=1", "GET /songs?offset=2"]


def test_a_url_of_another_server_is_refused(client, package, server):
    server.sends({"items": [], "next": "https://elsewhere.example.com/v1/songs"})
    page = client.songs.list()
    with pytest.raises(package.APIResponseError, match=r"the URL of the next page is not below http://127"):
        page.next_page()
    assert len(server.requests) == 1


def test_a_cursor_in_the_body_of_a_request(client, server):
    server.sends(
        {"status": "ok", "result": {"points": [{"id": 1}], "next-marker": "m"}}, {"result": {"points": [{"id": 2}]}}
    )
    page = client.points.scroll(filter={"city": "Bonn"}, limit=1)
    assert page.body.status == "ok"
    assert [point.id for point in page] == [1, 2]
    assert [request.json for request in server.requests] == [
        {"filter": {"city": "Bonn"}, "limit": 1},
        {"filter": {"city": "Bonn"}, "limit": 1, "marker": "m"},
    ]


def test_an_offset_in_the_body_of_a_request(client, server):
    server.sends([{"id": 1}, {"id": 2}], [{"id": 3}], [])
    assert [point.id for point in client.points.filter(offset=7)] == [1, 2, 3]
    assert [request.json for request in server.requests] == [{"offset": 7}, {"offset": 9}, {"offset": 10}]


def test_items_that_are_unions(client, models, package, server):
    pets = [{"kind": "cat", "id": 1}, {"kind": "newt", "id": 2}]
    server.sends({"data": pets, "cursors": {"after": "a"}}, {"data": [{"kind": "dog", "id": 3}]})
    assert list(client.pets.list(page_size=2)) == [
        models.Cat(kind=models.CatKind.CAT, id=1),
        package.Unknown(pets[1]),
        models.Dog(kind=models.DogKind.DOG, id=3),
    ]
    assert server.lines[1] == "GET /pets?page%5Bsize%5D=2&page%5Bafter%5D=a"


def test_lists_that_are_no_pages(client, server):
    server.sends(["red"], ["blue"])
    assert client.colours.list() == ["red"]
    assert client.colours.list_old_colours(page=1) == ["blue"]


def test_pages_one_by_one(client, server):
    server.sends(charges("a", more=True), charges(more=True), charges("b"))
    page = client.charges.list()
    assert page.next_page().next_page() is None
    assert len(server.requests) == 2


def test_raw_responses(client, server):
    server.sends(charges("a", more=True), charges("b"))
    raw = client.with_raw_response(_method(client).charges.list, limit=1)
    assert raw.status_code == 200
    assert [item.id for item in raw.parse().items] == ["a"]


def _method(client):
    return getattr(client, "_target", client)


def test_the_async_client_without_a_word(package, server):
    """``async for`` over the call, over a page, and over pages; ``await`` for the first page."""

    async def run():
        async with package.AsyncPages(base_url=server.url) as client:
            server.sends(charges("a", more=True), charges("b"))
            assert [charge.id async for charge in client.charges.list()] == ["a", "b"]
            server.sends(charges("a", more=True), charges("b"))
            page = await client.charges.list()
            assert [charge.id async for charge in page] == ["a", "b"]
            server.sends(charges("a", more=True), charges("b"))
            pages = [page async for page in client.charges.list().pages()]
            assert [len(page.items) for page in pages] == [1, 1]
            assert await pages[1].next_page() is None
            server.sends(charges("a"), charges("b"))
            both = await asyncio.gather(client.charges.list(), client.charges.list())
            assert {page.items[0].id for page in both} == {"a", "b"}
            assert repr(client.charges.list()) == "<AsyncPager of listCharges, not awaited>"

    asyncio.run(run())


def test_a_forgotten_await_says_what_to_write(package, server):
    client = package.AsyncPages(base_url=server.url)
    call = client.charges.list()
    with pytest.raises(AttributeError, match="has no 'items': await the call to get its first page"):
        call.items  # noqa: B018 - reading is the test
    with pytest.raises(TypeError, match="is not iterable: use `async for`"):
        list(call)
    assert not hasattr(call, "__deepcopy__")
    assert server.requests == []


def test_the_sync_client_stops_where_the_caller_does(package, server):
    with package.Pages(base_url=server.url) as client:
        server.sends(charges("a", "b", more=True), charges("c"))
        assert [charge.id for charge in islice(client.charges.list(), 2)] == ["a", "b"]
        assert len(server.requests) == 1
        assert [[charge.id for charge in page.items] for page in client.charges.list().pages()] == [["c"]]


def test_the_fake_refuses_pages_that_lead_nowhere(package, models):
    fake = import_module(f"{package.__name__}.testing").FakePages()
    with pytest.raises(ValueError, match=r"charges\.list\.pages\(\): the last item of page 1 needs 'id'"):
        fake.charges.list.pages([], [models.Charge(id="a")])
    fake.charges.list.pages([models.Charge(id="a")], [models.Charge(id="b")])
    assert [charge.id for charge in fake.client().charges.list()] == ["a", "b"]


def test_the_fake_refuses_a_message_that_the_document_has_no_place_for(package):
    fake = import_module(f"{package.__name__}.testing").FakePages()
    with pytest.raises(TypeError, match=r"charges\.list\.raises\(\): .* where an error has its message"):
        fake.charges.list.raises(package.NotFoundError, message="No.")
    fake.charges.list.raises(package.NotFoundError)
    with pytest.raises(package.NotFoundError):
        fake.client().charges.list()
