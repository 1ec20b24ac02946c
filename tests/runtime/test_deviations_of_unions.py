"""Unions and models whose values differ from the document."""

from __future__ import annotations

import datetime as dt
import json
import time
from typing import Any
from uuid import UUID

import msgspec
import pytest
from api import Owner, Thing
from lenient import read
from msgspec import UNSET, Struct, UnsetType
from package._runtime._content import json_content
from package._runtime._hooks import decoded
from package._runtime._open_object import OpenObject
from package._runtime._reading import leniently
from package._runtime._union import one_of
from package._runtime._unknown import Unknown


class Cat(Struct, frozen=True, kw_only=True):
    kind: str
    lives: int


class Dog(Struct, frozen=True, kw_only=True):
    kind: str
    bark: str | UnsetType = UNSET
    born: dt.date | UnsetType = UNSET


class Note(OpenObject):
    id: UUID
    pet: Pet | UnsetType = UNSET
    additional_properties: dict[str, int] = msgspec.field(default={})


class Branch(Struct, frozen=True, kw_only=True):
    child: Tree
    name: str | UnsetType = UNSET


class Fork(Struct, frozen=True, kw_only=True):
    child: Tree
    title: str | UnsetType = UNSET


class Leaf(Struct, frozen=True, kw_only=True):
    value: str


class Bag(Struct, frozen=True, kw_only=True):
    size: int | UnsetType = UNSET


class Zoo(Struct, frozen=True, kw_only=True):
    pets: list[Pet]
    note: Note | UnsetType | None = UNSET
    fallback: Based | UnsetType = UNSET
    when: When | UnsetType = UNSET
    tree: Tree | UnsetType = UNSET


Pet = one_of("Pet", lambda: (Cat, Dog), by="kind", mapping=lambda: {"cat": Cat, "dog": Dog})
Based = one_of("Based", lambda: (Dog, Cat), by="kind", mapping=lambda: {"cat": Cat}, base=lambda: Dog)
When = one_of("When", lambda: (dt.date, dt.datetime))
Tree = one_of("Tree", lambda: (Branch, Fork, Leaf))


def test_an_unknown_member_of_a_union_is_unknown() -> None:
    tom = {"kind": "tom", "size": [1, {"a": None}]}
    zoo, deviations = read(
        Zoo, {"pets": [{"kind": "cat", "lives": 9}, tom, {"kind": "dog", "born": "2026-01-02"}]}
    )
    assert zoo.pets == [
        Cat(kind="cat", lives=9),
        Unknown(tom),
        Dog(kind="dog", born=dt.date(2026, 1, 2)),
    ]
    assert [(one.kind, one.pointer, one.expected) for one in deviations] == [
        ("unknown_value", "/pets/1/kind", "Pet")
    ]
    match zoo.pets[1]:
        case Unknown(found):
            assert found == tom
        case _:
            pytest.fail("it is not matched")
    assert zoo.pets[1] != Unknown({"kind": "tom"}) != tom
    assert hash(zoo.pets[1]) == hash(Unknown(tom))
    assert repr(zoo.pets[1]) == f"Unknown({tom!r})"
    with pytest.raises(AttributeError):
        zoo.pets[1].raw = 5


@pytest.mark.parametrize(
    ("pet", "expected", "pointer"),
    [
        ({"kind": "cat"}, Cat(kind="cat", lives=UNSET), "/pets/0/lives"),
        ({"kind": "cat", "lives": None}, Cat(kind="cat", lives=None), "/pets/0/lives"),
        ({"lives": 7}, Unknown({"lives": 7}), "/pets/0"),
        ({"kind": None, "lives": 7}, Unknown({"kind": None, "lives": 7}), "/pets/0/kind"),
        ({"kind": ["cat"]}, Unknown({"kind": ["cat"]}), "/pets/0/kind"),
        ("cat", Unknown("cat"), "/pets/0"),
        ([], Unknown([]), "/pets/0"),
        (None, None, "/pets/0"),
        ({}, Unknown({}), "/pets/0"),
    ],
)
def test_a_union_with_a_discriminator_reports_the_place(pet: Any, expected: Any, pointer: str) -> None:
    zoo, deviations = read(Zoo, {"pets": [pet]})
    assert zoo.pets == [expected]
    assert [one.pointer for one in deviations] == [pointer]


