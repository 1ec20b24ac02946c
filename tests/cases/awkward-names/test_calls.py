THING = {
    "class": "c",
    "@id": "i",
    "we-ird": 1,
    "2nd": 2,
    "print": "p",
    "str": "s",
    "list": ["l"],
    "datetime": "2026-03-01T00:00:00Z",
    "UUID": "0e5d6b7a-41c2-4f09-9a63-d7b81c2e94f5",
    "UNSET": "u",
    "field": "f",
    "orgID": "o",
    "HTTPSPort": 443,
    "größe": 1.5,
    "": "empty",
    "__proto__": "x",
}


def test_the_wire_keeps_its_names(client, models, server):
    from msgspec import convert

    server.answers(200, THING)
    thing = convert(THING, models.List)
    answer = client.import_.replace_thing("a", "b", body=thing)
    assert server.received.json == THING
    assert answer == thing
