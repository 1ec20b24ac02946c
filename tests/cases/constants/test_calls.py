import pytest


def test_a_boolean_decides_the_member(client, models, server):
    server.answers(200, [{"isRemote": True}, {"isRemote": False}, {"isRemote": False, "country": "PT"}])
    assert client.offices.list() == [
        models.Home(is_remote=True),
        models.Room(is_remote=False),
        models.Room(is_remote=False),
    ]


def test_an_integer_decides_the_member(client, models, package, server):
    server.answers_with(
        200, b'[{"dimensions": 2}, {"dimensions": 1.0, "size": 3}, "none", {"size": 1}]', "application/json"
    )
    plane, line, text, either = client.shapes.list()
    assert (type(plane), type(line), text) == (models.Plane, models.Line, "none")
    assert either == models.Line(size=1.0, dimensions=package.UNSET)


def test_null_is_a_discriminator(client, models, server):
    server.answers(200, [{"result": None}, {"result": True}, {"result": "broken", "why": "x"}])
    assert client.jobs.list() == [
        models.Running(result=None),
        models.Done(result=True),
        models.Failed(result=models.FailedResult.BROKEN, why="x"),
    ]


def test_the_constant_that_differs_chooses_the_class(client, models, server):
    server.answers(
        200, [{"object": "event", "event": "closed"}, {"object": "event", "event": "opened", "reason": "x"}]
    )
    closed, opened = client.events.list()
    assert type(closed) is models.EventClosed
    assert type(opened) is models.EventOpened


@pytest.mark.parametrize(
    ("group", "value"),
    [
        ("offices", {"isRemote": None, "floor": 1}),
        ("offices", {"isRemote": "maybe", "floor": 1}),
        ("shapes", {"dimensions": 3, "size": 1}),
        ("shapes", {"dimensions": True, "size": 1}),
        ("jobs", {"result": False}),
        ("jobs", {"result": "stopped", "why": "x"}),
        ("events", {"object": "event", "event": "reopened", "by": "me"}),
    ],
)
def test_another_value_is_of_no_member(client, package, server, group, value):
    server.answers(200, [value])
    assert getattr(client, group).list() == [package.Unknown(value)]


@pytest.mark.parametrize("told", [None, 7, ["whole"]])
def test_a_value_of_another_kind_is_not_another_constant(client, server, told):
    server.answers(200, {"id": "1", "name": "a", "type": told, "since": 3})
    grant = client.grants.get()
    assert (grant.type, grant.since) == (told, 3)


def test_a_constant_need_not_be_passed(client, models, server):
    server.answers(204)
    client.messages.create(content="hi")
    assert server.received.json == {"role": "user", "version": 2, "final": True, "parent": None, "content": "hi"}
    client.messages.create(content="hi", role=models.MessageRole("robot"), version=models.MessageVersion(3))
    assert server.received.json["role"] == "robot"
    assert server.received.line.startswith("POST /messages?api=v1")
    assert models.Message(content="hi").role is models.MessageRole.USER
    with pytest.raises(TypeError, match="Extra positional arguments provided"):
        models.Message("hi")


def test_an_optional_constant_is_not_sent_by_itself(client, server):
    server.answers(204)
    client.messages.create(content="hi")
    assert "archived" not in server.received.json
    client.messages.create(content="hi", archived=True)
    assert server.received.json["archived"] is True


def test_a_constant_that_identifies_a_member_is_sent_by_itself(client, models, server):
    server.answers(204)
    for shape, value in [
        (models.Line(size=1.5), {"dimensions": 1, "size": 1.5}),
        (models.Running(), {"result": None}),
        (models.Done(), {"result": True}),
        (models.Failed(why="x"), {"result": "broken", "why": "x"}),
        (models.Home(country="PT"), {"isRemote": True, "country": "PT"}),
    ]:
        client.things.create(body=shape)
        assert server.received.json == value


def test_a_missing_constant_is_not_made_up(client, strict, package, server):
    server.answers_with(200, b'{"content": "hi", "version": 9}', "application/json")
    message = client.messages.get()
    assert (message.role, message.parent, message.version) == (package.UNSET, package.UNSET, 9)
    with pytest.raises(package.APIResponseError, match="role"):
        strict.messages.get()
