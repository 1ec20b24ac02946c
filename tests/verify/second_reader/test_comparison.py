"""The second reader finds the mistakes of `describe`."""

from __future__ import annotations

from copy import copy

import pytest
from msgspec.structs import replace
from openapi_python_client.parser import openapi

from codegen.describe import describe
from codegen.document.node import Node, json_pointer
from codegen.document.problems import Refused
from codegen.pipeline import package
from codegen.simplify import simplify
from codegen.standard.positions import Document
from codegen.standard.rules import STRICT_RULES
from codegen.verify.second_reader.plain import plain_document
from tests.verify.second_reader.described import ALL_KINDS, described, document, second_reading
from tests.verify.second_reader.mistakes import MISTAKES, PUT


def test_both_readings_agree() -> None:
    assert second_reading(*described()) == []


@pytest.mark.parametrize("mistake", MISTAKES)
def test_it_finds_a_mistake_and_says_where(mistake: str) -> None:
    change, place = MISTAKES[mistake]
    api, shown = described()
    wrong = change(api)
    assert wrong != api
    problems = second_reading(wrong, shown)
    assert {problem.rule for problem in problems} == {"second-reading"}
    assert json_pointer(place) in {json_pointer(problem.where) for problem in problems}, problems


def test_its_operations_are_not_copied_with_all_that_they_contain(monkeypatch: pytest.MonkeyPatch) -> None:
    """The adapter replaces the function that its parser copies them with, and nothing else."""
    assert vars(openapi)["deepcopy"] is copy
    copied: set[type] = set()

    def noted(one: object) -> object:
        copied.add(type(one))
        return copy(one)

    monkeypatch.setattr(openapi, "deepcopy", noted)
    assert second_reading(*described()) == []
    assert copied == {openapi.Endpoint}


def test_nothing_is_made_of_a_document_that_is_read_in_two_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    change, _ = MISTAKES["a type is any value"]
    monkeypatch.setattr("codegen.pipeline.describe", lambda simplified: change(describe(simplified)))
    with pytest.raises(Refused) as caught:
        package(document(ALL_KINDS), STRICT_RULES, strict=True)
    (problem,) = caught.value.problems
    assert problem.message == (
        "the two readings differ: property name of Pet: the model has any, openapi-python-client reads string"
    )


def test_what_it_cannot_read_is_reported_where_it_stands() -> None:
    simplified = simplify(document(ALL_KINDS))
    root = simplified.document.root
    paths = root.mapping("paths")
    item = paths.mapping("/shops/{shop}/pets/{pet}")
    put = item.mapping("put").with_items(responses=Node({"abc": Node({"description": "no status"})}))
    changed = paths.with_items(**{"/shops/{shop}/pets/{pet}": item.with_items(put=put)})
    broken = replace(simplified, document=Document(root.with_items(paths=changed)))
    problems = second_reading(describe(broken), plain_document(broken))
    complaint = next(one for one in problems if "cannot read" in one.message)
    assert "status code" in complaint.message
    assert json_pointer(problems[-1].where) == json_pointer(PUT)
