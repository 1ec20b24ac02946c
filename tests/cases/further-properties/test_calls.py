import datetime

import pytest

SENT = {
    "issues": "write",
    "repo-keys": "none",
    "since": "2026-01-02",
    "additional_properties": 3,
    "pages": "read",
    "new": "admin",
}


def test_further_properties_are_kept_and_sent_back(client, models, server):
    server.answers(200, {"name": "ci", "permissions": SENT})
    app = client.apps.create(name="ci")
    read = app.permissions
    assert isinstance(read, models.Permissions)
    assert (read.issues, read.repo_keys, read.since) == ("write", "none", datetime.date(2026, 1, 2))
    assert read.additional_properties_ == 3
    assert read.additional_properties == {"pages": models.Level.READ, "new": "admin"}
    client.apps.create(name="ci", permissions=read)
    assert server.received.json == {"name": "ci", "permissions": SENT}


def test_they_are_models_like_others(client, models, server):
    one = models.Permissions(issues="read", additional_properties={"pages": models.Level.READ})
    assert one == models.Permissions(issues="read", additional_properties={"pages": models.Level.READ})
    assert one != models.Permissions(issues="read")
    assert repr(one).startswith("Permissions(issues='read', ")
    with pytest.raises(AttributeError):
        one.issues = "write"
    with pytest.raises(AttributeError):
        one.nothing
    with pytest.raises(TypeError):
        models.Permissions()
    server.answers(200, {"name": "ci"})
    client.apps.create(name="ci", permissions=one)
    assert server.received.json["permissions"] == {"issues": "read", "pages": "read"}


def test_what_contradicts_is_refused_with_the_place(strict, package, server):
    server.answers(200, {"name": "ci", "permissions": {"issues": "read", "pages": 1}})
    with pytest.raises(package.APIResponseError, match="Expected `str`, got `int`") as caught:
        strict.apps.create(name="ci")
    assert caught.value.where == "$.permissions[...]"
    server.answers(200, {"name": "ci", "permissions": []})
    with pytest.raises(package.APIResponseError, match="Expected `object`") as caught:
        strict.apps.create(name="ci")
    assert caught.value.where == "$.permissions"


def test_a_member_of_a_union_may_have_them(client, models, server):
    server.answers(200, {"name": "ci", "settings": {"kind": "new", "next": {"a": 1}, "b": [2]}})
    settings = client.apps.create(name="ci").settings
    assert settings == models.Anything(
        kind="new", next=models.Anything(additional_properties={"a": 1}), additional_properties={"b": [2]}
    )
    server.answers(200, {"name": "ci", "settings": {"theme": "dark"}})
    assert client.apps.create(name="ci").settings == models.AppSettingsWithTheme(theme="dark")


def test_a_name_that_json_escapes_is_written_as_it_is(client, models, server):
    server.answers(200, {"name": "ci", "odd": {'a"b': "x", "c": 1}})
    odd = client.apps.create(name="ci", odd=models.Odd(a_b="y")).odd
    assert server.received.json["odd"] == {'a"b': "y"}
    assert (odd.a_b, odd.c) == ("x", 1)


def test_no_field_is_taken_for_what_a_model_is_made_with(client, models, server):
    odd = {'a"b': "x", "keys": "y", "values": "z"}
    server.answers(200, {"name": "ci", "odd": odd})
    read = client.apps.create(name="ci", odd=models.Odd(a_b="x", keys="y", values="z")).odd
    assert (read.keys, read.values) == ("y", "z")
    assert server.received.json["odd"] == odd


def test_unevaluated_properties_are_further_ones(client, models, server):
    limits = {"unit": "GB", "disk": {"most": 5}}
    server.answers(200, {"name": "ci", "limits": limits})
    read = client.apps.create(name="ci", limits=models.Limits(additional_properties={})).limits
    assert read == models.Limits(unit="GB", additional_properties={"disk": models.Limit(most=5)})
    client.apps.create(name="ci", limits=read)
    assert server.received.json["limits"] == limits
