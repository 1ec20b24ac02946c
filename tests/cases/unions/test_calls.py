import copy
import datetime
import pickle
from uuid import UUID

import pytest


def record(client, server, **sent):
    server.answers(200, sent)
    return client.records.create()


def test_the_discriminator_decides_the_member(client, models, server, package):
    server.answers(
        200,
        [
            {"petType": "cat", "lives": 9},
            {"petType": "hound", "bark": "wuff", "friend": {"petType": "puppy"}},
            {"petType": "fish", "water": "salt", "lives": 1},
        ],
    )
    assert client.pets.list() == [
        models.Cat(pet_type="cat", lives=9),
        models.Dog(pet_type="hound", bark="wuff", friend=models.Dog(pet_type="puppy")),
        models.Fish(pet_type=models.FishPetType.FISH, water=models.FishWater.SALT),
    ]


def test_members_with_shared_properties_are_distinguished(client, models, server):
    server.answers(200, {"kind": "round", "size": 1, "name": "c"})
    shape = client.shapes.create(body=models.ShapeSquare(kind="Square", size=2, name="s"))
    assert shape == models.ShapeCircle(kind="round", size=1, name="c")
    assert server.received.json == {"kind": "Square", "size": 2, "name": "s"}
    server.answers(200, {"kind": "Square"})
    assert client.shapes.create(body=shape) == models.ShapeSquare(kind="Square")


def test_a_discriminator_that_nobody_documents_is_no_member(client, strict, models, server, package):
    tom = {"petType": "tom", "lives": 7}
    server.answers(200, tom)
    match client.pets.create(body=models.Dog(pet_type="hound")):
        case package.Unknown(raw):
            assert raw == tom
        case pet:
            pytest.fail(f"{pet} is of a member")
    client.pets.create(body=package.Unknown(tom))
    assert server.received.json == tom
    unknown = client.pets.create(body=models.Dog(pet_type="hound"))
    assert (unknown.lives, unknown.petType) == (7, "tom")
    with pytest.raises(AttributeError, match="wings"):
        unknown.wings  # noqa: B018
    with pytest.raises(package.APIResponseError, match="No member of Pet has this `petType`"):
        strict.pets.create(body=models.Dog(pet_type="hound"))


def test_a_value_that_contradicts_its_discriminator_is_refused_with_the_place(strict, package, server):
    server.answers(200, [{"petType": "hound"}, {"petType": "hound", "friend": {"petType": "cat"}}])
    with pytest.raises(
        package.APIResponseError, match="Cat: Object missing required field `lives`"
    ) as caught:
        strict.pets.list()
    assert caught.value.where == "$[1].friend"


def test_what_fits_no_member_is_refused_with_each_reason(strict, package, server):
    server.answers(200, [{"petType": "cat", "lives": 1}, 12])
    with pytest.raises(package.APIResponseError, match="No member of Pet fits") as caught:
        strict.pets.list()
    assert caught.value.where == "$[1]"
    assert "Fish: Expected `object`, got `int`" in str(caught.value)


def test_what_fits_no_member_is_kept(client, models, server, package):
    server.answers(200, [{"petType": "hound", "friend": {"petType": "cat"}}, 12, None])
    assert client.pets.list() == [
        models.Dog(pet_type="hound", friend=models.Cat(pet_type="cat", lives=package.UNSET)),
        package.Unknown(12),
        None,
    ]


def test_the_body_of_an_error_is_one_of_several(client, models, package, server):
    server.answers(404, {"code": "unknown", "kind": "unicorn"})
    with pytest.raises(package.NotFoundError) as caught:
        client.pets.create(body=models.Dog(pet_type="hound"))
    assert caught.value.body == models.NoKind(code="unknown", kind="unicorn")
    assert caught.value.code == "unknown"


UUID_TEXT = "2f1c7a52-8d0e-4b6f-9a3c-5e7d1b204c68"


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        (UUID_TEXT, UUID(UUID_TEXT)),
        (UUID_TEXT.upper(), UUID(UUID_TEXT)),
        (UUID_TEXT.replace("-", ""), UUID_TEXT.replace("-", "")),
        ("abc", "abc"),
    ],
)
def test_the_closest_text_that_loses_nothing_is_taken(client, server, sent, read):
    assert record(client, server, id=sent).id == read


def test_a_day_is_no_moment(client, server):
    assert record(client, server, at="2026-01-02").at == datetime.date(2026, 1, 2)
    moment = datetime.datetime(2026, 1, 2, 3, 4, tzinfo=datetime.UTC)
    assert record(client, server, at="2026-01-02T03:04:00Z").at == moment
    assert record(client, server, at=None).at is None


def test_the_enum_that_has_the_value_is_taken(client, models, server):
    assert record(client, server, paint="dark").paint is models.Shade.DARK
    assert record(client, server, paint="red").paint is models.Colour.RED
    assert record(client, server, paint="blue").paint == "blue"
    assert record(client, server, size="small").size is models.RecordSizeText.SMALL
    assert record(client, server, size=2).size is models.RecordSizeNumber.VALUE_2


