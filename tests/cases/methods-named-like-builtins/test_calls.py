from typing import get_type_hints


def test_they_are_called_like_any_other(client, models, server):
    server.answers(200, [{"object": ["a"], "type": 1}])
    assert client.sets.list(id=[1, 2]) == [models.Set(object=["a"], type=1)]
    assert server.received.line == "GET /sets?id=1&id=2"
    server.answers(200, {})
    assert client.sets.get(7) == models.Set()
    server.answers(204)
    client.sets.print(7, dict_={"a": 1})
    assert (server.received.line, server.received.json) == ("PUT /sets/7", {"dict": {"a": 1}})
    client.sets.del_(7)
    assert server.received.line == "DELETE /sets/7"


def test_an_optional_body_may_be_left_out(client, server):
    client.sets.print(7)
    assert server.received.body == b""
    assert "content-type" not in server.received.headers


def test_annotations_still_mean_the_builtins(package, models):
    from importlib import import_module

    sets = import_module(f"{package.__name__}.resources.sets")
    assert get_type_hints(sets.Sets.list)["return"] == list[models.Set]
