"""Finds the operations, parameters, bodies and responses that tolerating problems has removed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from codegen.document.node import Json, Node, Pointer
from codegen.document.problems import Problem
from codegen.standard.http_methods import FURTHER, METHODS
from codegen.standard.objects import Version, version_of, walk


def losses(before: Node, after: Node, causes: Iterable[Problem]) -> Iterator[Problem]:
    """A problem for each operation, parameter, body, response and content that was removed.

    A part of a lost part is not counted again. `causes` are the problems that were fixed.
    """
    causes = [*causes]
    reasons = {edit.where: f"{one.message}; " for one in causes for edit in one.past or () if edit.removes}
    version = version_of(after)  # it may have been read as a number before
    left = {place for _, place in _parts(after, version)} | {*_indented(causes)}
    lost: set[Pointer] = set()
    for what, place in _parts(before, version):
        if place in left:
            continue
        if not any(place[:length] in lost for length in range(len(place))):
            message = f"{reasons.get(place, '')}this {what} would be missing from the client"
            yield Problem(message, "loss", place, "key", past=())
        lost.add(place)
    for problem in causes:
        yield from _parameters(problem, lost)


def _indented(causes: Iterable[Problem]) -> Iterator[Pointer]:
    """The places of the keys that a change has moved a level down (`codegen.check.indentation`)."""
    for problem in causes:
        for edit in (problem.past or ()) if problem.rule == "misplaced-key" else ():
            if isinstance(edit.value, Node):
                inner = [child for child in edit.value.values() if isinstance(child, Node)]
                yield from ((*edit.where, key) for child in inner for key in child)


_MEANINGLESS = frozenset({"alternatives", "duplicate-parameter", "field-name", "path-parameter"})
"""The rules that are only broken by parameters that cannot be sent, or that are declared twice."""


def _parameters(problem: Problem, lost: AbstractSet[Pointer]) -> Iterator[Problem]:
    """The parameters of operations and paths that a change removes without moving them."""
    edits = problem.past or ()
    if problem.rule in _MEANINGLESS or not all(edit.removes for edit in edits):
        return
    for place in (edit.where for edit in edits):
        is_parameter = place[:1] in {("paths",), ("webhooks",)} and place[-2:-1] == ("parameters",)
        if is_parameter and not any(place[:length] in lost for length in range(len(place))):
            message = f"{problem.message}; this parameter would be missing from the client"
            yield Problem(message, "loss", place, "key", past=())


HOLDING = frozenset(
    {"openapi", "paths", "pathItem", "operation", "responses", "requestBody", "response"}
    | {"components", "callback"}
)
"""The kinds of objects that have such parts, directly or in other objects."""


def _parts(root: Node, version: Version) -> Iterator[tuple[str, Pointer]]:
    """The parts that a client must have, each with its place in the document as loaded."""
    for kind, node in walk(root, version, HOLDING):
        match kind:
            case "paths":
                yield from _held(node, [key for key in node if key.startswith("/")], "path")
            case "openapi":
                webhooks = node.mapping("webhooks")
                yield from _held(webhooks, webhooks.keys(), "webhook")
            case "pathItem":
                yield from _held(node, [key for key in node if _is_operation(node, key)], "operation")
                further = node.mapping(FURTHER)
                yield from _held(further, further.keys(), "operation")
            case "operation":
                yield from _held(node, ("requestBody",), "request body")
            case "responses":
                yield from _held(node, [key for key in node if not key.startswith("x-")], "response")
            case "requestBody" | "response":
                content = node.mapping("content")
                yield from _held(content, content.keys(), "content")
            case _:
                pass


def _is_operation(item: Node, key: str) -> bool:
    """Whether the value of a key is an operation, even if the key is not a method."""
    return key.lower() in METHODS or (not key.startswith("x-") and "responses" in item.mapping(key))


def _held(node: Node, keys: Iterable[str], what: str) -> Iterator[tuple[str, Pointer]]:
    for key in keys:
        value: Json = node.get(key)
        if value is not None:
            yield what, value.pointer if isinstance(value, Node) else (*node.pointer, key)
