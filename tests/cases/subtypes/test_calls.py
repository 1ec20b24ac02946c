def test_the_discriminator_decides_the_subtype(client, models, server):
    sent = {"petType": "cat", "lives": 9, "friend": {"petType": "Dog", "bark": "wuff", "friend": None}}
    server.answers(200, sent)
    cat = models.Cat(pet_type="cat", lives=9, friend=models.Dog(pet_type="Dog", bark="wuff", friend=None))
    assert client.pets.create(body=cat) == cat
    assert server.received.json == sent


def test_a_subtype_that_no_one_knows_is_what_all_have(client, models, server):
    server.answers(200, {"petType": "fish"})
    assert client.pets.create(body=models.Pet(pet_type="Pet")) == models.Pet(pet_type="fish")
    server.answers(200, {"petType": "fish", "bark": "blub"})
    assert client.pets.create(body=models.Pet(pet_type="Pet")) == models.Pet(pet_type="fish")


def test_values_that_all_members_allow_do_not_distinguish_them(client, models, server):
    for value, subtype in (
        ({"kind": "saw"}, models.Saw),
        ({"kind": "Hammer", "length": 3}, models.Hammer),
        ({"kind": "drill", "turns": 3}, models.Drill),
    ):
        server.answers(200, value)
        assert type(client.tools.get()) is subtype


def test_what_lacks_something_of_its_subtype_is_what_all_have(client, models, server):
    server.answers(200, {"kind": "drill"})
    assert client.tools.get() == models.Tool(kind=models.ToolKind.DRILL)
