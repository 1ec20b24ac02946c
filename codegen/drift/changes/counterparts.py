"""Finds the operations and parameters that two documents have in common, even under other names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, MutableMapping, Sequence
from typing import TypeAlias

from codegen.drift.changes.differences import Part, code
from codegen.drift.changes.likeness import Likeness, Pairing, Trait, alike, matched, renamed, text_points
from codegen.drift.changes.properties import declared, trait
from codegen.model.former_names import declared_names
from codegen.model.operations import Operation, Parameter
from codegen.model.schemas import Simplified

Pair: TypeAlias = tuple[Operation, Operation]

ArgumentKey: TypeAlias = tuple[str, str | int]
"""Identifies an argument in both documents: its location, and its name on the wire."""


def title(operation: Operation) -> str:
    """An operation in words for users."""
    return code(f"{operation.method} {operation.path}")


def key_of(operation: Operation) -> tuple[str, str]:
    """The key of an operation within a document."""
    return operation.method, operation.path


def matched_operations(
    old: Sequence[Operation], new: Sequence[Operation], why: MutableMapping[Part, Likeness]
) -> list[Pair]:
    """The pairs of operations that are the same in both documents.

    They have the same method and path; or one whose parameters have other names; or the same ``operationId``,
    be it a former one; or they are alike, and `why` gets the evidence.
    """
    pairs: list[Pair] = []
    before, after = list(old), list(new)
    for identity in (key_of, without_names, lambda one: one.id):
        was, now = _unique(before, identity), _unique(after, identity)
        found = [(one, now[key]) for key, one in was.items() if key in now]
        pairs += found
        before, after = _without(found, before, after)
    heirs = {former.name: one for one in after for former in declared_names(one.extensions)}
    pairs += [(one, heirs[one.id]) for one in before if one.id in heirs]
    before, after = _without(pairs, before, after)
    for one, other, evidence in matched(before, after, _likeness, title, _ENOUGH)[0]:
        pairs.append((one, other))
        why[one.origins[0], other.origins[0]] = evidence
    return pairs


_ENOUGH = 75


def _without(
    pairs: Iterable[Pair], old: Iterable[Operation], new: Iterable[Operation]
) -> tuple[list[Operation], list[Operation]]:
    """The operations without a counterpart so far."""
    was, now = {key_of(one) for one, _ in pairs}, {key_of(other) for _, other in pairs}
    return [one for one in old if key_of(one) not in was], [one for one in new if key_of(one) not in now]


def _likeness(old: Operation, new: Operation) -> Likeness | None:
    """The evidence that an operation has another path and another ``operationId``."""
    before, after = old.path.split("/"), new.path.split("/")
    is_same_shape = len(before) == len(after) and all(
        ("{" in one) is ("{" in other) for one, other in zip(before, after, strict=True)
    )
    if old.method != new.method or not is_same_shape or (old.body is None) is not (new.body is None):
        return None
    text = text_points(
        *(Trait(name=one.id or one.path, text=one.summary or one.description) for one in (old, new))
    )
    steps = [alike(*pair) for pair in zip(before, after, strict=True) if pair[0] and "{" not in pair[0]]
    path = round(30 * sum(steps) / len(steps)) if steps else 0
    named = round(30 * alike(old.id or "", new.id or "")) if old.id and new.id else 0
    reasons = ["the same method and form of the path"]
    reasons += ["a similar description"] if text > 0 else []
    return Likeness(text + path + named, (*reasons, *(["a similar operationId"] if named else [])))


def renamed_parameters(
    old: Operation, new: Operation, before: Simplified, after: Simplified
) -> dict[str, Pairing]:
    """The parameters of an operation that were renamed, by their location.

    Path parameters are excluded, because their place identifies them.
    """
    found: dict[str, Pairing] = {}
    for location in ("query", "header", "cookie"):
        was, now = ([one for one in op.parameters if one.location == location] for op in (old, new))
        former = {one.wire_name: declared_names(one.notes.extensions) for one in now}
        found[location] = renamed(_traits(was, before), _traits(now, after), declared(former, former))
    return found


def _traits(parameters: Iterable[Parameter], components: Simplified) -> list[Trait]:
    return [
        trait(
            one.wire_name,
            components.schema_of(one.origins[0]),
            components,
            text=one.notes.description,
            required=one.required,
        )
        for one in parameters
    ]


NOWHERE: ArgumentKey = ("path", -1)
"""The key of a removed path parameter. No argument has it."""


def moved_in_path(old: Operation, new: Operation) -> dict[ArgumentKey, ArgumentKey]:
    """The path parameters that are at another place of another path, by name."""
    if without_braces(old.path) == without_braces(new.path):
        return {}
    before, after = names_in_path(old.path), names_in_path(new.path)
    found: dict[ArgumentKey, ArgumentKey] = {}
    for index, name in enumerate(before):
        place = after.index(name) if name in after else index if len(before) == len(after) else -1
        is_taken = name not in after and place >= 0 and after[place] in before
        if is_taken or place != index:
            found["path", index] = NOWHERE if is_taken or place < 0 else ("path", place)
    return found


def argument_key(location: str, name: str) -> ArgumentKey:
    """The key of a parameter that is not in the path. Names of headers are case-insensitive."""
    return location, name.lower() if location == "header" else name


def _unique(
    operations: Iterable[Operation], identity: Callable[[Operation], object]
) -> dict[object, Operation]:
    """The operations by a key, without those that share one."""
    found: dict[object, list[Operation]] = {}
    for one in operations:
        found.setdefault(identity(one), []).append(one)
    return {key: several[0] for key, several in found.items() if key is not None and len(several) == 1}


def without_names(operation: Operation) -> tuple[str, str]:
    """The method and the path, without the names in braces."""
    return operation.method, without_braces(operation.path)


def without_braces(path: str) -> str:
    """A path without the names in braces."""
    return _BRACES.sub("{}", path)


def names_in_path(path: str) -> list[str]:
    """The names in braces, in order."""
    return [one[1:-1] for one in _BRACES.findall(path)]


_BRACES = re.compile(r"\{[^}]*\}")


def parameter_key(parameter: Parameter, operation: Operation) -> ArgumentKey:
    """The key of a parameter: its place in the path, or its name."""
    if parameter.location == "path":
        names = names_in_path(operation.path)
        if parameter.wire_name in names:
            return "path", names.index(parameter.wire_name)
    return argument_key(parameter.location, parameter.wire_name)
