"""Compares the fields of a body, and what the page says of a field or a parameter."""

from __future__ import annotations

import re
from collections.abc import Mapping

from codegen.document.node import Json
from codegen.drift.reference.collecting import Collector
from codegen.drift.reference.finding import Kind
from codegen.drift.reference.nesting import Tree
from codegen.drift.reference.page import Block
from codegen.drift.reference.shapes import Shape


def compare_fields(tree: Tree, shape: Shape, what: str, into: Collector, block: Block) -> None:
    """Compare the schema of a body with all its fields, and the examples of the page with it."""
    if block.unread:
        into.add(Kind.UNJUDGED, "unread", f"{block.unread}, in {what}", shape.pointer, block.unread_line)
    compare_field(tree, shape, what, into, is_whole=not block.unread)
    for example in block.examples:
        if not example.is_generated:
            _example(example.value, shape, what, into, example.line)


def compare_field(tree: Tree, shape: Shape, what: str, into: Collector, *, is_whole: bool = True) -> None:
    """Compare a field and the fields in it."""
    shown = tree.shown
    if shape.is_union:
        into.add(
            Kind.UNJUDGED,
            "union",
            f"{what} is a union in the document, whose alternatives a text does not show",
            shape.pointer,
            shown.line,
        )
        return
    if shown.type:
        if not _has_same_type(tree, shape, what, into):
            return
    elif shape.types and not tree.fields:
        message = f"the page shows no type of {what}"
        into.add(Kind.UNJUDGED, "no-type", message, shape.pointer, shown.line)
    _values(tree, shape, what, into)
    _tags(tree, shape, what, into)
    if shown.is_recursive or (shown.type and "object" not in shown.type):
        return
    if (shown.type or tree.fields) and ("object" in shape.type or not shape.types):
        _properties(tree, shape, what, into, is_whole)


def _has_same_type(tree: Tree, shape: Shape, what: str, into: Collector) -> bool:
    shown = tree.shown
    theirs = _alternatives(shown.type)
    ours = frozenset[str]().union(*map(_alternatives, shape.types))
    is_nullable = "null" in theirs or f" {_NULLABLE} " in f" {shown.tags} "
    types = theirs - {"null"}
    if types & {"array", "Array"}:  # the plug-in does not always show what is in it
        (bare,) = types & {"array", "Array"}
        ours = frozenset(bare if one.startswith("Array") else one for one in ours)
    is_same = types == (ours or {"any"})
    into.fact(
        is_same,
        "type-changed",
        f"{what} is `{shown.type}` on the page, and `{shape.type}` in the document",
        shape.pointer,
        shown.type_line,
    )
    if is_same and types != {"object"}:  # the plug-in does not show that an object may be null
        into.fact(
            is_nullable is shape.nullable,
            "null-changed",
            f"{what} {_may(is_nullable)} be null on the page, and {_may(shape.nullable)} in the document",
            shape.pointer,
            shown.type_line,
        )
    if is_same and (shown.format or shape.format):
        into.fact(
            shown.format == shape.format,
            "format-changed",
            f"{what} has {_format(shown.format)} on the page, and {_format(shape.format)} in the document",
            shape.pointer,
            shown.type_line,
        )
    return is_same


_NULLABLE = "nullable"


def _may(is_allowed: bool) -> str:  # noqa: FBT001
    return "may" if is_allowed else "may not"


def _alternatives(type_: str) -> frozenset[str]:
    """The alternatives of a type. The plug-in does not always show that items may be null."""
    found: set[str] = set()
    for one in re.split(r" \| (?![^<]*>)", type_):
        if one.startswith("Array<"):
            items = _alternatives(one.removeprefix("Array<").removesuffix(">")) - {"null"}
            found.add(f"Array<{' | '.join(sorted(items))}>")
        else:
            found.add(one)
    return frozenset(found)


def _format(value: str) -> str:
    return f"the format `{value}`" if value else "no format"


def _values(tree: Tree, shape: Shape, what: str, into: Collector) -> None:
    theirs = tree.shown.values
    if theirs is None:
        if shape.values is not None:
            message = f"the document lists {len(shape.values)} values of {what}, the page none"
            into.add(Kind.BEYOND, "values-added", message, shape.pointer, tree.shown.line)
        return
    ours = [str(one) for one in shape.values or ()]
    words = [one for one in theirs.split() if one != "null"]
    into.facts += max(len(words), 1)
    if " ".join(ours) == " ".join(words) or sorted(ours) == sorted(words):
        return
    line = tree.shown.values_line
    for kind, some, others in (("missing", words, ours), ("added", ours, words)):
        where = ("on the page, and not in the document", "in the document, and not on the page")[
            kind == "added"
        ]
        for one in some:
            if one not in others:
                message = f"{what} has the value `{one}` {where}"
                into.add(Kind.DRIFT, f"value-{kind}", message, shape.pointer, line)


