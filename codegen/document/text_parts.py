"""The parts of a text: their offsets, and how they are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias, cast

import yaml
from msgspec import Struct

from codegen.document.source import Source, json_children, json_end

Member: TypeAlias = "tuple[str | int, int, TextPart]"
"""A key or an index, where it begins, and the part. An item begins at its dash, if it has one."""


class TextPart(Struct, frozen=True):
    """A value in a text."""

    start: int
    end: int
    """The offset after its last character, before comments and empty lines that follow."""
    is_flow: bool = True
    """Whether it is in brackets, or a scalar."""
    members: tuple[Member, ...] | None = None
    """The members of a mapping or a list; None for a scalar."""


def text_parts(source: Source) -> TextPart:
    """All parts of a text that has been read before."""
    text = source.json if source.is_json else source.text
    if source.is_json:
        return _of_json(text, len(text) - len(text.lstrip()))
    return TextPart(0, 0) if source.tree is None else _of_yaml(text, source.tree)


def _of_json(text: str, start: int) -> TextPart:
    end = json_end(text, start)
    if text[start] not in "{[":
        return TextPart(start, end)
    members = ((key, key_at, _of_json(text, at)) for key, (key_at, at) in json_children(text, start))
    return TextPart(start, end, members=tuple(members))


def _of_yaml(text: str, node: yaml.Node) -> TextPart:
    start, end = node.start_mark.index, node.end_mark.index
    if not isinstance(node, yaml.CollectionNode):
        return TextPart(start, start + len(text[start:end].rstrip()))
    members = tuple(_members(text, node))
    if bool(node.flow_style) or not members:
        return TextPart(start, end, members=members)
    return TextPart(start, members[-1][2].end, is_flow=False, members=members)


def _members(text: str, node: yaml.CollectionNode) -> Iterator[Member]:
    if isinstance(node, yaml.MappingNode):
        for key, value in cast("list[tuple[yaml.Node, yaml.Node]]", node.value):
            yield str(key.value), key.start_mark.index, _of_yaml(text, value)
        return
    for index, item in enumerate(cast("list[yaml.Node]", node.value)):
        start = item.start_mark.index
        yield index, start if node.flow_style else text.rindex("-", 0, start), _of_yaml(text, item)
