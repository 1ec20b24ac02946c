"""Compares the fields of a body, and the facts about a field or a parameter."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from codegen.document.node import Json
from codegen.drift.reference.findings import Collector, Kind
from codegen.drift.reference.page import NOT, Block, Shown
from codegen.drift.reference.shapes import Shape
from codegen.drift.reference.unions import around, paired, simplified
from codegen.model.schemas import AnyValue


def compare_fields(shown: Shown, shape: Shape, what: str, into: Collector, block: Block) -> None:
    """Compare the schema of a body with all its fields, and the examples of the page with it."""
    if block.unread:
        into.unjudged("unread", f"{block.unread}, in {what}", shape.pointer, block.unread_line)
    compare_field(shown, shape, what, into, is_whole=not block.unread)
    for example in block.examples:
        if not example.is_generated:
            _example(example.value, shape, what, into, example.line)


def compare_field(shown: Shown, shape: Shape, what: str, into: Collector, *, is_whole: bool = True) -> None:
    """Compare a field and the fields in it."""
    shown = simplified(shown, len(shape.members))
    if shown.alternatives is not None and not shown.type:
        _union(shown, shape, what, into)
    elif shown.type.startswith(NOT):
        _negation(shown, shape, what, into)
    elif shape.negated is not None and not shown.type:
        message = f"the page does not show what {what} must not be"
        into.unjudged("negated", message, shape.pointer, shown.line)
    elif shape.is_union and not shown.type:
        message = f"{what} is a union in the document, and the page does not show its alternatives"
        into.unjudged("union", message, shape.pointer, shown.line)
    elif not shown.type or _has_same_type(shown, shape, what, into):
        _value(shown, shape, what, into, is_whole)


def _value(shown: Shown, shape: Shape, what: str, into: Collector, is_whole: bool) -> None:  # noqa: FBT001
    """Compare all facts on the page except the type, which is the same or not shown."""
    if shape.is_union:
        message = f"{what} is a union in the document, and one type on the page"
        into.unjudged("union", message, shape.pointer, shown.line)
        return
    if shape.types and not shown.type and not shown.fields:
        message = f"the page shows no type of {what}"
        into.unjudged("no-type", message, shape.pointer, shown.line)
    _values(shown, shape, what, into)
    _tags(shown, shape, what, into)
    if shown.alternatives is not None and shape.items is not None:
        items = replace(shown, type="", values=None, tags="", is_nullable=False)
        compare_field(items, into.shapes.of(shape.items), f"an item of {what}", into)
        return
    if shown.is_recursive or (shown.type and "object" not in shown.type):
        return
    if (shown.type or shown.fields) and ("object" in shape.type or not shape.types):
        _properties(shown, shape, what, into, is_whole)


def _union(shown: Shown, shape: Shape, what: str, into: Collector) -> None:
    """Compare the alternatives of a union."""
    members = [into.shapes.of(one) for one in shape.members]
    if len(members) < _SEVERAL:
        _types_of_union(shown, shape, what, into)
        return
    if shown.is_nullable:
        message = f"{what} may be null on the page, and not in the document"
        into.fact(shape.nullable, "null-changed", message, shape.pointer, shown.line)
    if shown.discriminator and shape.discriminator:
        message = (
            f"`{shown.discriminator}` tells apart {what} on the page, `{shape.discriminator}` in the document"
        )
        is_same = shown.discriminator == shape.discriminator
        into.fact(is_same, "discriminator-changed", message, shape.pointer, shown.line)
    if hidden := around(shown.alternatives or (), members, into.shapes):
        message = f"{what} has the fields {', '.join(hidden)} in each alternative, which older pages omit"
        into.unjudged("around", message, shape.pointer, shown.line)
        members = [
            replace(one, properties={name: of for name, of in one.properties.items() if name not in hidden})
            for one in members
        ]
    pairs, new, gone = paired(shown.alternatives or (), members)
    for one, other in pairs:
        into.facts += 1
        compare_field(one, other, f"an alternative of {what}", into)
    for one in new:
        into.only_on_page("alternative", f"the alternative `{one.type}` of {what}", shape.pointer, one.line)
    for other in gone:
        here = f"the alternative `{other.type}` of {what}"
        into.only_in_document("alternative", here, other.pointer, shown.line)


_SEVERAL = 2


def _types_of_union(shown: Shown, shape: Shape, what: str, into: Collector) -> None:
    """Compare a union with a schema that is not a union. Alternatives of one type may be one schema there."""
    theirs = frozenset[str]().union(*(_alternatives(one.type) for one in shown.alternatives or ()))
    ours = _alternatives_of(shape)
    if theirs and ours and theirs != ours:
        message = (
            f"{what} is one of `{' | '.join(sorted(theirs))}` on the page, and `{shape.type}` in the document"
        )
        into.drift("type-changed", message, shape.pointer, shown.line)
    else:
        message = f"{what} is a union on the page, and one type in the document"
        into.unjudged("union", message, shape.pointer, shown.line)


def _has_same_type(shown: Shown, shape: Shape, what: str, into: Collector) -> bool:
    theirs = _alternatives(shown.type)
    ours = _alternatives_of(shape)
    is_nullable = shown.is_nullable or "null" in theirs or f" {_NULLABLE} " in f" {shown.tags} "
    types = theirs - {"null"}
    ours = frozenset(_as_deep(one, theirs) for one in ours)
    is_same = types == (ours or {"any"})
    where, line = shape.pointer, shown.type_line
    message = f"{what} is `{shown.type}` on the page, and `{shape.type}` in the document"
    into.fact(is_same, "type-changed", message, where, line)
    if is_same and (
        types != {"object"} or shown.is_nullable
    ):  # the plug-in does not show that an object may be null
        allowed, said = ("may" if one else "may not" for one in (is_nullable, shape.nullable))
        message = f"{what} {allowed} be null on the page, and {said} in the document"
        into.fact(allowed == said, "null-changed", message, where, line)
    if is_same and (shown.format or shape.format):
        here, said = (f"the format `{one}`" if one else "no format" for one in (shown.format, shape.format))
        message = f"{what} has {here} on the page, and {said} in the document"
        into.fact(here == said, "format-changed", message, where, line)
    return is_same


_NULLABLE = "nullable"


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


def _alternatives_of(shape: Shape) -> frozenset[str]:
    return frozenset[str]().union(*map(_alternatives, shape.types))


def _as_deep(ours: str, theirs: Collection[str]) -> str:
    """Our type as deep as the page shows it. The plug-in does not always show the items of a list."""
    if not ours.startswith("Array"):
        return ours
    bare = next((one for one in theirs if one in {"array", "Array"}), None)
    if bare is not None:
        return bare
    inner = [one[len("Array<") : -1] for one in theirs if one.startswith("Array<")]
    return f"Array<{_as_deep(ours[len('Array<') : -1], inner)}>" if inner and ours.endswith(">") else ours


def _values(shown: Shown, shape: Shape, what: str, into: Collector) -> None:
    theirs = shown.values
    if theirs is None:
        if shape.values is not None:
            message = f"the document lists {len(shape.values)} values of {what}, the page none"
            into.add(Kind.BEYOND, "values-added", message, shape.pointer, shown.line)
        return
    ours = [str(one) for one in shape.values or ()]
    words = [one for one in theirs if one != "null"]
    into.facts += max(len(words), 1)
    if " ".join(ours) == " ".join(words):  # a value may be several words
        return
    for rule, where, some, others in (
        ("value-missing", "on the page, and not in the document", words, ours),
        ("value-added", "in the document, and not on the page", ours, words),
    ):
        for one in some:
            if one not in others:
                message = f"{what} has the value `{one}` {where}"
                into.add(Kind.DRIFT, rule, message, shape.pointer, shown.values_line)


_ZERO = {"> 0", "< 0"}
"""Bounds that the plug-in shows for OpenAPI 3.1, but not for 3.0."""


def _tags(shown: Shown, shape: Shape, what: str, into: Collector) -> None:
    if shown.is_composed:
        message = f"the page shows the bounds of {what} in several parts, and does not say how they combine"
        into.unjudged("composed", message, shape.pointer, shown.tags_line)
        return
    theirs = " ".join(f" {shown.tags} ".replace(f" {_NULLABLE} ", " ").split())
    tags = [one for one in shape.tags if one not in _ZERO or one in theirs]
    ours = " ".join(" ".join(tags).split())
    if not theirs:
        if ours:
            message = f"the document says `{ours}` of {what}, the page nothing"
            into.add(Kind.BEYOND, "bounds-added", message, shape.pointer, shown.line)
        return
    if shape.is_composed and _without_default(theirs) == _without_default(ours):
        message = (
            f"the page shows the default of a part of {what}, not the one that the document sets around it"
        )
        into.unjudged("composed", message, shape.pointer, shown.tags_line)
        return
    message = f"the page says `{theirs}` of {what}, the document {f'`{ours}`' if ours else 'nothing'}"
    if into.has_given_up(shape.pointer):
        message = f"{message}, in which a mistake was given up"
        into.unjudged("given-up", message, shape.pointer, shown.tags_line)
        return
    into.fact(theirs == ours, "bounds-changed", message, shape.pointer, shown.tags_line)


def _without_default(tags: str) -> str:
    return re.sub(r"default: \S+ ?", "", f"{tags} ").strip()


def _properties(
    shown: Shown,
    shape: Shape,
    what: str,
    into: Collector,
    is_whole: bool,  # noqa: FBT001
) -> None:
    gone = [name for name in shape.properties if name not in shown.fields] if is_whole else []
    new = [name for name in shown.fields if name not in shape.properties]
    renamed = _renamed(shown, shape, gone, new)
    for name, field in shown.fields.items():
        ours = renamed.get(name, name)
        here = f"the field `{name}` of {what}"
        if ours not in shape.properties:
            into.only_on_page("field", here, shape.pointer, field.line)
            continue
        into.facts += 1
        inner = into.shapes.of(shape.properties[ours])
        if ours != name:
            message = f"{here} is called `{ours}` in the document"
            into.add(Kind.DRIFT, "field-renamed", message, inner.pointer, field.line)
        into.required(field.required, ours in shape.required, here, inner.pointer, field)
        into.prose(" ".join(field.prose), inner.prose, here, inner.pointer, field.line)
        compare_field(field, inner, here, into, is_whole=is_whole)
    for name in gone:
        if name not in renamed.values():
            pointer = into.shapes.of(shape.properties[name]).pointer
            into.only_in_document("field", f"the field `{name}` of {what}", pointer, shown.line)
    if shown.further is not None and shape.further is not None:
        into.facts += 1
        here = f"a further field of {what}"
        compare_field(shown.further, into.shapes.of(shape.further), here, into, is_whole=is_whole)
    elif shown.further is not None:
        message = f"{what} may have further fields on the page, and not in the document"
        into.drift("further-missing", message, shape.pointer, shown.further.line)
    elif is_whole and shape.further is not None and not isinstance(shape.further, AnyValue):
        message = f"{what} may have further fields in the document, and not on the page"
        into.drift("further-added", message, shape.pointer, shown.line)


def _renamed(shown: Shown, shape: Shape, gone: list[str], new: list[str]) -> Mapping[str, str]:
    """The renamed fields: those that follow the same field in the document."""
    found: dict[str, str] = {}
    theirs, ours = ["", *shown.fields], ["", *shape.properties]
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
                message = f"an example of the page has the field `{name}` of {what}, the document does not"
                into.drift("example-field", message, shape.pointer, line)
    elif shape.values is not None and value is not None:
        message = (
            f"an example of the page has the value `{value}` of {what}, which the document does not allow"
        )
        into.fact(value in shape.values, "example-value", message, shape.pointer, line)


def _negation(shown: Shown, shape: Shape, what: str, into: Collector) -> None:
    """Compare the negated schema that a page shows. The page then shows nothing else about the value."""
    theirs = shown.type.removeprefix(NOT)
    line = shown.type_line
    if shape.negated is None and shape.is_composed:
        message = f"{what} must not be `{theirs}` on the page, which shows a part of the schema"
        into.unjudged("negated", message, shape.pointer, line)
        return
    if shape.negated is None:
        message = f"{what} must not be `{theirs}` on the page, and the document does not say so"
        into.drift("negation-missing", message, shape.pointer, line)
        return
    ours = _negated_type(shape.negated)
    message = f"{what} must not be `{theirs}` on the page, and must not be `{ours}` in the document"
    into.fact(_is_same_negation(theirs, ours), "negation-changed", message, shape.pointer, line)
    said = shape.negated.get("format")
    if shown.format or said:
        here = f"what {what} must not be"
        message = f"{here} has the format `{shown.format}` on the page, and `{said}` in the document"
        into.fact(shown.format == (said or ""), "format-changed", message, shape.pointer, line)


def _is_same_negation(theirs: str, ours: str) -> bool:
    """Whether two types are the same. Versions of the plug-in show lists differently."""
    lists = [one.partition("<")[0].lower() for one in (theirs, ours)]
    return {*theirs.split(" | ")} == {*ours.split(" | ")} or lists == ["array", "array"]


def _negated_type(schema: Mapping[str, Json]) -> str:
    said = schema.get("type")
    types = [str(one) for one in said] if isinstance(said, list) else [str(said)] if said else []
    return " | ".join(types) or "any"
