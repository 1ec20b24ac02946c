"""Joins members of a union if one of them allows all values of the other."""

from __future__ import annotations

from codegen.document.node import Json, Node, json_pointer

_NAMES = "x-enum-varnames"
_DESCRIPTIONS = "x-enum-descriptions"


def absorbed(members: list[Node]) -> list[Node]:
    """Join the members whose Python types are the same, or whose values another member allows too."""
    kept = _joined(_named_values(members))
    return _joined([_empty_text(member) for member in kept]) if len(kept) > 1 else kept


def _empty_text(member: Node) -> Node:
    """Replace an enum of the empty text alone, which authors write for "unset", by a text of length 0."""
    return member.without("enum").with_items(maxLength=0) if member.get("enum") == [""] else member


def _joined(members: list[Node]) -> list[Node]:
    """Join members of one sort.

    Two strings that differ in ``pattern`` are one string, two enums of strings one enum of all their values.
    A number has every integer, but no float has: an integer stays one. Objects that differ in what they
    require are one that requires what all do.
    """
    kept: dict[tuple[str, ...], Node] = {}
    for index, member in enumerate(members):
        key = _sort(member) or (str(index),)
        if key in kept:
            kept[key] = _either(kept[key], member)
        else:
            kept[key] = member
    return list(kept.values())


def _named_values(members: list[Node]) -> list[Node]:
    """Move title and description of each single value, ``{const: 1, title: Draft}``, to keys of an ``enum``.

    A title names a number, since numbers have no names. A title that several values share names their class.
    """
    single = [member for member in members if _is_single(member)]
    titles = {member.text("title") for member in single}
    are_names = len(titles) == len(single) and all(member.get("type") == "integer" for member in single)
    described = any("description" in member for member in single)

    def named(member: Node) -> Node:
        said: dict[str, Json] = {_NAMES: [member.text("title")]} if are_names else {}
        said |= {_DESCRIPTIONS: [member.text("description")]} if described else {}
        return member.with_items(**said) if _is_single(member) else member

    return [named(member) for member in members] if len(single) > 1 else members


def _is_single(member: Node) -> bool:
    return len(member.values_of("enum")) == 1


def _either(one: Node, other: Node) -> Node:
    """Join two schemas of one sort: keep what is equal in both, and the values of both enums."""
    common = {word: value for word, value in one.items() if other.get(word) == value}
    if "properties" in one:
        needed = [name for name in one.values_of("required") if name in other.values_of("required")]
        common = {**one, "required": needed}
    if "enum" in one:
        values = [*one.values_of("enum"), *other.values_of("enum")]
        common["enum"] = [*dict.fromkeys(value for value in values if isinstance(value, (str, int)))]
        for key in (_NAMES, _DESCRIPTIONS):
            texts = [*one.values_of(key), *other.values_of(key)]
            common |= {key: texts} if len(texts) == len(values) else {}
    return Node(common, pointer=one.pointer, also=one.also).standing_for(*other.origins)


def _sort(member: Node) -> tuple[str, ...] | None:
    """What distinguishes scalar members of a union; None for what is not a plain scalar."""
    if "$ref" in member:
        return ("$ref", member.text("$ref"))
    if "properties" in member:  # ``allOf`` has copied one schema to several members
        place = json_pointer(member.mapping("properties").pointer)
        return ("object", place, *member.mapping("properties"), str(member.get("additionalProperties")))
    type_, format_ = member.text("type"), member.text("format")
    if "enum" in member:
        return ("enum", type_) if type_ in {"string", "integer"} else None
    if type_ not in {"string", "integer", "number", "boolean"}:
        return None
    return (type_, format_) if format_ in {"uuid", "date", "date-time"} else (type_,)
