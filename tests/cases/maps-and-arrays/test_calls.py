def test_lists_of_lists(client, server):
    server.answers(200, [[1, 3.5], [2, 4]])
    assert client.grids.transpose(body=[[1, 2], [3.5, 4]]) == [[1, 3.5], [2, 4]]
    assert server.received.json == [[1, 2], [3.5, 4]]


def test_maps_of_lists_of_what_contains_itself(client, models, server):
    leaf = {"name": "leaf"}
    server.answers(
        200,
        {
            "a b": [
                {
                    "name": "oak",
                    "branches": [leaf, leaf],
                    "by_side": {"left": leaf},
                    "grafted_on": leaf,
                    "notes": {"x": [1]},
                }
            ]
        },
    )
    leaf = models.Tree(name="leaf")
    oak = models.Tree(
        name="oak", branches=[leaf, leaf], by_side={"left": leaf}, grafted_on=leaf, notes={"x": [1]}
    )
    assert client.stock.replace(body={"oak": 1}) == {"a b": [oak]}
    assert server.received.json == {"oak": 1}


def test_anything(client, server):
    for value in [None, 1, "x", [1, {"a": None}]]:
        server.answers(200, value)
        assert client.stock.get_anything() == value


def test_an_object_without_named_properties_keeps_all(client, models, server):
    server.answers(200, {"a": [{"name": "t", "labels": {"x": 1}}]})
    assert client.stock.replace(body={}) == {"a": [models.Tree(name="t", labels={"x": 1})]}