def test_a_union_may_be_a_member(client, models, server):
    assert record(client, server, owner="nobody").owner == "nobody"
    cat = models.Cat(pet_type="cat", lives=2)
    assert record(client, server, owner={"petType": "cat", "lives": 2}).owner == cat


def test_without_a_discriminator_constants_and_known_keys_tell(client, models, server):
    card = {"method": "card", "number": "4", "iban": ""}
    assert record(client, server, payment=card).payment == models.RecordPaymentCard(
        method=models.RecordPaymentCardMethod.CARD, number="4"
    )
    both = {"method": "transfer", "number": "4", "iban": "DE", "more": 1}
    assert isinstance(record(client, server, payment=both).payment, models.RecordPaymentTransfer)
    assert record(client, server, payment={"cash": 5}).payment == models.RecordPaymentWithCash(cash=5)


def test_arrays_are_distinguished_by_their_items(client, models, server):
    assert record(client, server, places=[1, 2]).places == [1.0, 2.0]
    assert record(client, server, places=[{"name": "here"}]).places == [models.RecordPlace(name="here")]


def test_types_may_contain_themselves(client, server):
    data = {"a": [1, {"b": None}, "c", [True]]}
    read = record(client, server, data=data, tree=[[], [[]]])
    assert read.data == data
    assert read.tree == [[], [[]]]
    client.records.create(data=read.data, tree=read.tree)
    assert server.received.json == {"data": data, "tree": [[], [[]]]}


def test_a_parameter_is_written_as_whatever_it_is(client, server):
    server.answers(200, [])
    client.pets.list(born=datetime.date(2026, 1, 2))
    assert server.received.line == "GET /pets?born=2026-01-02"
    client.pets.list(born=30)
    assert server.received.line == "GET /pets?born=30"


def test_drift_is_reported_for_the_member_of_the_value(package, server):
    told = []
    server.answers(200, [{"petType": "hound", "wings": 2}, {"petType": "fish", "water": "deep"}])
    with package.Unions(base_url=server.url, on_drift=told.append) as client:
        client.pets.list()
    assert [(one.kind, one.where) for one in told] == [
        ("unknown_field", "$[*].wings"),
        ("unknown_value", "$[*].water"),
    ]


def test_an_undocumented_discriminator_is_reported_as_drift(package, server):
    told = []
    server.answers(200, [{"petType": "tom", "lives": 7}])
    with package.Unions(base_url=server.url, on_drift=told.append) as client:
        client.pets.list()
        server.answers(200, {"owner": {"petType": "tom", "lives": 7}})
        client.records.create()
    assert [(one.kind, one.where, one.message) for one in told] == [
        ("unknown_value", "$[*].petType", "'tom' is not a documented value"),
        ("unknown_value", "$.owner.petType", "'tom' is not a documented value"),
    ]


def test_drift_is_reported_for_the_member_of_an_optional_union(package, server):
    told = []
    server.answers(
        200,
        {
            "owner": {"petType": "puppy", "friend": {"petType": "cat", "lives": 9, "wings": 2}},
            "payment": {"cash": 1, "tip": 1},
            "places": [{"name": "here", "far": True}],
            "at": None,
            "size": "large",
            "tree": [[[]]],
            "data": [None, {"a": [None]}],
        },
    )
    with package.Unions(base_url=server.url, on_drift=told.append) as client:
        client.records.create()
    assert [(one.kind, one.where, one.pointer) for one in told] == [
        ("unknown_value", "$.size", "#/components/schemas/Record/properties/size"),
        ("unknown_field", "$.payment.tip", "#/components/schemas/Record/properties/payment/oneOf/2"),
        ("unknown_field", "$.owner.friend.wings", "#/components/schemas/Cat"),
        ("unknown_field", "$.places[*].far", "#/components/schemas/Record/properties/places/oneOf/1/items"),
    ]


def test_drift_is_reported_without_values_if_no_member_fits(package, server):
    told = []
    server.answers(
        200, {"owner": 7, "payment": {"secret": "secret"}, "at": "secret", "places": {"secret": 1}}
    )
    with package.Unions(base_url=server.url, on_drift=told.append) as client:
        assert client.records.create().payment == package.Unknown({"secret": "secret"})
    assert {one.where: one.kind for one in told} == {
        "$.at": "wrong_type",
        "$.owner": "wrong_type",
        "$.places": "wrong_type",
        "$.payment": "wrong_type",
    }
    assert "secret" not in "".join(one.message for one in told)


def test_what_python_looks_up_is_no_property_of_an_unknown_value(package):
    raw = {"__deepcopy__": "x", "__reduce__": "x", "_repr_html_": "x", "raw": "inner"}
    unknown = package.Unknown(raw)
    assert copy.deepcopy(unknown) == copy.copy(unknown) == pickle.loads(pickle.dumps(unknown)) == unknown
    assert unknown.raw is raw
    assert not hasattr(unknown, "_repr_html_")
    assert not hasattr(package.Unknown([1]), "size")
