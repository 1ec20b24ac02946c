"""How a schema that is written inline is called by where it stands."""

from __future__ import annotations

from typing import TypeAlias

from codegen.document.node import Node
from codegen.naming.words import class_name, pascal, singular, words, written_words

Path: TypeAlias = tuple[str, ...]
"""A name by its parts, the last that of the place itself: ``("CreateInvoiceRequest", "Address")``."""


def joined(path: Path) -> str:
    """The name of a path; what a part repeats of those before it is said once: ``BudgetAlerting``."""
    name: list[str] = []
    for part in path:
        pieces = written_words(part)
        if pieces and pieces[0] in name:
            overlap = next((n for n in range(len(pieces), 0, -1) if name[-n:] == [*pieces[:n]]), 0)
            pieces = pieces[overlap:]
        name += pieces
    return "".join(name)


def said_before(path: Path) -> bool:
    """Whether a body or an answer is called after the part that the path leads to: ``PetResponse``."""
    if len(path) < 2 or not path[-2].endswith(("Request", "Response")):
        return False
    *before, last, _ = ("", *written_words(path[-2]))
    return path[-1] in {"".join((*before, last)), "".join((*before, pascal([singular(last.lower())])))}


def path_within(schema: Node, child: Node, keyword: str, property_: str | None, path: Path) -> Path:
    """The name of a schema in another: that of the property, of one item, else that of the whole."""
    if keyword == "properties" and property_ is not None:
        return (*path, pascal(words(property_)))
    if keyword in {"items", "additionalProperties"}:
        return (*path[:-1], _one_of(schema, child, path[-1]))
    if keyword == "oneOf":
        return (*path[:-1], _member_of(schema, child, path[-1]))
    return path


def _one_of(container: Node, element: Node, name: str) -> str:
    """The name of one element of an array or a map: ``UserAddress`` of ``UserAddresses``.

    Without a singular, an enum has the name itself, an object ``MediaItem`` or ``MediaValue``.
    """
    last = written_words(name)[-1]
    one = singular(last.lower())
    if one != last.lower():
        return name.removesuffix(last) + pascal([one])
    if "enum" in element:
        return name
    return f"{name}{'Item' if container.get('type') == 'array' else 'Value'}"


def _member_of(union: Node, member: Node, name: str) -> str:
    """The name of one member of a named union: ``PaymentSourceCard``, or ``RefUpdateWithSha``.

    What sets it apart is the one value that a property may have; else, and among those with the same value, a
    property that no other member has, or needs. Enums of strings and of integers are texts and numbers.
    """
    others = [other for other in union.mappings("oneOf") if other is not member]
    if "$extends" in member:
        return name + _beyond(name, member.text("$extends"))
    if "enum" in member:
        kind = "Number" if member.get("type") == "integer" else "Text"
        return f"{name}{kind}" if any("enum" in other for other in others) else name
    for key in member.mapping("properties"):
        value = _constant(member, key)
        alike = [other for other in others if value in _values(other, key)]
        if value is not None and len(alike) < len(others):
            name, others = name + pascal(words(value)), alike
            break
    for part in ("properties", "required"):
        elsewhere = {key for other in others for key in _keys(other, part)}
        own = [key for key in _keys(member, part) if key not in elsewhere]
        own.sort(key=lambda key: key not in member.values_of("required"))
        if others and own:
            return f"{name}With{pascal(words(own[0]))}"
    return name


def _beyond(name: str, member: str) -> str:
    """What a member's name says beside the union's: ``DNSRecordsTXT`` is ``TXT`` in ``DNSRecordsRecord``."""
    own, known = words(member), words(name)
    shared = 0
    while shared < min(len(own) - 1, len(known)) and own[shared] == known[shared]:
        shared += 1
    return pascal(own[shared:]) if shared else class_name(member)


def _constant(schema: Node, key: str) -> str | None:
    """The one text that a property may have, if it makes a name."""
    values = _values(schema, key)
    return values[0] if len(values) == 1 and words(values[0]) else None


def _values(schema: Node, key: str) -> list[str]:
    listed = schema.mapping("properties").mapping(key).values_of("enum")
    return [value for value in listed if isinstance(value, str)]


def _keys(schema: Node, part: str) -> list[str]:
    keys = [*schema.mapping(part)] if part == "properties" else schema.values_of(part)
    return [key for key in keys if isinstance(key, str) and words(key)]
