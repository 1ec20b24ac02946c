"""What a long chain or a long text costs grows as its length does, and no faster."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType, SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from codegen.check.survey import Survey
from codegen.document.node import Node, placed
from codegen.model.wire import bodies_of_parts
from codegen.naming.methods_from_ids import _is_part
from codegen.naming.titles import subject_of_title
from codegen.naming.words import _IRREGULAR, alike, size_of
from codegen.simplify.aliases import resolve_aliases
from codegen.simplify.inlining import inline_references
from codegen.standard.positions import Document

if TYPE_CHECKING:
    from _typeshed import TraceFunction


def effort(work: Callable[[], object]) -> int:
    """The lines of the generator that run."""
    lines = 0

    def count(_frame: FrameType, event: str, _value: object) -> TraceFunction:
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        work()
    finally:
        sys.settrace(before)
    return lines


def chain(section: str, length: int, last: object) -> Node:
    links: dict[str, object] = {
        f"R{number}": {"$ref": f"#/components/{section}/R{number + 1}"} for number in range(length)
    }
    answers = {"200": {"$ref": "#/components/responses/R0"}} if section == "responses" else {}
    operation = {"responses": answers, "security": [{"R0": []}]}
    document = {
        "openapi": "3.1.0",
        "paths": {"/a": {"get": operation}},
        "components": {section: {**links, f"R{length}": last}},
    }
    root = placed(document)
    assert isinstance(root, Node)
    return root


def resolving(length: int) -> Callable[[], object]:
    survey = Survey(chain("responses", length, {"description": ""}))
    return lambda: [survey.resolved(node) for _, node in survey.visits]


def unions(length: int, *, is_ring: bool) -> Callable[[], object]:
    """Unions with the next one as a member, the last with the first or with an integer."""
    last: dict[str, object] = {"$ref": "#/components/schemas/U0"} if is_ring else {"type": "integer"}
    following = [*({"$ref": f"#/components/schemas/U{number}"} for number in range(1, length)), last]
    schemas = {f"U{at}": {"anyOf": [one, {"type": "string"}]} for at, one in enumerate(following)}
    root = placed({"openapi": "3.1.0", "paths": {}, "components": {"schemas": schemas}})
    assert isinstance(root, Node)
    return lambda: resolve_aliases(Document(root))


def inlining(section: str, length: int) -> Callable[[], object]:
    document = Document(chain(section, length, {"type": "http", "scheme": "basic"}))
    return lambda: inline_references(document)


class Key(str):
    """A key whose comparisons count."""

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        return str.__eq__(self, other)


def leaving_out(length: int) -> Callable[[], object]:
    node = Node({Key(number): None for number in range(length)})
    return lambda: node.without(*map(Key, range(length)))


@dataclass(frozen=True)
class Sent:
    """An operation without anything, whose comparisons count."""

    number: int
    body: None = None
    parameters: tuple[()] = ()
    responses: tuple[()] = ()


def finding_bodies(length: int) -> Callable[[], object]:
    api: Any = SimpleNamespace(operations=[*map(Sent, range(length))], received=[], models={}, unions={})
    return lambda: bodies_of_parts(api)


WORKS: dict[str, Callable[[int], Callable[[], object]]] = {
    "references that are checked": resolving,
    "responses that are written out": lambda length: inlining("responses", length),
    "security schemes that are written out": lambda length: inlining("securitySchemes", length),
    "unions that are members of each other": lambda length: unions(length, is_ring=True),
    "unions that are members of the one before": lambda length: unions(length, is_ring=False),
    "many keys that are left out": leaving_out,
    "operations with bodies": finding_bodies,
    "a title": lambda length: lambda: subject_of_title("word " * length),
    "an id beside a tag": lambda length: lambda: size_of(["bombs"], ["b"] * length),
    "an id beside a tag as long": lambda length: lambda: size_of(["b"] * length, ["c"] * length),
    "a tag": lambda length: lambda: _is_part(["bombs"], ["b"] * length),
}


@pytest.mark.parametrize("work", WORKS.values(), ids=WORKS)
def test_twice_the_length_is_twice_the_effort(work: Callable[[int], Callable[[], object]]) -> None:
    work(10)()  # compiles what is compiled once
    some = effort(work(400))
    assert effort(work(800)) < 2.2 * some


def test_a_chain_of_references_ends_where_it_did() -> None:
    survey = Survey(chain("responses", 3, {"description": "end"}))
    ring = Survey(chain("responses", 3, {"$ref": "#/components/responses/R1"}))
    open_ended = Survey(chain("responses", 3, {"$ref": "#/components/responses/R9"}))
    first = Node({"$ref": "#/components/responses/R0"})
    for _ in range(2):
        assert survey.resolved(first) == {"description": "end"}
        assert ring.resolved(first) is None
        assert open_ended.resolved(first) is None


def test_no_plural_is_longer_than_is_looked_for() -> None:
    pairs = [*_IRREGULAR.items(), ("policies", "policy"), ("boxes", "box"), ("classes", "class")]
    words = [word for pair in pairs for word in pair]
    for subject in words:
        for phrase in (["a", *words], [subject[:2], subject[2:], "a"], [subject, "a"]):
            sizes = range(1, len(phrase) + 1)
            assert size_of([subject], phrase) == next((n for n in sizes if alike(phrase[:n], [subject])), 0)
