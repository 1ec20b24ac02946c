"""View of ``_api.py``: the facts about the API that the runtime needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from codegen.model.api import Api
from codegen.model.classes import Field, Model
from codegen.model.responses import raised_responses, response_type
from codegen.model.types import ListOf, Named, Scalar, Type, UnionOf
from codegen.naming.names import Names
from codegen.text.quoting import Code, join, literal, name, splice
from codegen.views.annotations import Annotations, Imports
from codegen.views.credentials import security_arguments
from codegen.views.servers import main_server


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsView:
    """The module with the facts about the API."""

    settings: tuple[Code, ...]
    """The keyword arguments of ``Facts``."""
    has_imports: bool
    imports: tuple[Code, ...]
    """The imports for type checkers."""
    error_body: Code
    error_detail: Code
    has_security: bool
    """Whether authentication is more than one token."""
    security: tuple[Code, ...]
    """The keyword arguments of ``Security``."""


def facts_view(api: Api, names: Names) -> FactsView:
    """Describe ``_api.py``."""
    imports = Imports(package=".")
    annotations = Annotations(names.components, imports, qualifier="models")
    distribution = names.distribution
    bodies = _error_bodies(api)
    envelopes = [one for model in _models(bodies, api) if (one := _envelope(model, api)) is not None]
    details = tuple(dict.fromkeys(one.item for one in envelopes if one.item is not None))
    return FactsView(
        settings=(
            splice("title={}", literal(api.title)),
            splice("distribution={}", literal(distribution.name)),
            splice("version={}", literal(distribution.version)),
            splice("environment={}", literal(distribution.environment)),
            splice("logger={}", literal(distribution.package)),
            splice("base_url={}", literal(main_server(api))),
            *_error_fields(envelopes, names),
        ),
        error_body=annotations.of(UnionOf(bodies)) if bodies else Code("object"),
        error_detail=annotations.of(UnionOf(details)) if details else Code("object"),
        has_imports=bool(imports.lines()),
        imports=imports.lines(),
        has_security=names.authentication.has_several,
        security=security_arguments(names),
    )


def _error_bodies(api: Api) -> tuple[Type, ...]:
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


def _models(types: tuple[Type, ...], api: Api) -> list[Model]:
    return [api.models[one.name] for one in types if isinstance(one, Named) and one.name in api.models]


_CODES = ("code", "error_code", "type")
_MESSAGES = ("message", "detail", "error_description", "title")
_DETAILS = ("details", "errors")

Owned = tuple[Model, Field]
"""A field with its model."""


@dataclass(frozen=True, slots=True)
class Envelope:
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


def _envelope(model: Model, api: Api) -> Envelope | None:
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


def _error_fields(envelopes: list[Envelope], names: Names) -> list[Code]:
    """The attributes of error bodies that describe the error."""
    owned: dict[str, list[Owned | None]] = {
        "code": [one.code for one in envelopes],
        "message": [one.message for one in envelopes],
        "details": [one.details for one in envelopes],
        "within": [owner for one in envelopes for owner in one.path],
    }
    arguments: list[Code] = []
    for key, several in owned.items():
        there = sorted((one for one in several if one is not None), key=_preference)
        if attributes := dict.fromkeys(_attribute(one, names) for one in there):
            found = join(", ", [literal(attribute) for attribute in attributes])
            arguments.append(splice("{}=({},)", name(key), found))
    differing = {
        attribute: owner[1].wire_name
        for several in owned.values()
        for owner in several
        if owner is not None and (attribute := _attribute(owner, names)) != owner[1].wire_name
    }
    if differing:
        pairs = [splice("{}: {}", literal(key), literal(value)) for key, value in differing.items()]
        arguments.append(splice("wire_names={{{}}}", join(", ", pairs)))
    return [splice("errors=ErrorFields({})", join(", ", arguments))] if arguments else []


def _attribute(owned: Owned, names: Names) -> str:
    model, field = owned
    return names.models[model.name].fields[model.fields.index(field)].name


def _preference(owned: Owned) -> int:
    """The rank of a field among the known names."""
    known = (*_CODES, *_MESSAGES, *_DETAILS)
    wire_name = owned[1].wire_name
    return known.index(wire_name) if wire_name in known else len(known)
