import copy
import pickle
from collections import UserDict, deque
from datetime import UTC, datetime
from decimal import Decimal
from urllib.parse import unquote
from uuid import UUID

import pytest

OWNER = "2f1c7a52-8d0e-4b6f-9a3c-5e7d1b204c68"


def test_a_dict_is_sent_as_a_model_is(client, models, server):
    server.answers(200, {"messages": []})
    client.chats.create(
        messages=[
            {"role": "system", "content": "Be terse."},
            {
                "role": "user",
                "content": [{"text": "hi", "x-weight": 0.5}],
                "sentAt": datetime(2026, 1, 2, tzinfo=UTC),
            },
        ],
        answer={"options": ("a", "b")},
        places={"home": {"postalCode": "1000", "state": "open"}},
        tree={"name": "a", "children": [{"name": "b", "children": [{"name": "c"}]}]},
    )
    written = server.received.json
    client.chats.create(
        messages=[
            models.System(content="Be terse."),
            models.User(
                content=[models.Part(text="hi", x_weight=0.5)], sent_at=datetime(2026, 1, 2, tzinfo=UTC)
            ),
        ],
        answer=models.Choice(options=["a", "b"]),
        places={"home": models.Place(postal_code="1000", state=models.State.OPEN)},
        tree=models.Tree(name="a", children=[models.Tree(name="b", children=[models.Tree(name="c")])]),
    )
    assert written == server.received.json
    assert written["messages"][1]["sentAt"] == "2026-01-02T00:00:00Z"


def test_a_dict_may_contain_models_and_a_model_dicts(client, models, server):
    server.answers(200, {"messages": []})
    message = models.User(content=[{"text": "hi"}, models.Part(text="there")])
    assert message.content == [models.Part(text="hi"), models.Part(text="there")]
    client.chats.create(messages=[message, {"role": "user", "content": [models.Part(text="hi", x_weight=Decimal(1))]}])
    first, second = server.received.json["messages"]
    assert first == {"role": "user", "content": [{"text": "hi"}, {"text": "there"}]}
    assert second == {"role": "user", "content": [{"text": "hi", "x-weight": 1}]}


def test_a_constructor_makes_what_the_fields_are_annotated_with(models, package):
    chat = models.Chat(
        messages=({"role": "user", "content": "hi"},),
        owner=OWNER,
        state="open",
        labels=UserDict({"a": ("b",)}),
    )
    assert type(chat.messages) is list
    assert chat.messages == [models.User(content="hi")]
    assert chat.owner == UUID(OWNER)
    assert chat.state is models.State.OPEN
    assert type(chat.labels) is dict
    assert chat.labels == {"a": ["b"]}
    assert chat == models.Chat(
        messages=[models.User(content="hi")], owner=UUID(OWNER), state=models.State.OPEN, labels={"a": ["b"]}
    )
    assert package.replace(chat, state="closed").state is models.State.CLOSED
    assert copy.replace(chat, state="closed").state is models.State.CLOSED if hasattr(copy, "replace") else True
    assert pickle.loads(pickle.dumps(chat)) == chat


def test_a_field_may_be_named_self(models, package):
    part = models.Part(text="hi", self="/parts/1", state="open")
    assert (part.self, part.state) == ("/parts/1", models.State.OPEN)
    assert models.User(content=[{"text": "hi", "self": "/parts/1", "state": "open"}]).content == [part]
    assert package.or_none(part.self) == "/parts/1"
    assert package.or_none(part.x_weight) is None


def test_what_is_of_the_type_is_not_changed(models):
    parts = [models.Part(text="hi")]
    assert models.User(content=parts).content == parts
    labels = {"a": ["b"]}
    assert models.Chat(messages=[], labels=labels).labels == labels


def test_a_new_value_of_an_enum_is_sent(client, models, server):
    server.answers(200, {"messages": []})
    client.chats.create(messages=[], state=models.State("archived"), model="huge")
    assert server.received.json == {"messages": [], "state": "archived", "model": "huge"}
    assert models.Chat(messages=[], model="large").model is models.ChatModelKind.LARGE


