"""Error bodies: which of their properties hold the code, the message and the details.

The standard does not say. These are the names that APIs use.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from codegen.model.api import Api
from codegen.model.classes import Field, Model
from codegen.model.responses import raised_responses, response_type
from codegen.model.types import ListOf, Named, Scalar, Type, UnionOf


def error_bodies(api: Api) -> tuple[Type, ...]:
    """The types of all documented error bodies, without duplicates."""
    types = (
        response_type(response, api)
        for operation in api.operations
        for response in raised_responses(operation)
    )
    return tuple(dict.fromkeys(one for type_ in types for one in _alternatives(type_, api)))


def _alternatives(type_: Type, api: Api, within: frozenset[str] = frozenset()) -> Iterator[Type]:
    """The types that a body may have. A union is replaced by its members."""
    match type_:
        case Scalar.NULL:
            return
        case UnionOf():
            members = type_.members
        case Named() if type_.name in api.unions and type_.name not in within:
            members = api.unions[type_.name].members
            within |= {type_.name}
        case _:
            yield type_
            return
    for member in members:
        yield from _alternatives(member, api, within)


_CODES = ("code", "error_code", "type")
_MESSAGES = ("message", "detail", "error_description", "title")
_DETAILS = ("details", "errors")

Owned = tuple[Model, Field]
"""A field with its model."""


class Envelope(Struct, frozen=True):
    """The fields of an error body that describe the error. `path` leads to the model that has them."""

    path: tuple[Owned, ...]
    code: Owned | None
    message: Owned | None
    details: Owned | None

    @property
    def item(self) -> Type | None:
        """The type of an item of the details."""
        if self.details is None:
            return None
        type_ = _plain(self.details[1].type)
        return type_.item if isinstance(type_, ListOf) else None


def envelope_of(model: Model, api: Api) -> Envelope | None:
    """The envelope of an error, which is the body itself or a required object named ``error``."""
    direct = _fields_of(model, ())
    if direct is not None:
        return direct
    for field in model.fields:
        if field.wire_name == "error" and field.required and isinstance(field.type, Named):
            inner = api.models.get(field.type.name)
            return None if inner is None else _fields_of(inner, ((model, field),))
    return None


def _fields_of(model: Model, path: tuple[Owned, ...]) -> Envelope | None:
    by_name = {field.wire_name: field for field in model.fields}

    def first(kind: type[ListOf] | Scalar, *wire_names: str) -> Owned | None:
        for wire_name in wire_names:
            field = by_name.get(wire_name)
            if field is not None:
                type_ = _plain(field.type)
                if type_ is kind or (isinstance(kind, type) and isinstance(type_, kind)):
                    return model, field
        return None

    message = first(Scalar.STRING, *_MESSAGES)
    code = first(Scalar.STRING, *_CODES)
    if message is None and code is None:
        return None
    return Envelope(path, code, message, first(ListOf, *_DETAILS))


def _plain(type_: Type) -> Type:
    """The type without null."""
    if isinstance(type_, UnionOf):
        members = tuple(member for member in type_.members if member is not Scalar.NULL)
        return members[0] if len(members) == 1 else type_
    return type_


def preference(owned: Owned) -> int:
    """The rank of a field among the known names."""
    known = (*_CODES, *_MESSAGES, *_DETAILS)
    wire_name = owned[1].wire_name
    return known.index(wire_name) if wire_name in known else len(known)
