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
def test_what_any_part_requires_is_required(strict, package, server, missing):
    answer = {"name": "Rex", "nickname": None, "legs": 4}
    del answer[missing]
    server.answers(201, answer)
    with pytest.raises(package.APIResponseError, match=missing):
        strict.dogs.create(name="Rex", breed="poodle")


def test_a_difference_is_reported_with_the_schema_that_has_the_field(package, server):
    server.answers(201, {"name": 5, "nickname": None, "legs": "4", "puppies": [], "tail": 1})
    told = []
    with package.AllOf(base_url=server.url, on_drift=told.append) as client:
        client.dogs.create(name="Rex", breed="poodle")
    assert {drift.where: drift.pointer for drift in told} == {
        "$.name": "#/components/schemas/Named/properties/name",
        "$.legs": "#/components/schemas/Animal/allOf/1/properties/legs",
        "$.tail": "#/components/schemas/Dog",
    }