def test_a_text_stands_for_an_enum_in_a_query(client, models, server):
    server.answers(204)
    client.chats.list(state="open", states=("open", "closed"), filter={"state": "closed"})
    first = server.received.line
    client.chats.list(
        state=models.State.OPEN,
        states=[models.State.OPEN, models.State.CLOSED],
        filter=models.Filter(state=models.State.CLOSED),
    )
    assert first == server.received.line
    assert "state=open&states=open&states=closed&filter[state]=closed" in unquote(first)


def test_a_whole_body_a_form_and_parts_take_dicts(client, server):
    server.answers(204)
    client.chats.replace_chats(body=[{"messages": [{"role": "user", "content": "hi"}]}])
    assert server.received.json == [{"messages": [{"role": "user", "content": "hi"}]}]
    client.chats.replace_chats(body=deque([{"messages": ()}]))
    assert server.received.json == [{"messages": []}]
    client.forms.create(postal_code="1000", state="open")
    assert server.received.body == b"postalCode=1000&state=open"
    client.forms.replace(place={"postalCode": "1000"}, state="open")
    assert b'{"postalCode":"1000"}' in server.received.body


def test_a_read_only_property_is_accepted_and_not_sent(client, server):
    server.answers(204)
    client.chats.replace_chats(body=[{"id": "x", "messages": []}])
    assert server.received.json == [{"messages": []}]


def test_an_open_model_takes_other_keys(client, models, server):
    server.answers(200, {"messages": []})
    client.chats.create(messages=[], open={"name": "x", "home": {"postalCode": "1"}})
    assert server.received.json["open"] == {"name": "x", "home": {"postalCode": "1"}}
    made = models.Open(name="x", additional_properties={"home": {"postalCode": "1"}})
    assert made.additional_properties == {"home": models.Place(postal_code="1")}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            {"messages": [{"role": "user", "contnt": "hi"}]},
            "messages[0]: User has no property 'contnt'; did you mean 'content'?",
        ),
        (
            {"messages": [{"role": "user", "content": "hi", "sent_at": None}]},
            "messages[0]: User has no property 'sent_at'; in a dict, its name is 'sentAt'",
        ),
        ({"messages": [{"role": "user"}]}, "messages[0]: User needs the property 'content'"),
        (
            {"messages": [{"role": "robot", "content": "hi"}]},
            "messages[0] matches no member of Message; its 'role' is 'robot'",
        ),
        (
            {"messages": [{"role": "user", "content": [{"text": "a"}, {"txt": "b"}]}]},
            "messages[0].content[1]: Part has no property 'txt'; did you mean 'text'?",
        ),
        ({"messages": "hi"}, "messages must be a list, not a str"),
        ({"messages": [], "labels": {"a": "b"}}, "labels.a must be a list, not a str"),
        ({"messages": [], "places": {"home": {"zip": 1}}}, "places.home: Place has no property 'zip'"),
        (
            {"messages": [], "open": {"home": {"zip": 1}}},
            "open.home: Place has no property 'zip'",
        ),
    ],
)
def test_a_wrong_dict_raises_before_anything_is_sent(client, models, arguments, message):
    with pytest.raises(TypeError) as caught:
        client.chats.create(**arguments)
    assert str(caught.value) == message
    with pytest.raises(TypeError):
        models.Chat(**arguments)


def test_a_text_that_is_no_uuid_raises(client):
    with pytest.raises(ValueError, match="owner must be a UUID, not 'x'"):
        client.chats.create(messages=[], owner="x")


def test_the_types_are_there_at_run_time(package):
    assert package.params.TextDict.__annotations__.keys() == {"text"}
    assert "params" not in vars(package) or package.params.__name__.endswith(".params")


def test_a_response_that_deviates_is_not_coerced(client, models, package, server):
    sent = {
        "messages": [{"role": "user", "content": [{"text": 5}]}, "hi"],
        "owner": "nobody",
        "labels": {"a": "b"},
        "answer": {"options": "a"},
        "open": {"name": 5, "home": {"zip": 1}},
        "author": {"names": [{"text": "x"}], "rank": "new"},
    }
    server.answers(200, sent)
    chat = client.chats.create(messages=[])
    assert type(chat) is models.Chat
    assert chat.owner == "nobody"
    assert chat.open.name == 5
    assert chat.labels == {"a": "b"}


def test_what_is_only_read_takes_no_dicts(models, package):
    assert not hasattr(package.params, "AuthorDict")
    assert models.Author(names=[models.AuthorName(text="x")]).names[0].text == "x"
