"""Determines how the fields of a page are nested, which its text does not show.

An example that the plug-in generated has the same fields in the same order, and shows it. Else a field
belongs to the innermost object that has such a field in the document, and has not had it on the page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from codegen.document.node import Json
from codegen.drift.reference.page import Block, Shown
from codegen.drift.reference.shapes import Shape, Shapes
from codegen.model.schemas import Schema


def nested(block: Block, shape: Shape, shapes: Shapes) -> Shown:
    """The value of a block with its fields, nested."""
    root = block.root or Shown(name="", line=block.line)
    if block.is_nested:
        return root
    root = replace(root, fields={})
    generated = next((one.value for one in block.examples if one.is_generated), None)
    depths = [*_depths(generated, 0)]
    if [name for name, _ in depths] == [one.name for one in block.fields]:
        path = [root]
        for shown, (_, depth) in zip(block.fields, depths, strict=True):
            del path[depth + 1 :]
            path.append(_added(path[-1], shown))
        return root
    return _guided(root, block, shape, shapes)


def _added(owner: Shown, shown: Shown) -> Shown:
    """Add a field of a block to its owner. The block itself does not change."""
    copy = replace(shown, fields={})
    owner.add(copy)
    return copy


def _depths(value: Json, depth: int) -> Iterator[tuple[str, int]]:
    """The keys of an example in order, each with its depth."""
    while isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        for key, item in value.items():
            yield key, depth
            yield from _depths(item, depth + 1)


def _guided(root: Shown, block: Block, shape: Shape, shapes: Shapes) -> Shown:
    path: list[_Level] = [_Level(root, shape)]
    names = {one.name for one in block.fields}
    for shown in block.fields:
        at = _owner(shown, path, names)
        del path[at + 1 :]
        level = path[-1]
        schema = level.schema_of(shown, names)
        added = _added(level.shown, shown)
        if "object" in shown.type and not shown.is_recursive:
            path.append(_Level(added, None if schema is None else shapes.of(schema)))
    return root


@dataclass(frozen=True, slots=True)
class _Level:
    """An object that may have more fields, and its shape in the document."""

    shown: Shown
    shape: Shape | None

    def has(self, shown: Shown) -> bool:
        """Whether it has such a field in the document, and not yet on the page."""
        if self.shape is None:
            return False
        if shown.is_additional:
            return self.shape.further is not None and self.shown.further is None
        return shown.name in self.shape.properties and shown.name not in self.shown.fields

    def renamed(self, names: Collection[str]) -> str | None:
        """The next field in the document, if the page has none of its name."""
        if self.shape is None:
            return None
        ours = ["", *self.shape.properties, ""]
        last = next(reversed(self.shown.fields), "")
        after = ours[ours.index(last) + 1] if last in ours else ""
        return after if after and after not in names else None

    def schema_of(self, shown: Shown, names: Collection[str]) -> Schema | None:
        """The schema of a field in the document, though it may have another name there."""
        if self.shape is None:
            return None
        if shown.is_additional:
            return self.shape.further
        name = shown.name if shown.name in self.shape.properties else self.renamed(names)
        return None if name is None else self.shape.properties[name]


def _owner(shown: Shown, path: Sequence[_Level], names: Collection[str]) -> int:
    """The index of the object that a field belongs to, from the inside to the outside.

    The field for additional properties is the last one of its object.
    """
    levels = [at for at in range(len(path) - 1, -1, -1) if path[at].shown.further is None]
    known = (at for at in levels if path[at].has(shown))
    renamed = (at for at in levels if path[at].renamed(names) is not None)
    free = (at for at in levels if shown.name not in path[at].shown.fields)
    return next(chain(known, renamed if not shown.is_additional else (), free), len(path) - 1)
