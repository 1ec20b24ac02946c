def test_what_conditions_add_is_there_and_optional(client, models, server):
    sent = {"kind": "circle", "colour": [1], "radius": 2.5, "size": "big", "unit": "cm"}
    server.answers(200, sent)
    shape = client.shapes.create(
        kind=models.ShapeKind.CIRCLE, colour=[1], radius=2.5, size=models.Size.BIG, unit="cm"
    )
    assert server.received.json == sent
    assert (shape.kind, shape.radius, shape.size, shape.unit) == ("circle", 2.5, models.Size.BIG, "cm")
    assert shape.colour == [1]


def test_what_is_required_and_described_nowhere_may_be_missing(client, models, server):
    server.answers(200, {"kind": "square"})
    assert client.shapes.create(kind=models.ShapeKind.SQUARE) == models.Shape(kind=models.ShapeKind.SQUARE)
    assert server.received.json == {"kind": "square"}


def test_items_and_values_are_any_of_what_positions_and_names_say(client, models, server):
    sent = {
        "kind": "square",
        "centre": [1.5, 2],
        "named": ["a", 1],
        "labels": {"s-a": "b", "n-c": 2},
        "note": "{}",
        "picture": "\u0000\u00ff",
        "huge": 18446744073709551616,
        "ratio": 0.5,
        "code": 301,
        "mixed": 3,
    }
    server.answers(200, sent)
    shape = client.shapes.create(kind=models.ShapeKind.SQUARE, centre=[1.5, 2])
    assert shape.centre == [1.5, 2.0]
    assert shape.named == ["a", 1]
    assert shape.labels == {"s-a": "b", "n-c": 2}
    assert (shape.note, shape.picture, shape.huge) == ("{}", "\u0000\u00ff", 18446744073709551616)
    assert (shape.ratio, shape.code, shape.mixed) == (0.5, models.ShapeCode.VALUE_301, 3)


def test_a_reference_to_a_property_is_of_the_same_class(client, models, server):
    server.answers(200, [])
    client.shapes.list(size=models.Size.SMALL)
    assert server.received.line == "GET /shapes?size=small"
