"""Small documents that are costly to read. Each becomes a client or is refused quickly, at its place."""

from __future__ import annotations

import contextlib
import json
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.document import budget
from codegen.document.node import Node
from codegen.document.places import Place
from codegen.document.problems import Problem, Refused
from codegen.pipeline import Output, generate

pytestmark = pytest.mark.slow


def ref(name: str) -> dict[str, object]:
    return {"$ref": f"#/components/schemas/{name}"}


def document_with(schema: dict[str, object], **schemas: object) -> dict[str, object]:
    """A document with one operation, whose response has the schema."""
    answer = {"description": "Fine.", "content": {"application/json": {"schema": schema}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Bomb", "version": "1"},
        "paths": {
            "/bomb": {"get": {"operationId": "getBomb", "tags": ["bombs"], "responses": {"200": answer}}}
        },
        "components": {"schemas": schemas},
    }


def made(folder: Path, document: object) -> Output:
    (folder / "bomb.json").write_text(json.dumps(document))
    return generate(folder / "bomb.json")


def refusal(folder: Path, document: object) -> tuple[str, str]:
    """The rule and the pointer of the only problem."""
    with pytest.raises(Refused) as refused:
        made(folder, document)
    (problem,) = refused.value.problems
    assert not isinstance(problem.where, Place)
    return problem.rule, "/".join(map(str, problem.where))


def test_an_index_with_thousands_of_digits_is_dangling(tmp_path: Path) -> None:
    document = document_with({"$ref": f"#/components/schemas/A/allOf/{'9' * 5000}"}, A={"allOf": [{}]})
    (told,) = made(tmp_path, document).tolerated
    assert told.rule == "dangling-reference"
    assert told.where[-2:] == ("schema", "$ref")


def test_a_long_chain_of_references_takes_linear_time(tmp_path: Path) -> None:
    links = {f"Link{number}": ref(f"Link{number + 1}") for number in range(5000)}
    output = made(tmp_path, document_with(ref("Link0"), **links, Link5000={"properties": {"last": {}}}))
    assert "-> models.Link5000:" in output.files["bomb/resources/bombs.py"]


def objects(prefix: str) -> list[dict[str, object]]:
    return [{"type": "object", "properties": {f"{prefix}{number}": {}}} for number in range(4)]


def test_a_product_of_unions_is_refused(tmp_path: Path) -> None:
    document = document_with({}, A={"allOf": [{"oneOf": objects(f"p{number}_")} for number in range(12)]})
    assert refusal(tmp_path, document) == ("too-many", "components/schemas/A")


def test_a_schema_that_doubles_with_each_reference_is_refused(tmp_path: Path) -> None:
    def twice(number: int) -> dict[str, object]:
        own = {"type": "object", "properties": {"own": {}}}
        return {"allOf": [ref(f"Link{number + 1}"), own]}

    links = {
        f"Link{number}": {"type": "object", "properties": {"a": twice(number), "b": twice(number)}}
        for number in range(30)
    }
    rule, where = refusal(tmp_path, document_with({}, **links, Link30={"properties": {"end": {}}}))
    assert rule == "too-many"
    assert where.startswith("components/schemas/Link")


def test_a_long_text_shared_by_many_operations_is_refused(tmp_path: Path) -> None:
    document = document_with({})
    shared = {"description": "word " * 20_000}
    paths = {
        f"/{number}": {"get": {"responses": {"200": {"$ref": "#/components/responses/R"}}}}
        for number in range(500)
    }
    rule, where = refusal(tmp_path, {**document, "paths": paths, "components": {"responses": {"R": shared}}})
    assert (rule, where) == ("too-many", "paths//0/get")


KINDS = {
    "lists": lambda following: {"type": "array", "items": following},
    "maps": lambda following: {"type": "object", "additionalProperties": following},
    "both": lambda following: {
        "oneOf": [
            {"type": "array", "items": following},
            {"type": "object", "additionalProperties": following},
        ]
    },
}


@pytest.mark.parametrize("kind", KINDS)
def test_deeply_nested_types_get_names(kind: str, tmp_path: Path) -> None:
    links = {f"Link{number}": KINDS[kind](ref(f"Link{number + 1}")) for number in range(300)}
    output = made(tmp_path, document_with(ref("Link0"), **links, Link300={"type": "string"}))
    assert max(map(len, output.files["bomb/models.py"].splitlines())) < 500


def test_a_parameter_with_nested_lists_is_read_quickly(tmp_path: Path) -> None:
    links = {
        f"Link{number}": {
            "oneOf": [{"type": "array", "items": ref(f"Link{number + 1}")}, ref(f"Link{number + 1}")]
        }
        for number in range(30)
    }
    document = document_with({}, **links, Link30={"type": "string"})
    parameter = {"name": "q", "in": "query", "schema": ref("Link0")}
    document["paths"] = {
        "/bomb": {"get": {"parameters": [parameter], "responses": {"204": {"description": ""}}}}
    }
    assert "q:" in made(tmp_path, document).files["bomb/resources/bomb.py"]


@pytest.mark.parametrize("following", [0, 1])
def test_circular_callbacks_are_refused(following: int, tmp_path: Path) -> None:
    def calling(number: int) -> dict[str, object]:
        callbacks = {
            name: {"{$request.body#/url}": {"$ref": f"#/paths/~1{number + following}"}} for name in "ab"
        }
        return {"post": {"callbacks": callbacks, "responses": {"204": {"description": ""}}}}

    document = document_with({})
    document["paths"] = {f"/{number}": calling(number) for number in range(20)}
    document["paths"]["/20"] = {}
    rule, where = refusal(tmp_path, document)
    assert rule == "too-deep"
    assert where.startswith("paths//")


def test_a_chain_that_exceeds_the_recursion_limit_is_refused(tmp_path: Path) -> None:
    texts = {"type": "array", "items": {"type": "string"}}
    links = {f"Link{number}": {"anyOf": [ref(f"Link{number + 1}"), texts]} for number in range(5000)}
    rule, where = refusal(tmp_path, document_with({}, **links, Link5000={"properties": {"last": {}}}))
    assert rule == "too-much"
    assert where.startswith("components/schemas/Link")


@pytest.mark.parametrize(("limit", "complaint"), [("SECONDS", "time budget"), ("MEGABYTES", "memory budget")])
def test_a_part_that_exceeds_the_budget_is_refused_at_its_place(
    limit: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, limit, -1_000_000)
    monkeypatch.setattr(budget, "_INTERVAL", 0.01)
    with pytest.raises(Refused) as refused:
        made(
            tmp_path, document_with({}, **{f"A{number}": {"properties": {"a": {}}} for number in range(200)})
        )
    (problem,) = refused.value.problems
    assert (problem.rule, complaint in problem.message) == ("too-much", True)


def signalling(make: Callable[..., object]) -> Callable[..., object]:
    """`make`, with a signal of the timer just before it."""

    def made(*arguments: object) -> object:
        signal.raise_signal(signal.SIGPROF)
        return make(*arguments)

    return made


def test_a_run_that_swallows_the_exception_is_refused_at_the_next_signal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Callbacks in which Python cannot raise do so."""
    monkeypatch.setattr(budget, "SECONDS", -1_000_000)

    def run() -> None:
        with contextlib.suppress(BaseException):
            signal.raise_signal(signal.SIGPROF)
        signal.raise_signal(signal.SIGPROF)

    with pytest.raises(Refused), budget.within_budget(0):
        run()


def test_between_functions_nothing_is_raised() -> None:
    """There, Python calls the handler without a frame, and may not be able to raise."""
    budget._Budget(seconds=-1_000_000, megabytes=0).look(signal.SIGPROF, None)


def test_the_timer_does_not_interrupt_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "SECONDS", -1_000_000)
    monkeypatch.setattr("codegen.document.budget.Problem", signalling(Problem))
    with pytest.raises(Refused) as refused, budget.within_budget(0):
        signal.raise_signal(signal.SIGPROF)
    assert "time budget" in refused.value.problems[0].message


@pytest.mark.parametrize("error", [MemoryError, RecursionError])
def test_the_timer_does_not_interrupt_another_refusal(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "SECONDS", -1_000_000)
    monkeypatch.setattr(budget, "_refused", signalling(budget._refused))
    with pytest.raises(Refused), budget.within_budget(0):
        raise error


def test_an_example_that_is_too_costly_to_validate_is_skipped(tmp_path: Path) -> None:
    """A list is both B and C, and so is each list in it, so the work doubles with each level."""
    deep: object = "end"
    for _ in range(60):
        deep = [deep]
    lists = {"type": "array", "items": ref("A")}
    made(
        tmp_path,
        document_with(ref("A"), A={"oneOf": [ref("B"), ref("C")]}, B={**lists, "example": deep}, C=lists),
    )


def test_a_node_under_construction_has_no_place() -> None:
    """The timer may interrupt `Node.__init__`."""
    making = Node.__new__(Node)
    made = Node(pointer=("paths",))
    assert budget._place(iter([sys._getframe()])) == ("paths",)
    assert (made, making) == ({}, {})
