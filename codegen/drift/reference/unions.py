"""Brings the unions of a page to the form of those of the document, and pairs their alternatives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from codegen.document.node import Pointer
from codegen.drift.reference.page import Shown
from codegen.drift.reference.shapes import Shape, Shapes


def simplified(shown: Shown, members: int) -> Shown:
    """A value whose union contains neither unions nor null, and is none if only one alternative is left.

    Args:
        shown: The value. If it has a type, its alternatives are those of its items, and stay.
        members: How many alternatives the document has. Values that are listed in several are together there,
            unless they are components.
    """
    if shown.alternatives is None or shown.type:
        return shown
    found = [*_flat(shown.alternatives)]
    is_nullable = shown.is_nullable or any(one.type == "null" or one.is_nullable for one in found)
    found = [one for one in found if one.type != "null"]
    if len(found) != members:
        found = _with_values_together(found)
    if len(found) != 1:
        return replace(shown, alternatives=found, is_nullable=is_nullable)
    return replace(
        found[0],
        name=shown.name,
        line=shown.line,
        required=shown.required,
        deprecated=shown.deprecated,
        is_additional=shown.is_additional,
        prose=shown.prose or found[0].prose,
        is_nullable=is_nullable,
    )


def _flat(alternatives: Sequence[Shown]) -> Iterator[Shown]:
    for one in alternatives:
        if one.alternatives is not None and not one.type:
            yield from _flat(one.alternatives)
        else:
            yield one


def _with_values_together(alternatives: Sequence[Shown]) -> list[Shown]:
    found: list[Shown] = []
    for one in alternatives:
        last = found[-1] if found else None
        if last is None or last.type != one.type or last.values is None or one.values is None:
            found.append(one)
        else:
            found[-1] = replace(last, values=[*last.values, *one.values])
    return found


def around(alternatives: Sequence[Shown], members: Sequence[Shape], shapes: Shapes) -> list[str]:
    """The fields of the object around a union, if the page omits them.

    Until version 0.24, the plug-in shows them only with alternatives that have no type of their own.
    """
    ours = [{(name, shapes.of(one).pointer) for name, one in shape.properties.items()} for shape in members]
    theirs = {name for one in alternatives for name in one.fields}
    return sorted({name for name, _ in set[tuple[str, Pointer]].intersection(*ours)} - theirs)


def paired(
    alternatives: Sequence[Shown], members: Sequence[Shape]
) -> tuple[list[tuple[Shown, Shape]], list[Shown], list[Shape]]:
    """Pair the most similar alternatives, and return the rest. Equally many are pairs, too."""
    pairs: list[tuple[Shown, Shape]] = []
    left, ours = list[Shown](), list(members)
    for one in alternatives:
        best = max(ours, key=lambda other: _likeness(one, other), default=None)
        if best is None or not _likeness(one, best):
            left.append(one)
        else:
            pairs.append((one, best))
            ours.remove(best)
    if len(left) == len(ours):
        return [*pairs, *zip(left, ours, strict=True)], [], []
    return pairs, left, ours


def _likeness(shown: Shown, shape: Shape) -> float:
    """The similarity of two alternatives; 0 if their types differ. Objects are compared by their fields."""
    if "object" in shape.types and shown.type == "object":
        some, others = shown.fields.keys(), shape.properties.keys()
        return 1 + (len(some & others) / len(some | others) if some | others else 1)
    if shown.type != shape.type and not (shown.type.startswith("Array") and shape.type.startswith("Array")):
        return 0
    return 1 + (shown.format == shape.format) + (bool(shown.values) is bool(shape.values))
