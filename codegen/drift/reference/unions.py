"""Brings the unions of a page to the form that those of the document have, and pairs their alternatives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from codegen.drift.reference.page import Shown
from codegen.drift.reference.shapes import Shape


def simplified(shown: Shown) -> Shown:
    """A value whose union contains neither unions, nor null, nor several lists of values of one type."""
    if shown.alternatives is None or shown.type:
        return shown
    nullable, found = shown.is_nullable, list[Shown]()
    for one in map(simplified, shown.alternatives):
        nullable |= one.is_nullable
        if one.type == "null":
            nullable = True
        elif one.alternatives is not None and not one.type:
            found += one.alternatives
        elif found and _is_listed(one) and _is_listed(found[-1]) and found[-1].type == one.type:
            found[-1] = replace(found[-1], values=[*(found[-1].values or ()), *(one.values or ())])
        else:
            found.append(one)
    if len(found) != 1:
        return replace(shown, alternatives=found, is_nullable=nullable)
    return replace(
        found[0],
        name=shown.name,
        line=shown.line,
        required=shown.required,
        deprecated=shown.deprecated,
        is_additional=shown.is_additional,
        prose=shown.prose or found[0].prose,
        is_nullable=nullable,
    )


def _is_listed(shown: Shown) -> bool:
    return shown.values is not None


def paired(
    alternatives: Sequence[Shown], members: Sequence[Shape]
) -> tuple[list[tuple[Shown, Shape]], list[Shown], list[Shape]]:
    """Pair what is most alike, and return what is left on both sides; equally many are pairs, too."""
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
    """How alike two alternatives are; 0 if their types differ. An object counts by its fields."""
    if "object" in shape.types and shown.type == "object":
        some, others = shown.fields.keys(), shape.properties.keys()
        return 1 + (len(some & others) / len(some | others) if some | others else 1)
    if shown.type != shape.type and not (shown.type.startswith("Array") and shape.type.startswith("Array")):
        return 0
    return 1 + (shown.format == shape.format) + (bool(shown.values) is bool(shape.values))