def test_the_base_stands_for_members_that_are_not_documented() -> None:
    for kind in ("emu", 5, None, "dog"):
        zoo, deviations = read(Zoo, {"pets": None, "fallback": {"kind": kind, "bark": "wuff"}})
        assert type(zoo.fallback) is Dog
        assert [one.pointer for one in deviations][:1] == ["/pets"]


def test_a_union_of_values_keeps_what_is_none_of_them() -> None:
    zoo, deviations = read(Zoo, {"pets": [], "when": "yesterday"})
    assert zoo.when == "yesterday"
    assert [(one.kind, one.pointer, one.expected) for one in deviations] == [("wrong_type", "/when", "When")]


def test_a_model_with_further_properties_is_read_leniently() -> None:
    body = {"pet": {"kind": "emu"}, "one": 1, "two": "2"}
    zoo, deviations = read(Zoo, {"pets": [], "note": body})
    assert zoo.note == Note(
        id=UNSET, pet=Unknown({"kind": "emu"}), additional_properties={"one": 1, "two": "2"}
    )
    assert [(one.kind, one.pointer) for one in deviations] == [
        ("missing_field", "/note/id"),
        ("unknown_value", "/note/pet/kind"),
        ("wrong_type", "/note/two"),
    ]


def tree(depth: int, leaf: Any) -> Any:
    for _ in range(depth):
        leaf = {"child": leaf}
    return leaf


@pytest.mark.parametrize("leaf", [{"value": "v"}, {"value": 5}, {}], ids=["right", "bent", "empty"])
def test_a_union_that_contains_itself_takes_time_in_proportion(leaf: Any) -> None:
    def seconds(depth: int) -> float:
        body = tree(depth, leaf)
        started = time.process_time()
        try:
            found = msgspec.convert(body, Tree, dec_hook=decoded)
        except msgspec.ValidationError:
            found, deviations = leniently(Tree, body) or (None, ())
            assert deviations
        taken = time.process_time() - started
        assert json.loads(json_content(found)) == body
        return taken

    assert min(seconds(100) for _ in range(5)) < 40 * min(seconds(20) for _ in range(5))


def test_a_union_that_contains_itself_too_often_is_an_error() -> None:
    with pytest.raises(RecursionError):
        msgspec.convert(tree(900, {"value": "v"}), Tree, dec_hook=decoded)
    assert msgspec.convert(tree(50, {"value": "v"}), Tree, dec_hook=decoded)


@pytest.mark.parametrize(
    ("kind", "sent", "empty"),
    [
        (Bag, None, Bag()),
        (dict[str, int], None, {}),
        (list[Zoo], None, []),
        (list[str] | str, None, []),
        (dict[str, Zoo], [], {}),
    ],
)
def test_what_stands_for_an_empty_value_is_that_value(kind: Any, sent: Any, empty: Any) -> None:
    """Servers in Go send null for a slice without items, servers in PHP a list for an empty map."""
    value, (deviation,) = leniently(kind, sent) or (None, ())
    assert value == empty
    assert (deviation.kind, deviation.pointer, deviation.where) == ("wrong_type", "", "$")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Zoo, None),
        (Bag, []),
        (list[Bag], {}),
        (str, None),
        (str, 5),
        (dict[str, int], [1]),
        (dict[str, int], "x"),
    ],
)
def test_what_is_of_another_kind_as_a_whole_is_not_read(kind: Any, value: Any) -> None:
    assert leniently(kind, value) is None


def test_a_long_response_takes_time_in_proportion() -> None:
    def seconds(items: int) -> float:
        body = {"pets": [{"kind": "cat"}, {"kind": "dog", "bark": "w"}] * items}
        started = time.process_time()
        assert len((leniently(Zoo, body) or (None, ()))[1]) == items
        return time.process_time() - started

    seconds(100)
    assert seconds(8_000) < 40 * seconds(1_000)


def test_the_reason_that_nothing_fits_names_a_few_members_of_many() -> None:
    many = one_of("Many", lambda: [Thing, Owner, Bag, list[int], list[str]])
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.convert(5, many, dec_hook=decoded)
    assert str(caught.value).endswith("; and 2 more)")
