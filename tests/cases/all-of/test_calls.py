import pytest


def test_a_model_has_the_fields_of_all(client, models, server):
    server.answers(
        201,
        {"name": "Rex", "nickname": None, "legs": 4, "puppies": [{"name": "Bo", "nickname": "B", "legs": 3}]},
    )
    dog = client.dogs.create(name="Rex", breed="poodle")
    assert server.received.json == {"name": "Rex", "breed": "poodle"}
    puppy = models.Dog(name="Bo", nickname="B", legs=3)
    assert dog == models.Dog(name="Rex", nickname=None, legs=4, puppies=[puppy])


@pytest.mark.parametrize("missing", ["name", "nickname", "legs"])
def test_what_any_part_requires_is_required(client, package, server, missing):
    answer = {"name": "Rex", "nickname": None, "legs": 4}
    del answer[missing]
    server.answers(201, answer)
    with pytest.raises(package.APIResponseError, match=missing):
        client.dogs.create(name="Rex", breed="poodle")
