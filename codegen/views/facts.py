"""View of ``_api.py``: the facts about the API that the runtime needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from codegen.model.api import Api
from codegen.model.envelopes import Envelope, Owned, envelope_of, error_bodies, preference
from codegen.model.types import Named, Type, UnionOf
from codegen.naming.names import Names
from codegen.views.annotations import Annotations, Imports
from codegen.views.credentials import security_arguments
from codegen.views.servers import main_server, server_arguments
from codegen.views.text.quoting import Code, join, literal, name, splice


class FactsView(Struct, frozen=True, kw_only=True):
    """The module with the facts about the API."""

    settings: tuple[Code, ...]
    """The keyword arguments of ``Facts``."""
    has_imports: bool
    imports: tuple[Code, ...]
    """The imports for type checkers."""
    error_body: Code
    error_detail: Code
    has_server: bool
    """Whether the URL of the main server has variables."""
    server: tuple[Code, ...]
    """The arguments of ``Server``."""
    has_security: bool
    """Whether authentication is more than one token."""
    has_grants: bool
    """Whether the client can get tokens itself."""
    security: tuple[Code, ...]
    """The keyword arguments of ``Security``."""


def facts_view(api: Api, names: Names) -> FactsView:
    """Describe ``_api.py``."""
    imports = Imports(package=".")
    annotations = Annotations(names.components, imports, qualifier="models")
    distribution = names.distribution
    bodies = error_bodies(api)
    envelopes = envelopes_of(bodies, api)
    details = tuple(dict.fromkeys(one.item for one in envelopes if one.item is not None))
    return FactsView(
        settings=(
            splice("title={}", literal(api.title)),
            splice("distribution={}", literal(distribution.name)),
            splice("version={}", literal(distribution.version)),
            splice("environment={}", literal(distribution.environment)),
            splice("logger={}", literal(distribution.package)),
            splice("base_url={}", literal(main_server(api))),
            *_rate_limit(api),
            *_error_fields(envelopes, names),
        ),
        error_body=annotations.of(UnionOf(bodies)) if bodies else Code("object"),
        error_detail=annotations.of(UnionOf(details)) if details else Code("object"),
        has_imports=bool(imports.lines()),
        imports=imports.lines(),
        has_server=bool(names.variables),
        server=server_arguments(api, names),
        has_security=names.authentication.has_several,
        has_grants=names.authentication.grants is not None,
        security=security_arguments(names),
    )


def envelopes_of(bodies: Iterable[Type], api: Api) -> list[Envelope]:
    """The envelopes of error bodies, of those that have one."""
    models = [api.models[one.name] for one in bodies if isinstance(one, Named) and one.name in api.models]
    return [one for model in models if (one := envelope_of(model, api)) is not None]


def _rate_limit(api: Api) -> list[Code]:
    """The rate limit that the document declares with ``x-rate-limit``."""
    limit = api.extensions.get("x-rate-limit")
    if not isinstance(limit, Mapping):
        return []
    requests, seconds = literal(limit["requests"]), literal(limit.get("seconds", 60))
    return [splice("rate_limit=({}, {})", requests, seconds)]


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
        there = sorted((one for one in several if one is not None), key=preference)
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
