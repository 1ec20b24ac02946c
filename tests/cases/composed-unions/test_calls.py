"""Unions beside properties, within lists, and in schemas that list their children."""


def test_a_schema_that_lists_its_children_is_one_of_them_with_its_properties(client, models, server):
    server.answers(200, [{"kind": "ferry", "name": "Ada", "cars": 4}, {"kind": "tug"}])
    assert client.ships.list() == [models.Ferry(kind="ferry", name="Ada", cars=4), models.Tug(kind="tug")]
    server.answers(200, {"kind": "tug", "name": "Bo"})
    tug = models.Tug(kind="tug", name="Bo")
    assert client.ships.add(body=tug) == tug
    assert server.received.json == {"kind": "tug", "name": "Bo"}


def test_lists_of_unions_are_distinguished_by_their_items(client, models, server):
    server.answers(200, {"content": [{"dish": "soup"}, {"licence": "A"}]})
    assert client.cargo.get().content == [models.Cook(dish="soup"), models.Pilot(licence="A")]
    server.answers(200, {"content": [[{"dish": "soup"}], []]})
    assert client.cargo.get().content == [[models.Cook(dish="soup")], []]


def test_each_member_has_what_stands_beside_the_union(client, models, server):
    server.answers(200, {"kind": "WORD", "text": "calm", "note": "seen"})
    measured = client.measurements.get()
    assert (measured.text, measured.note) == ("calm", "seen")


def test_a_member_that_says_nothing_makes_the_others_optional(client, models, server):
    server.answers(200, {"archived": True})
    assert client.notices.get() == models.Notice(archived=True)
    server.answers(200, {"options": ["a"]})
    assert client.notices.get().options == ["a"]


def test_two_unions_of_the_same_classes_are_the_smaller_one(client, models, server):
    server.answers(200, {"licence": "B"})
    assert client.crew.get() == models.Pilot(licence="B")
    classes = {name for name in vars(models) if name.startswith(("Cook", "Pilot", "Guest"))}
    assert classes == {"Cook", "Pilot", "Guest"}


def test_so_has_each_member_of_a_union_that_is_a_member(client, models, server):
    server.answers(200, {"licence": "B"})
    for body in ({"dish": "soup", "watch": 1}, {"licence": "B", "watch": 2}, {"cabin": "3", "watch": 3}):
        assert client.crew.replace(body=body) == models.Pilot(licence="B")
        assert server.received.json == body
    body = models.ReplaceCrewRequestCook(dish="soup", watch=1)
    client.crew.replace(body=body)
    assert server.received.json == {"dish": "soup", "watch": 1}


def test_an_unknown_discriminator_loses_nothing_of_a_member(client, package, server):
    """None of the members is one that the others extend, although all have what stands beside the union."""
    sent = {"kind": None, "text": "calm", "note": "seen"}
    server.answers(200, sent)
    assert client.measurements.get() == package.Unknown(sent)


def test_the_version_that_loses_no_key_is_taken(client, models, server):
    server.answers(200, {"id": "1", "berth": "b", "privacy_url": "https://example.com"})
    lease = client.leases.get()
    assert type(lease) is models.NewLease
    assert lease.privacy_url == "https://example.com"
    server.answers(200, {"id": "1", "berth": "b"})
    assert client.leases.get() == models.OldLease(id="1", berth="b")
