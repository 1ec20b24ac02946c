from importlib import import_module

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


def test_classes_hide_nothing_that_annotations_need(client, models, server):
    sent = {**THING, "typed": {"dict": {"a": "1"}}, "str_of": {"next": [{}]}, "Str_of_another": {"c": "2"}}
    server.answers(200, sent)
    answer = client.import_.replace_thing("a", "b", body=sent)
    assert server.received.json == sent
    assert answer.typed == models.Typed(dict_=models.TypedDictModel(a="1"))
    assert answer.str_of == models.str_(next=[models.str_()])
    assert answer.str_of_another == models.Str(c="2")


def test_the_fake_has_an_argument_called_like_an_attribute_of_every_class(package):
    testing = import_module(f"{package.__name__}.testing")
    with testing.FakeAwkwardNames() as fake:
        fake.import_.get_order.returns(None)
        fake.client().import_.get_order("m", "i")
        assert fake.import_.get_order.calls[0].mro_ == "m"
