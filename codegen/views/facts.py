"""What ``_api.py`` is made of: all that the runtime, the same for every API, must know of this one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from codegen.annotations import Annotations, Imports
from codegen.model import Api, Field, ListOf, Model, Named, Scalar, Type, UnionOf
from codegen.naming import Names
from codegen.quoting import Code, join, literal, name, splice
from codegen.views.authentication import has_several, security
from codegen.views.resources import errors
from codegen.views.servers import main_server
from codegen.wire import received


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeView:
    """Where one model of an error's body keeps its code, its message and its details."""

    model: Code
    code: Code
    message: Code
    details: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsView:
    """The module that sets the API apart."""

    settings: tuple[Code, ...]
    """Keyword arguments of ``Facts``."""
    has_imports: bool
    imports: tuple[Code, ...]
    """For type checkers alone."""
    error_body: Code
    error_detail: Code
    has_asked: bool
    asked: tuple[EnvelopeView, ...]
    """Of documented error bodies; the body is asked which it is."""
    certain: tuple[EnvelopeView, ...]
    """Of the one body that is left then."""
    has_others: bool
    """There are bodies that have neither code nor message, or no bodies."""
    has_security: bool
    """There is more to authentication than one token."""
    security: tuple[Code, ...]
    """Keyword arguments of ``Security``."""


def facts_view(api: Api, names: Names) -> FactsView:
    """Describe ``_api.py``."""
    imports = Imports(package=".")
    annotations = Annotations(names.classes, imports, qualifier="models")
    distribution = names.distribution
    bodies = _error_bodies(api)
    found = [(model, _envelope(model, api)) for model in _models(bodies, api)]
    envelopes = [(model, envelope) for model, envelope in found if envelope is not None]
    details = tuple(dict.fromkeys(envelope.item for _, envelope in envelopes if envelope.item is not None))
    views = tuple(
        EnvelopeView(
            model=annotations.of(Named(model.name)),
            code=_text(envelope.path, envelope.code, names),
            message=_text(envelope.path, envelope.message, names),
            details=_list(envelope.path, envelope.details, names),
        )
        for model, envelope in envelopes
    )
    has_others = not bodies or len(envelopes) < len(bodies)
    return FactsView(
        settings=(
            splice("title={}", literal(api.title)),
            splice("distribution={}", literal(distribution.name)),
            splice("version={}", literal(distribution.version)),
            splice("environment={}", literal(distribution.environment)),
            splice("logger={}", literal(distribution.package)),
            splice("base_url={}", literal(main_server(api))),
        ),
        error_body=annotations.of(UnionOf(bodies)) if bodies else Code("object"),
        error_detail=annotations.of(UnionOf(details)) if details else Code("object"),
        has_asked=(has_others and bool(views)) or len(views) > 1,
        asked=views if has_others else views[:-1],
        certain=() if has_others else views[-1:],
        has_others=has_others,
        has_imports=bool(imports.lines()),
        imports=imports.lines(),
        has_security=has_several(names),
        security=security(names),
    )


def _error_bodies(api: Api) -> tuple[Type, ...]:
    """The types of the bodies of all documented errors, each once."""
    types = (received(response, api) for operation in api.operations for response in errors(operation))
    return tuple(dict.fromkeys(one for type_ in types for one in _alternatives(type_, api)))


def _alternatives(type_: Type, api: Api, within: frozenset[str] = frozenset()) -> Iterator[Type]:
    """The types that a body may be of: of a union its members."""
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


Owned = tuple[Model, Field]
"""A field with the model it is in."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """The fields of an error's body that say what is wrong; `path` leads to the model that has them."""

    path: tuple[Owned, ...]
    code: Owned | None
    message: Owned | None
    details: Owned | None

    @property
    def item(self) -> Type | None:
        """The type of one detail."""
        if self.details is None:
            return None
        type_ = _plain(self.details[1].type)
        return type_.item if isinstance(type_, ListOf) else None


def _envelope(model: Model, api: Api) -> Envelope | None:
    """The envelope of an error, on the body itself or in a required object named ``error``."""
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

    message = first(Scalar.STRING, "message", "detail", "error_description", "title")
    code = first(Scalar.STRING, "code", "error_code", "type")
    if message is None and code is None:
        return None
    return Envelope(path, code, message, first(ListOf, "details", "errors"))


def _plain(type_: Type) -> Type:
    """The type without null."""
    if isinstance(type_, UnionOf):
        members = tuple(member for member in type_.members if member is not Scalar.NULL)
        return members[0] if len(members) == 1 else type_
    return type_


def _text(path: tuple[Owned, ...], owned: Owned | None, names: Names) -> Code:
    if owned is None:
        return Code("None")
    access = _access((*path, owned), names)
    return access if owned[1].required else splice("{} or None", access)


def _list(path: tuple[Owned, ...], owned: Owned | None, names: Names) -> Code:
    if owned is None:
        return Code("()")
    field = owned[1]
    access = _access((*path, owned), names)
    return access if field.required and isinstance(field.type, ListOf) else splice("{} or ()", access)


def _access(path: tuple[Owned, ...], names: Names) -> Code:
    """``body.error.code``."""
    parts = [name(names.fields[model.name][model.fields.index(field)]) for model, field in path]
    return join(".", [Code("body"), *parts])
