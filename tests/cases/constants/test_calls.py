import pytest


def test_a_boolean_tells(client, models, server):
    server.answers(200, [{"isRemote": True}, {"isRemote": False}, {"isRemote": False, "country": "PT"}])
    assert client.offices.list() == [
        models.Home(is_remote=True),
        models.Room(is_remote=False),
        models.Room(is_remote=False),
    ]


def test_an_integer_tells(client, models, server):
    server.answers_with(
        200, b'[{"dimensions": 2}, {"dimensions": 1.0, "size": 3}, "none", {"size": 1}]', "application/json"
    )
    plane, line, text, either = client.shapes.list()
    assert (type(plane), type(line), text) == (models.Plane, models.Line, "none")
    assert either == models.Line(size=1.0)


def test_null_tells_as_a_discriminator(client, models, server):
    server.answers(200, [{"result": None}, {"result": True}, {"result": "broken", "why": "x"}])
    assert client.jobs.list() == [
        models.Running(result=None),
        models.Done(result=True),
        models.Failed(result=models.FailedResult.BROKEN, why="x"),
    ]


def test_of_several_constants_the_one_that_differs_tells(client, models, server):
    server.answers(
        200, [{"object": "event", "event": "closed"}, {"object": "event", "event": "opened", "reason": "x"}]
    )
    closed, opened = client.events.list()
    assert type(closed) is models.ListEventsResponseItemClosed
    assert type(opened) is models.ListEventsResponseItemOpened


@pytest.mark.parametrize(
    ("group", "value"),
    [
        ("offices", {"isRemote": None, "floor": 1}),
        ("offices", {"isRemote": "maybe", "floor": 1}),
        ("shapes", {"dimensions": 3, "size": 1}),
        ("jobs", {"result": False}),
        ("jobs", {"result": "stopped", "why": "x"}),
        ("events", {"object": "event", "event": "reopened", "by": "me"}),
    ],
)
def test_another_value_is_of_no_member(client, package, server, group, value):
    server.answers(200, [value])
    assert getattr(client, group).list() == [package.Unknown(value)]