def _tags(tree: Tree, shape: Shape, what: str, into: Collector) -> None:
    shown = tree.shown
    theirs = " ".join(f" {shown.tags} ".replace(f" {_NULLABLE} ", " ").split())
    ours = " ".join(" ".join(shape.tags).split())
    if not theirs:
        if ours:
            message = f"the document says `{ours}` of {what}, the page nothing"
            into.add(Kind.BEYOND, "bounds-added", message, shape.pointer, shown.line)
        return
    message = f"the page says `{theirs}` of {what}, the document {f'`{ours}`' if ours else 'nothing'}"
    into.fact(theirs == ours, "bounds-changed", message, shape.pointer, shown.type_line + 1)


def _properties(
    tree: Tree,
    shape: Shape,
    what: str,
    into: Collector,
    is_whole: bool,  # noqa: FBT001
) -> None:
    gone = [name for name in shape.properties if name not in tree.fields] if is_whole else []
    new = [name for name in tree.fields if name not in shape.properties]
    renamed = _renamed(tree, shape, gone, new)
    for name, field in tree.fields.items():
        ours = renamed.get(name, name)
        here = f"the field `{name}` of {what}"
        into.facts += 1
        if ours not in shape.properties:
            message = f"{here} is on the page, and not in the document"
            into.add(Kind.DRIFT, "field-missing", message, shape.pointer, field.shown.line)
            continue
        schema = shape.properties[ours]
        inner = into.shapes.of(schema)
        if ours != name:
            message = f"{here} is called `{ours}` in the document"
            into.add(Kind.DRIFT, "field-renamed", message, inner.pointer, field.shown.line)
        into.required(field.shown.required, ours in shape.required, here, inner.pointer, field.shown)
        into.prose(" ".join(field.shown.prose), inner.prose, here, inner.pointer, field.shown.line)
        compare_field(field, inner, here, into, is_whole=is_whole)
    for name in gone:
        if name not in renamed.values():
            into.facts += 1
            message = f"the field `{name}` of {what} is in the document, and not on the page"
            pointer = into.shapes.of(shape.properties[name]).pointer
            into.add(Kind.DRIFT, "field-added", message, pointer, tree.shown.line)
    if tree.further is not None:
        here = f"a further field of {what}"
        into.facts += 1
        if shape.further is None:
            message = f"{what} may have further fields on the page, and not in the document"
            into.add(Kind.DRIFT, "further-missing", message, shape.pointer, tree.further.shown.line)
        else:
            compare_field(tree.further, into.shapes.of(shape.further), here, into, is_whole=is_whole)


def _renamed(tree: Tree, shape: Shape, gone: list[str], new: list[str]) -> Mapping[str, str]:
    """The fields that have another name in the document: those behind the same field."""
    found: dict[str, str] = {}
    theirs, ours = ["", *tree.fields], ["", *shape.properties]
    for name in new:
        before = theirs[theirs.index(name, 1) - 1]
        before = found.get(before, before)
        if before not in ours:
            continue
        at = ours.index(before) + 1
        if at < len(ours) and ours[at] in gone:
            found[name] = ours[at]
    return found


def _example(value: Json, shape: Shape, what: str, into: Collector, line: int) -> None:
    """Compare an example of the page: the document has to know its fields and allow its values."""
    if isinstance(value, list):
        for one in value:
            _example(one, shape, what, into, line)
    elif isinstance(value, dict) and not shape.is_union:
        for name, item in value.items():
            if name in shape.properties:
                here = f"the field `{name}` of {what}"
                into.facts += 1
                _example(item, into.shapes.of(shape.properties[name]), here, into, line)
            elif shape.types == {"object"} and shape.further is None:
                into.facts += 1
                message = f"an example of the page has the field `{name}` of {what}, the document does not"
                into.add(Kind.DRIFT, "example-field", message, shape.pointer, line)
    elif shape.values is not None and value is not None:
        into.fact(
            value in shape.values,
            "example-value",
            f"an example of the page has the value `{value}` of {what}, which the document does not allow",
            shape.pointer,
            line,
        )
