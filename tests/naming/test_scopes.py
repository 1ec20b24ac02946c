"""Scopes: how names are chosen, and the strategies that tell two texts apart."""

from __future__ import annotations

import keyword
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from codegen.document.problems import Refused
from codegen.naming import strategies
from codegen.naming.scopes import NameRequest, Scope

FIELDS = Scope(
    what="property",
    strategies=(strategies.snake_name, strategies.snake_as_written),
    prefix="field_",
    reserved=frozenset({"str"}),
)


def requests(*texts: str) -> list[NameRequest]:
    return [NameRequest(text, ("properties", text)) for text in texts]


def test_what_a_scope_forbids_gets_an_underscore_or_a_prefix() -> None:
    assert FIELDS.choose(requests("class", "str", "2fa", "id")) == ["class_", "str_", "field_2fa", "id"]


def test_one_that_lost_its_name_takes_the_first_name_of_no_other() -> None:
    scope = Scope(
        what="operation",
        strategies=tuple(lambda one, at=at: one.text.split()[at] for at in range(3)),
        prefix="call_",
    )
    wanted = requests("get get_v2 get_v2_beta", "get get_v1 get_v1_beta", "get_v1 get_old get_older")
    ranks = [(number, 0, "") for number in range(3)]
    assert scope.choose(wanted, ranks) == ["get", "get_v1_beta", "get_v1"]
    assert scope.choose(wanted[1:], ranks[1:]) == ["get", "get_v1"]


def test_punctuation_is_spelled_only_if_two_names_differ_in_nothing_else() -> None:
    assert FIELDS.choose(requests("a+b", "c-d")) == ["a_b", "c_d"]
    assert FIELDS.choose(requests("a+b", "a-b")) == ["a_plus_b", "a_minus_b"]


def test_case_is_kept_only_if_two_names_differ_in_nothing_else() -> None:
    assert FIELDS.choose(requests("ASC", "asc")) == ["ASC", "asc"]
    assert FIELDS.choose(requests("fooBar", "foo_bar", "_foo_bar")) == [
        "fooBar",
        "foo_bar",
        "underscore_foo_underscore_bar",
    ]


def test_classes_that_differ_only_in_case_are_spelled_as_in_the_document() -> None:
    scope = Scope(
        what="schema",
        strategies=(strategies.class_, strategies.class_spelled, strategies.class_as_written),
        prefix="Model",
    )
    assert scope.choose(requests("user", "User", "foo_bar", "FooBar")) == [
        "user",
        "User",
        "FooUnderscoreBar",
        "FooBar",
    ]


def test_names_that_no_rule_distinguishes_get_a_stable_digest() -> None:
    scope = Scope(what="schema", strategies=(strategies.class_,), prefix="Model")
    names = scope.choose(requests("foo_bar", "FooBar"))
    assert names == ["FooBar_9a6285", "FooBar_066346"]
    assert scope.choose(requests("other", "FooBar", "foo_bar"))[1:] == names[::-1]


def test_two_overrides_of_one_name_are_a_problem_that_names_both_places() -> None:
    scope = Scope(what="schema", strategies=(strategies.class_,), prefix="Model")
    with pytest.raises(Refused) as refused:
        scope.choose([replace(one, override="Bar") for one in requests("foo_bar", "FooBar")])
    (problem,) = refused.value.problems
    assert problem.where == ("properties", "FooBar")
    assert "'foo_bar' at /properties/foo_bar" in problem.message


@pytest.mark.parametrize("override", ["self", "a" * 200])
def test_an_override_that_cannot_be_is_refused(override: str) -> None:
    scope = Scope(
        what="argument", strategies=(strategies.snake_name,), prefix="arg_", reserved=frozenset({"self"})
    )
    with pytest.raises(Refused):
        scope.choose([NameRequest("one", ("a",), override)])


def test_an_override_is_taken_as_it_is_or_refused() -> None:
    given_name = NameRequest("weird", ("properties", "weird"), override="better")
    assert FIELDS.choose([given_name]) == ["better"]
    for bad in ("class", "1st", "é", "a b", "_private", "__init__"):
        with pytest.raises(Refused):
            FIELDS.choose([NameRequest("weird", (), override=bad)])


@given(st.text())
def test_every_text_has_a_usable_name_of_bounded_length(text: str) -> None:
    (name,) = FIELDS.choose(requests(text))
    assert name.isascii()
    assert name.isidentifier()
    assert not keyword.iskeyword(name)
    assert len(name) < 180


@given(
    st.sets(st.sampled_from(["a+b", "a-b", "A-B", "a b", "c", "C", "class", "+1", "-1", "1"])), st.randoms()
)
def test_no_name_depends_on_the_order(texts: set[str], order: random.Random) -> None:
    one = sorted(texts)
    other = order.sample(one, len(one))

    def chosen(sequence: list[str]) -> dict[str, str] | None:
        try:
            return dict(zip(sequence, FIELDS.choose(requests(*sequence)), strict=True))
        except Refused:
            return None

    assert chosen(one) == chosen(other)
