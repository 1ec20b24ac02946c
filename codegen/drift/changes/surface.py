"""The surface of a client: every name that its users can write, with the types of arguments and results.

It is derived from the views, which have the contents of the files, so types inside `Annotated`,
overloads and defaults are those that a type checker sees.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from codegen.document.node import Pointer
from codegen.drift.changes.call_arguments import Argument, FormerNames, arguments_of, plain
from codegen.drift.changes.counterparts import ArgumentKey, key_of
from codegen.model.api import Api, Tag
from codegen.model.directions import is_needed, is_optional, received_components, sent
from codegen.model.envelopes import error_bodies
from codegen.model.notes import Absent
from codegen.model.operations import Operation
from codegen.model.responses import returned_responses
from codegen.model.webhooks import events_of
from codegen.naming.components import FURTHER_PROPERTIES, NamedField, NamedModel
from codegen.naming.names import Names
from codegen.naming.resources import Resource
from codegen.views.client import init_view
from codegen.views.facts import envelopes_of, facts_view
from codegen.views.models import ModelView, models_view
from codegen.views.params import passed
from codegen.views.resources import resource_view
from codegen.views.webhooks import webhooks_view


class Exports(Struct, frozen=True, kw_only=True):
    """The names of a package and of the constructor of its client."""

    names: frozenset[str]
    """Names that only some clients export, such as ``Page``."""
    options: Mapping[str, frozenset[str]]
    """The arguments of the client for credentials and for the variables of the server.

    Each has its values; empty for any text.
    """
    events: str
    """The type of the bodies of webhooks; empty without webhooks."""


def exports_of(api: Api, names: Names) -> Exports:
    """Return what the package of an API exports."""
    options = [word for one in names.authentication.credentials for word in one.keywords]
    options += sorted(names.authentication.keywords)
    events = events_of(api)
    own = {names.distribution.client, names.distribution.async_client, names.distribution.error}
    return Exports(
        names=frozenset(map(ast.literal_eval, init_view(api, names).exported)) - own,
        options={
            **{one: frozenset[str]() for one in options},
            **{one.keyword: frozenset(one.variable.values) for one in names.variables},
        },
        events=str(webhooks_view(events, api, names).alias) if events else "",
    )


class Call(Struct, frozen=True, kw_only=True):
    """A method of the client."""

    operation: Operation
    path: str
    """The path in the client: ``pets.list``."""
    former: FormerNames = field(default_factory=dict)
    """The paths with former names that the client keeps."""
    arguments: Mapping[ArgumentKey, Argument]
    returns: str
    returned: Pointer
    """The place in the document of the result."""
    overloads: tuple[str, ...]
    """The results of the overloads, if they differ."""
    waiters: tuple[str, ...]
    """The methods that wait with it."""
    is_async_plain: bool
    """Whether the async method is awaited, as opposed to one that returns a page or a stream."""
    chosen: str = ""

    @property
    def shown(self) -> str:
        """The method, as programs write it."""
        return f"client.{self.path}"

    @property
    def origin(self) -> Pointer:
        """The operation in the document."""
        return self.operation.origins[0]

    def sample(self, *named: Argument) -> str:
        """A call with the required arguments and the named ones."""
        given: list[str] = []
        is_named = False
        for one in self.arguments.values():
            if one.required or one in named:
                is_named = is_named or not one.positional or one in named
                given.append(f"{one.name}=..." if is_named else one.name)
        return f"{self.shown}({', '.join(given)})"


class Attribute(Struct, frozen=True, kw_only=True):
    """A field of a model."""

    name: str
    annotation: str
    accepted: str
    """The type that the constructor takes, which may be wider."""
    required: bool
    """Whether the constructor needs it."""
    origin: Pointer
    former: FormerNames = field(default_factory=dict)
    former_keys: FormerNames = field(default_factory=dict)
    """The same for the key of a dict that stands for the model."""
    is_property: bool = True
    """Whether it is for one property, as opposed to all properties without an attribute."""
    built: str | int | None = None
    """The constant that the constructor sets by default."""
    is_key: bool = False
    """Whether a dict that stands for the model may have it."""
    chosen: str = ""


class Class(Struct, frozen=True, kw_only=True):
    """A class in ``models``."""

    key: str
    name: str
    former: FormerNames = field(default_factory=dict)
    kind: Literal["model", "enum", "union"]
    origin: Pointer
    is_sent: bool = False
    is_received: bool = True
    """Whether programs receive objects of it, as opposed to only sending them."""
    is_passed: bool = False
    """Whether ``params`` has types for arguments of it."""
    base: str = ""
    """For an enum: ``string`` or ``integer``."""
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    """The attributes, by name on the wire."""
    members: Mapping[str | int, str] = field(default_factory=dict)
    """The names of the members of an enum, by their values."""
    former_members: FormerNames = field(default_factory=dict)
    alias: str = ""
    """The members of a union as annotations."""
    chosen: str = ""


class Errors(Struct, frozen=True, kw_only=True):
    """The errors that calls raise, apart from their classes, which are the same in every client."""

    body: str
    """The documented bodies."""
    detail: str
    """The type of an item of the details in a body."""
    attributes: Mapping[str, Pointer]
    """``code``, ``message`` and ``details``: those that a body has, each with the first property for it."""


class Surface(Struct, frozen=True, kw_only=True):
    """All names of a client."""

    package: str
    client: str
    exports: Exports
    environment: str
    """The prefix of environment variables: ``AETHER_PLATFORM``."""
    calls: Mapping[tuple[str, str], Call]
    """The methods, by method and path on the wire."""
    classes: Mapping[str, Class]
    """The classes, by name."""
    keys: Mapping[str, str]
    """The names of the classes, by the keys of components."""
    errors: Errors
    resources: Mapping[str, Tag]
    """The tags of the resources, by their attributes: ``chat.completions``."""


def surface(api: Api, names: Names) -> Surface:
    """Return the surface of a client, without the former names that `keeping` adds."""
    classes = {one.name: one for one in _classes(api, names)}
    return Surface(
        package=names.distribution.package,
        client=names.distribution.client,
        exports=exports_of(api, names),
        environment=names.distribution.environment,
        calls={
            key_of(call.operation): call
            for resource in names.all_resources
            for call in _calls(resource, api, names)
        },
        classes=classes,
        keys=names.classes,
        errors=_errors(api, names),
        resources={one.dotted: one.tag for one in names.all_resources},
    )


def _errors(api: Api, names: Names) -> Errors:
    view, envelopes = facts_view(api, names), envelopes_of(error_bodies(api), api)
    return Errors(
        body=plain(view.error_body),
        detail=plain(view.error_detail),
        attributes={
            name: owned[1].origins[0]
            for one in reversed(envelopes)
            for name, owned in (("code", one.code), ("message", one.message), ("details", one.details))
            if owned is not None
        },
    )


def _calls(resource: Resource, api: Api, names: Names) -> Iterator[Call]:
    view = resource_view(resource, api, names)
    for method, shown in zip(resource.methods, view.methods, strict=True):
        returned = returned_responses(method.operation)
        sources = [media.origins[0] for one in returned for media in one.media if media.origins]
        results = tuple(dict.fromkeys(plain(one.returns) for one in shown.overloads))
        yield Call(
            operation=method.operation,
            path=f"{resource.dotted}.{method.name}",
            arguments=dict(arguments_of(method, shown)),
            returns=plain(shown.sending.returns),
            returned=(sources or [method.operation.origins[0]])[0],
            overloads=results if len(results) > 1 else (),
            waiters=tuple(f"{resource.dotted}.{one.name}" for one in method.waiters),
            is_async_plain=shown.sending.definition == "async def",
        )


def _classes(api: Api, names: Names) -> Iterator[Class]:
    requested, returned, given = sent(api), received_components(api), passed(api, names)
    for one in _defined(api, names, requested, given):
        is_sent = one.key in requested
        is_received = one.key in returned or not is_sent
        yield replace(one, is_sent=is_sent, is_received=is_received, is_passed=one.key in given)


def _defined(api: Api, names: Names, requested: Collection[str], given: Collection[str]) -> Iterator[Class]:
    """The classes as their module defines them."""
    view = models_view(api, names)
    models = {str(one.name): one for one in view.models}
    aliases = {str(one.name): plain(one.alias).strip("\"'") for one in view.unions}
    for key, model in names.models.items():
        name, origin = model.class_name, model.model.origins[0]
        if name in models:
            attributes = _attributes(model, models[name], is_sent=key in requested, is_passed=key in given)
            yield Class(key=key, name=name, kind="model", origin=origin, attributes=attributes)
    for key, enum in names.enums.items():
        yield Class(
            key=key,
            name=enum.class_name,
            kind="enum",
            origin=enum.enumeration.origins[0],
            base=enum.enumeration.base,
            members={one.member.value: one.name for one in enum.members},
        )
    for key, union in api.unions.items():
        name, origin = names.classes[key], union.origins[0]
        yield Class(key=key, name=name, kind="union", origin=origin, alias=aliases[name])


def _attributes(
    model: NamedModel, view: ModelView, *, is_sent: bool, is_passed: bool
) -> dict[str, Attribute]:
    """The attributes of a model, and under a reserved key that for properties without an attribute."""
    shown = {str(one.name): plain(one.annotation) for one in view.fields}
    made = {str(f.name): plain(f.annotation) for one in view.constructors[-1:] for f in one.arguments}
    found = {
        one.field.wire_name: _attribute(
            one,
            shown[one.name],
            made.get(one.name, shown[one.name]),
            is_sent=is_sent,
            is_passed=is_passed,
        )
        for one in model.fields
    }
    if model.model.extra is not None:
        of = shown[FURTHER_PROPERTIES]
        origin = (*(model.model.extra_origins or model.model.origins)[0], FURTHER_PROPERTIES)
        found[_NO_PROPERTY] = Attribute(
            name=FURTHER_PROPERTIES,
            annotation=of,
            accepted=of,
            required=False,
            origin=origin,
            is_property=False,
        )
    return found


_NO_PROPERTY = "\ufffe"
"""A noncharacter, which is never the wire name of a property with an attribute."""


def _attribute(
    named: NamedField, annotation: str, accepted: str, *, is_sent: bool, is_passed: bool
) -> Attribute:
    one = named.field
    required = is_needed(one) if is_sent else not is_optional(one) and one.constant is Absent.ABSENT
    return Attribute(
        name=named.name,
        annotation=annotation,
        accepted=accepted,
        required=required,
        origin=one.origins[0],
        built=one.constant if is_sent and isinstance(one.constant, str | int) else None,
        is_key=is_passed and not one.read_only,
    )
