import copy
import datetime as dt
import inspect
import json
import pickle
import typing

import msgspec
import pytest

CREATED = "2024-05-01T10:00:00Z"
RECEIVED = {"id": "a1", "name": "Ada", "createdAt": CREATED, "team": "red"}


def test_a_read_only_property_is_not_an_argument(client, server):
    server.answers(201, RECEIVED)
    client.accounts.create(name="Ada", password="secret")
    assert server.received.json == {"name": "Ada", "password": "secret"}
    with pytest.raises(TypeError, match="id"):
        client.accounts.create(name="Ada", password="secret", id="a1")


def test_a_write_only_property_is_required_in_requests(client, models):
    with pytest.raises(TypeError, match="password"):
        client.accounts.create(name="Ada")
    with pytest.raises(TypeError, match="Missing required argument 'password'"):
        models.Account(name="Ada")


def test_a_response_lacks_write_only_properties(strict, server, package):
    server.answers(201, RECEIVED)
    account = strict.accounts.create(name="Ada", password="secret")
    assert (account.id, account.created_at.year, account.password) == ("a1", 2024, package.UNSET)
    server.answers(200, [RECEIVED, RECEIVED])
    assert strict.accounts.list() == [account, account]
    server.answers(200, {"id": "c1"})
    assert strict.clusters.get().id == "c1"


def test_a_response_has_its_read_only_properties(client, strict, server, package, caplog):
    server.answers(201, {"name": "Ada", "createdAt": CREATED})
    with pytest.raises(package.APIResponseError, match="id"):
        strict.accounts.create(name="Ada", password="secret")
    assert client.accounts.create(name="Ada", password="secret").id is package.UNSET
    assert "$.id: missing_field" in caplog.text


def test_a_response_is_sent_back_without_what_it_alone_has(client, models, server):
    person = {"kind": "person", "id": "p1", "born": 1815}
    team = {
        "id": 7,
        "lead": RECEIVED,
        "members": [RECEIVED],
        "byRole": {"chief": RECEIVED},
        "owner": person,
        "motto": "Onwards",
    }
    server.answers(200, team)
    received = client.teams.replace(body=models.Team(lead=models.Account(name="Ada", password="secret")))
    assert server.received.json == {"lead": {"name": "Ada", "password": "secret"}}
    assert (received.id, received.owner.id, received.by_role["chief"].id) == (7, "p1", "a1")
    assert json.loads(msgspec.json.encode(received.lead)) == RECEIVED
    client.teams.replace(body=received)
    sent = {"name": "Ada"}
    assert server.received.json == {
        "lead": sent,
        "members": [sent],
        "byRole": {"chief": sent},
        "owner": {"kind": "person", "born": 1815},
        "motto": "Onwards",
    }


def test_nothing_read_only_is_sent_in_a_list(client, models, server):
    server.answers(204)
    account = models.Account(name="Ada", password="secret", id="a1")
    client.members.replace_members(body=[account, account])
    assert server.received.json == [{"name": "Ada", "password": "secret"}] * 2
    assert account.id == "a1"


def test_a_property_that_identifies_a_member_is_sent(client, models, server):
    server.answers(200, {"id": 7, "lead": RECEIVED})
    lead = models.Account(name="Ada", password="secret")
    owner = models.Company(vat="1", key="k", id="c1")
    client.teams.replace(body=models.Team(lead=lead, owner=owner))
    assert server.received.json["owner"] == {"kind": "company", "vat": "1", "key": "k"}


def test_a_reference_is_sent(client, models, server):
    reference = {"id": "t1", "type": "team_reference", "summary": "The others"}
    server.answers(200, {"id": 7, "lead": RECEIVED, "parent": reference})
    lead = models.Account(name="Ada", password="secret")
    received = client.teams.replace(body=models.Team(lead=lead, parent=models.Reference(id="t1")))
    assert server.received.json["parent"] == {"id": "t1", "type": "team_reference"}
    client.teams.replace(body=received)
    assert server.received.json["parent"] == {"id": "t1", "type": "team_reference"}


def test_a_form_and_parts_have_nothing_read_only(client, models, server):
    server.answers(200, {"user": "ada", "token": "t"})
    assert client.sessions.create(user="ada", password="secret").token == "t"
    assert server.received.body == b"user=ada&password=secret"
    server.answers(204)
    client.files.create(content=b"x", owner=models.Account(name="Ada", password="secret", id="a1"))
    assert b'{"name":"Ada","password":"secret"}' in server.received.body
    assert b'name="id"' not in server.received.body


def test_the_types_are_those_of_a_response(models):
    hints = typing.get_type_hints(models.Account)
    assert (hints["id"], hints["created_at"]) == (str, dt.datetime)
    parameters = inspect.signature(models.Account).parameters
    required = {name for name, one in parameters.items() if one.default is inspect.Parameter.empty}
    assert required == {"name", "password"}


def test_models_are_copied_and_pickled(models, package):
    account = models.Account(name="Ada", password="secret")
    team = models.Team(lead=account, additional_properties={"motto": "Onwards"})
    for model in (account, team):
        assert pickle.loads(pickle.dumps(model)) == model
        assert copy.deepcopy(model) == model
        assert model.__replace__(id=package.UNSET) == model
    assert repr(account).startswith("Account(id=UNSET, name='Ada'")
