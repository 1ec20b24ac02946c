"""Views of ``_client.py`` and ``__init__.py``."""

from __future__ import annotations

from itertools import chain

from msgspec import Struct

from codegen.model.api import Api
from codegen.model.runtime.interface import client_options, error_classes
from codegen.model.runtime.manifest import base_of_clients, public_exports
from codegen.model.webhooks import has_events
from codegen.naming.names import Names
from codegen.naming.titles import api_phrase
from codegen.views.annotations import Imports
from codegen.views.arguments import ArgumentView
from codegen.views.attributes import AttributeView, attributes
from codegen.views.credentials import credential_arguments
from codegen.views.params import passed
from codegen.views.prose import see, summary
from codegen.views.servers import about_variable, variable_type
from codegen.views.text.quoting import Code, Section, docstring, join, literal, name, splice
from codegen.views.webhooks import is_attribute

_OAUTH = "How the client asks for tokens, where the API's document does not say it; see `OAuth`."


class ConstructorView(Struct, frozen=True, kw_only=True):
    """The constructor of a client, if it has arguments that not every client has."""

    arguments: tuple[ArgumentView, ...]
    options: Code
    """The type of the other arguments."""
    docstring: Code
    has_server: bool
    """Whether the URL of the main server has variables."""
    variables: Code
    """The names of the arguments for these variables."""
    values: Code
    """Their values, by name."""
    passed: Code
    """The arguments for the base class."""


class ClientView(Struct, frozen=True, kw_only=True):
    """The two clients."""

    docstring: Code
    class_name: Code
    async_class_name: Code
    base: Code
    async_base: Code
    base_module: Code
    class_docstring: Code
    async_class_docstring: Code
    has_security: bool
    """Whether authentication is more than one token."""
    has_server: bool
    """Whether the URL of the main server has variables."""
    has_values: bool
    """Whether the values of a variable are listed."""
    has_sources: bool
    """Whether the constructors take credentials."""
    has_constructor: bool
    """Whether the constructors have arguments that not every client has."""
    constructors: tuple[ConstructorView, ...]
    async_constructors: tuple[ConstructorView, ...]
    has_grants: bool
    """Whether the client can get tokens itself."""
    has_events: bool
    """Whether clients have an attribute for webhooks."""
    has_attributes: bool
    """Whether clients have attributes with types to import."""
    resources: tuple[AttributeView, ...]
    async_resources: tuple[AttributeView, ...]
    imports: tuple[Code, ...]
    """The imports that only some clients need."""


class InitView(Struct, frozen=True, kw_only=True):
    """The exports of the package."""

    docstring: Code
    class_name: Code
    async_class_name: Code
    runtime_imports: tuple[Code, ...]
    """What the package exports of the runtime, a line for each module."""
    has_params: bool
    """Whether there is a module of the types of arguments."""
    is_other: Code
    """The condition that a name is not that of a module that is imported on first use."""
    error: Code
    """The base class of all errors, named after the API."""
    errors: tuple[Code, ...]
    exported: tuple[Code, ...]
    version: Code


def client_view(api: Api, names: Names) -> ClientView:
    """Describe ``_client.py``."""
    distribution = names.distribution
    base = base_of_clients(api)
    async_base_class, base_class = base.exports
    base_url, token = distribution.variable("base_url"), distribution.variable("token")
    settings = f"`base_url` defaults to the environment variable `{base_url}`, if it is set."
    if names.authentication.is_one_token:
        settings = f"`token` defaults to the environment variable `{token}`. {settings}"
    text = summary(api.summary, api.description, see(api.docs), settings, otherwise=settings)
    options = _arguments(names)
    has_constructor = names.authentication.has_several or bool(names.variables)
    imports = Imports(package=".", shadowed=("deprecated",))
    resources, async_resources = (
        attributes(names.resources, imports, package=".resources.", client="self", prefix=prefix)
        for prefix in ("", "Async")
    )
    return ClientView(
        docstring=docstring(f"The sync and the async client for {api_phrase(api.title)}.", indent=0),
        class_name=name(distribution.client),
        async_class_name=name(distribution.async_client),
        base=name(base_class),
        async_base=name(async_base_class),
        base_module=name(base.name),
        class_docstring=docstring(
            f"A client for {api_phrase(api.title)}.\n\n{text}", indent=4, sections=options
        ),
        async_class_docstring=docstring(
            f"An async client for {api_phrase(api.title)}.\n\n"
            f"Async counterpart of `{distribution.client}`.\n\n{settings}",
            indent=4,
            sections=options,
        ),
        has_security=names.authentication.has_several,
        has_server=bool(names.variables),
        has_values=any(one.variable.values for one in names.variables),
        has_sources=has_constructor and bool(_keywords(names)),
        has_constructor=has_constructor,
        constructors=(_constructor(names),) if has_constructor else (),
        async_constructors=(_constructor(names, prefix="Async"),) if has_constructor else (),
        has_grants=names.authentication.grants is not None,
        has_events=has_events(api) and is_attribute(names),
        has_attributes=bool(names.resources) or (has_events(api) and is_attribute(names)),
        resources=resources,
        async_resources=async_resources,
        imports=imports.lines(),
    )


