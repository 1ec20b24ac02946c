"""What a document may break of the standard and still become a client, if whoever runs the generator says so.

Each rule that can be tolerated has a stated consequence: what becomes of the part that breaks it. No more
than that part is lost, and every run tells how often it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from codegen.document import Json, Node, Pointer
from codegen.problems import Problem
from codegen.standard import METHODS

Mend: TypeAlias = Callable[[Node, Sequence[Problem]], Node]


@dataclass(frozen=True, slots=True)
class Tolerance:
    """What becomes of the parts of a document that break a rule."""

    consequence: str
    """A clause that goes on from "if it is tolerated,"."""
    mend: Mend


def _keep(root: Node, _: Sequence[Problem]) -> Node:
    return root


def _leave_out(*, levels: int = 0) -> Mend:
    """Leave out what each problem is about: the part it names, or what is so many levels around it."""

    def mend(root: Node, problems: Sequence[Problem]) -> Node:
        parts = {_part(problem)[: -levels or None] for problem in problems}
        return _replaced(root, dict.fromkeys(parts))

    return mend


def _allow_anything(root: Node, problems: Sequence[Problem]) -> Node:
    """Let a reference that means nothing stand for any value; leave it out where no schema is meant."""
    changes: dict[Pointer, Node | None] = {}
    for problem in problems:
        part = _part(problem)[:-1]
        changes[part] = Node(pointer=part) if _is_schema(part) else None
    return _replaced(root, changes)


def _is_schema(part: Pointer) -> bool:
    """Whether a schema stands there: what else may be a reference stands in a container of its kind."""
    others = {"parameters", "responses", "requestBody", "headers", "examples", "links", "callbacks"}
    around = part[-2] if isinstance(part[-1], int) or part[-2:-1] != ("components",) else part[-1]
    return part[-1] != "requestBody" and (around not in others or "schema" in part[3:])


_NAME = re.compile(r"\{([^{}]*)\}")


def _match_path_parameters(root: Node, _: Sequence[Problem]) -> Node:
    """Declare as text what a path needs, and leave out what it lacks."""
    paths = root.mapping("paths")
    changed = {
        path: _with_parameters(root, path, item)
        for path, item in root.entries("paths")
        if not path.startswith("x-")
    }
    return root.with_items(paths=paths.with_items(**changed))


def _with_parameters(root: Node, path: str, item: Node) -> Node:
    names = dict.fromkeys(_NAME.findall(path))

    def fits(parameter: Node) -> bool:
        meant = _meant(root, parameter)
        return meant.text("in") != "path" or meant.text("name") in names

    def declared(owner: Node) -> set[str]:
        meant = [_meant(root, parameter) for parameter in owner.mappings("parameters")]
        return {one.text("name") for one in meant if one.text("in") == "path"}

    def mended(owner: Node) -> Node:
        if "parameters" not in owner:
            return owner
        kept: list[Json] = [one for one in owner.mappings("parameters") if fits(one)]
        return owner.with_items(parameters=kept)

    shared = declared(item)
    operations: dict[str, Json] = {}
    for method in METHODS:
        if method in item:
            operation = mended(item.mapping(method))
            missing: list[Json] = [
                _text_parameter(name, operation)
                for name in names
                if name not in shared and name not in declared(operation)
            ]
            if missing:
                operation = operation.with_items(parameters=[*operation.values_of("parameters"), *missing])
            operations[method] = operation
    return mended(item).with_items(**operations)


def _text_parameter(name: str, operation: Node) -> Node:
    place = (*operation.pointer, "parameters", name)
    schema = Node({"type": "string"}, pointer=(*place, "schema"))
    return Node({"name": name, "in": "path", "required": True, "schema": schema}, pointer=place)


def _meant(root: Node, part: Node) -> Node:
    seen: set[str] = set()
    while (reference := part.text("$ref")) and reference not in seen:
        seen.add(reference)
        found: Json = root
        for token in reference.removeprefix("#/").split("/"):
            key = token.replace("~1", "/").replace("~0", "~")
            found = found.get(key) if isinstance(found, Node) else None
        part = found if isinstance(found, Node) else Node(pointer=part.pointer)
    return part


TOLERANCES: Mapping[str, Tolerance] = {
    "circular-reference": Tolerance("the reference stands for any value", _allow_anything),
    "component-name": Tolerance("the component keeps its name", _keep),
    "dangling-reference": Tolerance(
        "a reference to a schema stands for any value, any other is left out", _allow_anything
    ),
    "default": Tolerance("the default is left out of the documentation", _leave_out()),
    "duplicate-operation-id": Tolerance("the second operation is named by its method and path", _leave_out()),
    "duplicate-parameter": Tolerance("the second declaration is left out", _leave_out(levels=1)),
    "duplicate-path": Tolerance("the operations of both paths are kept", _keep),
    "duplicate-tag": Tolerance("the second description is left out", _leave_out(levels=1)),
    "example": Tolerance("the example is left out of the documentation", _leave_out()),
    "external-reference": Tolerance(
        "a reference to a schema stands for any value, any other is left out", _allow_anything
    ),
    "misplaced-key": Tolerance("the key is left out", _leave_out()),
    "path-form": Tolerance(
        "the path is sent as it is written, but for what stands behind a '#', which is never sent", _keep
    ),
    "path-parameter": Tolerance(
        "what a path needs is text, and what it lacks is left out", _match_path_parameters
    ),
    "server-variable": Tolerance("the server is left out: base_url= has to be given", _leave_out(levels=1)),
    "status-code": Tolerance("a key that is no status is left out", _leave_out()),
    "unknown-key": Tolerance("the key is left out", _leave_out()),
    "unknown-operation": Tolerance("the link is left out", _leave_out(levels=1)),
    "unknown-security-scheme": Tolerance("nothing is sent for the scheme", _leave_out()),
    "wrong-reference": Tolerance(
        "a reference to a schema stands for any value, any other is left out", _allow_anything
    ),
}
"""By the name of the rule; any other rule has to be kept."""


def tolerated(problems: Sequence[Problem], rules: Collection[str]) -> list[Problem]:
    """Those of the problems that break one of the rules."""
    return [problem for problem in problems if problem.rule in rules and problem.rule in TOLERANCES]


def mended(root: Node, problems: Sequence[Problem]) -> Node:
    """The document without what its tolerated problems are about, as each rule's `Tolerance` says."""
    for rule, tolerance in TOLERANCES.items():
        broken = [problem for problem in problems if problem.rule == rule]
        if broken:
            root = tolerance.mend(root, broken)
    return root


def _part(problem: Problem) -> Pointer:
    where = problem.where if problem.part is None else problem.part
    if not isinstance(where, tuple):
        raise TypeError(where)
    return where


def _replaced(root: Node, changes: Mapping[Pointer, Node | None]) -> Node:
    """The document with other parts in some places; None for none."""
    around = {part[:length] for part in changes for length in range(len(part))}

    def at(value: Json, place: Pointer) -> Json:
        if place in changes:
            return changes[place]
        if place not in around:
            return value
        if isinstance(value, Node):
            kept = {
                key: at(item, (*place, key))
                for key, item in value.items()
                if changes.get((*place, key), value) is not None
            }
            return Node(kept, pointer=value.pointer, also=value.also)
        if isinstance(value, list):
            return [
                at(item, (*place, index))
                for index, item in enumerate(value)
                if changes.get((*place, index), root) is not None
            ]
        return value

    changed = at(root, ())
    return changed if isinstance(changed, Node) else root
