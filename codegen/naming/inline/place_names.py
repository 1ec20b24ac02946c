"""Names an inline schema by its position."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TypeAlias

from codegen.model.schemas import Array, Enumeration, Map, NamedUnion, Object, Schema
from codegen.naming.verbs import COLLECTIVE, JOINING, NOUNS, VERBS, WITH_KEY
from codegen.naming.words import class_name, is_plural, pascal, singular, words, written_words

Path: TypeAlias = tuple[str, ...]
"""The parts of a name. The last one is that of the place: ``("CreateInvoiceRequest", "Address")``."""


@cache
def joined_name(path: Path) -> str:
    """The name of a path. Repeated words of adjacent parts appear once: ``BudgetAlerting``."""
    if len(path) == 1:
        return "".join(written_words(path[0]))
    name: list[str] = []
    for part in path:
        pieces = written_words(part)
        if pieces and pieces[0] in name:
            overlap = next((n for n in range(len(pieces), 0, -1) if name[-n:] == [*pieces[:n]]), 0)
            pieces = pieces[overlap:]
        name += pieces
    return "".join(name)


_CHANGING = frozenset({"add", "create", "delete", "get", "list", "patch", "put", "remove", "set", "update"})
_DOES = (COLLECTIVE | WITH_KEY | _CHANGING | {"post"}) - {"load"}
"""Verbs that do not describe the thing itself: ``create refund``."""

_BEHIND = JOINING - {"and", "of", "or"}
"""Words that end the thing: ``ListReposForOrg``."""


def thing_of(operation: str, *, is_one: bool = True) -> str:
    """The thing that an operation is about: ``Refund`` for ``CreateRefund``, unless ``Refunds`` are many.

    A verb may be behind a group: ``Repo`` for ``ReposListForOrg``. A verb without a thing is the name.
    """
    pieces = [*written_words(operation)]
    said = [piece.lower() for piece in pieces]
    begins = 1 if said[0] in VERBS else len(said)
    verbs = _DOES if begins == 1 else _CHANGING
    at = next((at for at, word in enumerate(said[:begins]) if word in verbs), len(said))
    size = 3 if said[at + 1 : at + 2] == ["or"] else 1
    size += said[at + size : at + size + 1] == ["all"]
    behind = next((end for end, word in enumerate(said) if end >= at + size and word in _BEHIND), None)
    noun = _without_doubles([*pieces[:at], *pieces[at + size : behind]])
    if not noun or not noun[0][0].isalpha():
        return operation
    last = noun[-1].lower()
    return "".join([*noun[:-1], pascal([singular(last)])] if is_one and is_plural(last) else noun)


def _without_doubles(pieces: Sequence[str]) -> list[str]:
    """``AgentTask`` for ``AgentTasksTask``."""
    ones = [singular(piece.lower()) for piece in pieces]
    return [piece for at, piece in enumerate(pieces) if ones[at] != "".join(ones[at + 1 : at + 2])]


def once(path: Path) -> Path:
    """The path without an owner that the last part repeats: ``ServerType`` of a ``Server``."""
    return path[-1:] if len(path) == 2 and joined_name(path) == path[-1] else path


def is_act(path: Path) -> bool:
    """Whether the name of a path is an act, not a thing: ``GetUser`` for its ``User``."""
    name = joined_name(path)
    return name == path[0] and written_words(name)[0].lower() in VERBS - NOUNS


def said_before(path: Path) -> bool:
    """Whether a body or a response repeats the last part of the path: ``PetResponse``."""
    if len(path) < 2 or not path[-2].endswith(("Request", "Response")):
        return False
    *before, last, _ = ("", *written_words(path[-2]))
    return path[-1] in {"".join((*before, last)), "".join((*before, pascal([singular(last.lower())])))}


def path_within(holder: Schema, part: Schema, property_: str | None, path: Path) -> Path:
    """The name of a schema in another: that of the property, of one item, or else of the outer schema."""
    match holder:
        case Object() if property_ is not None:
            return (*path, named_after(property_))
        case Object() | Array() | Map():
            is_list, is_enum = isinstance(holder, Array), isinstance(part, Enumeration)
            return (*path[:-1], one_of(path[-1], is_list=is_list, is_enum=is_enum))
        case NamedUnion():
            return (*path[:-1], _member_of(holder, part, path[-1]))
        case _:
            return path


@cache
def named_after(text: str) -> str:
    """``CreatedBy`` for ``created_by``. Cached, because a document repeats its properties."""
    return pascal(words(text))


def one_of(name: str, *, is_list: bool, is_enum: bool) -> str:
    """The name of one element of an array or a map: ``UserAddress`` of ``UserAddresses``.

    Without a singular, an enum has the name itself, an object ``MediaItem`` or ``MediaValue``.
    """
    last = written_words(name)[-1]
    one = singular(last.lower())
    if one != last.lower():
        return name.removesuffix(last) + pascal([one])
    if is_enum:
        return name
    return f"{name}{'Item' if is_list else 'Value'}"


def _member_of(union: NamedUnion, member: Schema, name: str) -> str:
    """The name of one member of a named union: ``PaymentSourceCard``, or ``RefUpdateWithSha``.

    It is distinguished by the only value of a property; otherwise, and if several have that value, by a
    property that no other member has or requires. Enums of strings and integers are ``Text`` and ``Number``.
    """
    others = [other for other in union.members if other is not member]
    if isinstance(member, Object) and member.extends:
        return name + _beyond(name, member.extends)
    if isinstance(member, Enumeration):
        kind = "Number" if member.type == "integer" else "Text"
        return f"{name}{kind}" if any(isinstance(other, Enumeration) for other in others) else name
    if not isinstance(member, Object):
        return name
    for key in member.properties:
        value = _constant(member, key)
        alike = [other for other in others if value in _values(other, key)]
        if value is not None and len(alike) < len(others):
            name, others = joined_name((name, pascal(words(value)))), alike
            break
    for keys in (_properties, _required):
        elsewhere = {key for other in others for key in keys(other)}
        own = [key for key in keys(member) if key not in elsewhere]
        own.sort(key=lambda key: key not in member.required)
        if others and own:
            return f"{name}With{pascal(words(own[0]))}"
    return name


def _beyond(name: str, member: str) -> str:
    """A member name without that of its union: ``TXT`` for ``DNSRecordsTXT`` in ``DNSRecordsRecord``."""
    own, known = words(member), words(name)
    shared = 0
    while shared < min(len(own) - 1, len(known)) and own[shared] == known[shared]:
        shared += 1
    return pascal(own[shared:]) if shared else class_name(member)


def _constant(member: Schema, key: str) -> str | None:
    """The only text that a property may have, if it can be a name."""
    values = _values(member, key)
    return values[0] if len(values) == 1 and words(values[0]) else None


def _values(member: Schema, key: str) -> list[str]:
    listed = member.properties.get(key) if isinstance(member, Object) else None
    return (
        [value for value in listed.values if isinstance(value, str)]
        if isinstance(listed, Enumeration)
        else []
    )


def _properties(member: Schema) -> list[str]:
    return [key for key in member.properties if words(key)] if isinstance(member, Object) else []


def _required(member: Schema) -> list[str]:
    return [key for key in member.required if words(key)] if isinstance(member, Object) else []