def _constructor(names: Names, prefix: str = "") -> ConstructorView:
    """The constructor of the sync client, or with the prefix ``Async`` of the other."""
    keywords = [one.keyword for one in names.variables]
    none = Code(" = None")
    source = Code(f"{prefix}Source | None")
    arguments = [ArgumentView(name=name(one), annotation=source, default=none) for one in _keywords(names)]
    if names.authentication.grants is not None:
        arguments.append(ArgumentView(name=Code("oauth"), annotation=Code("OAuth | None"), default=none))
    arguments += [
        ArgumentView(name=name(one.keyword), annotation=variable_type(one.variable), default=none)
        for one in names.variables
    ]
    return ConstructorView(
        arguments=tuple(arguments),
        options=Code(f"{prefix}ClientOptions"),
        docstring=_making(names, options=f"{prefix}ClientOptions"),
        has_server=bool(names.variables),
        variables=splice("({},)", join(", ", list(map(literal, keywords)))),
        values=_pairs(keywords),
        passed=_passed(names),
    )


def _passed(names: Names) -> Code:
    authentication = names.authentication
    if not authentication.has_several:
        return Code("*positional, token=token" if authentication.is_one_token else "*positional")
    passed = splice("{}, *positional", _pairs([one.keyword for one in credential_arguments(names)]))
    return splice("{}, oauth=oauth", passed) if authentication.grants is not None else passed


def _pairs(keywords: list[str]) -> Code:
    pairs = [splice("{}: {}", literal(keyword), name(keyword)) for keyword in keywords]
    return splice("{{{}}}", join(", ", pairs))


def _keywords(names: Names) -> list[str]:
    """The keyword arguments for credentials."""
    if names.authentication.is_one_token:
        return ["token"]
    return [one.keyword for one in credential_arguments(names)]


def _arguments(names: Names) -> list[Section]:
    """All arguments of a client, for the docstring of its class."""
    credentials = [(one.keyword, one.text) for one in credential_arguments(names)]
    if names.authentication.is_one_token:
        credentials = [("token", "The token, or a function that returns one.")]
    if names.authentication.grants is not None:
        credentials.append(("oauth", _OAUTH))
    return [Section("Args", (*credentials, *_about_variables(names), *client_options().items()))]


def _about_variables(names: Names) -> list[tuple[str, str]]:
    environment = names.distribution.environment
    return [(one.keyword, about_variable(one, environment)) for one in names.variables]


def _making(names: Names, *, options: str) -> Code:
    text = "Create a client. This sends nothing."
    if names.authentication.has_several:
        variables = ", ".join(f"`{one.variable}`" for one in credential_arguments(names))
        text += (
            "\n\nA credential is a string or a function that returns one. The client calls the function on "
            "first use, and again after a 401 response. If you pass no credentials, the client reads them "
            f"from the environment: {variables}."
        )
    arguments = [(one.keyword, one.text) for one in credential_arguments(names)]
    if names.authentication.is_one_token:
        arguments = [("token", "The token, or a function that returns one.")]
    if names.authentication.grants is not None:
        arguments.append(("oauth", _OAUTH))
    arguments += _about_variables(names)
    error = "An argument or an option is invalid."
    if _keywords(names):
        error = "A required credential is missing, or a credential or an option is invalid."
    sections = [
        Section("Args", (*arguments, ("**options", f"See the class, and `{options}`."))),
        Section("Raises", (("ValueError", error),)),
    ]
    return docstring(text, indent=8, sections=sections)


def init_view(api: Api, names: Names) -> InitView:
    """Describe ``__init__.py``."""
    distribution = names.distribution
    client, async_client, own_error = distribution.client, distribution.async_client, distribution.error
    errors = error_classes()
    has_params = bool(passed(api, names))
    of_runtime = public_exports(api)
    public = {*chain(*of_runtime.values()), "UNSET", "UnsetType", client, async_client, own_error, *errors}
    exported = sorted(public, key=lambda export: (not export.isupper(), export))
    return InitView(
        docstring=docstring(f"A typed client for {api_phrase(api.title)}.", indent=0),
        class_name=name(client),
        async_class_name=name(async_client),
        runtime_imports=tuple(
            splice("from ._runtime.{} import {}", name(module), join(", ", [name(one) for one in exports]))
            for module, exports in of_runtime.items()
        ),
        has_params=has_params,
        is_other=Code('name not in {"models", "params"}' if has_params else 'name != "models"'),
        error=name(own_error),
        errors=tuple(name(error) for error in errors),
        exported=tuple(literal(export) for export in exported),
        version=literal(distribution.version),
    )
