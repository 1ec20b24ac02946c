"""Views of ``_client.py`` and ``__init__.py``."""

from __future__ import annotations

from dataclasses import dataclass

from codegen.model.api import Api
from codegen.model.pagination import has_pages
from codegen.model.responses import has_downloads, has_unknown, has_webhooks
from codegen.model.streams import has_streams
from codegen.naming.names import Names
from codegen.naming.titles import api_phrase
from codegen.runtime.interface import client_options, error_classes
from codegen.runtime.manifest import base_of_clients, public_exports
from codegen.text.quoting import Code, Section, docstring, join, literal, name, splice
from codegen.views.credentials import credential_arguments
from codegen.views.params import passed
from codegen.views.prose import see, summary
from codegen.views.resources import AttributeView, attributes

_OAUTH = "How the client asks for tokens, where the API's document does not say it; see `OAuth`."


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientView:
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
    credentials: tuple[Code, ...]
    """The keyword arguments."""
    has_grants: bool
    """Whether the client can get tokens itself."""
    making: Code
    """The docstring of ``__init__``."""
    async_making: Code
    passed: Code
    """The credentials by name."""
    has_resources: bool
    resources: tuple[AttributeView, ...]
    async_resources: tuple[AttributeView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InitView:
    """The exports of the package."""

    docstring: Code
    class_name: Code
    async_class_name: Code
    has_downloads: bool
    """Whether an operation returns bytes."""
    has_pages: bool
    """Whether an operation returns pages."""
    has_params: bool
    """Whether there is a module of the types of arguments."""
    is_other: Code
    """The condition that a name is not that of a module that is imported on first use."""
    has_streams: bool
    """Whether an operation returns a stream."""
    has_unknown: bool
    """Whether a union may have unknown members."""
    has_grants: bool
    """Whether the client can get tokens itself."""
    has_webhooks: bool
    """Whether the API sends webhooks."""
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
        credentials=tuple(name(one.keyword) for one in credential_arguments(names)),
        has_grants=names.authentication.grants is not None,
        making=_making(names, options="ClientOptions"),
        async_making=_making(names, options="AsyncClientOptions"),
        passed=_passed(names),
        has_resources=bool(names.resources),
        resources=attributes(names.resources, package=".resources.", client="self"),
        async_resources=attributes(names.resources, package=".resources.", client="self", prefix="Async"),
    )


def _passed(names: Names) -> Code:
    pairs = [splice("{}: {}", literal(one.keyword), name(one.keyword)) for one in credential_arguments(names)]
    return splice("{{{}}}", join(", ", pairs))


def _arguments(names: Names) -> list[Section]:
    """All arguments of a client, for the docstring of its class."""
    credentials = [(one.keyword, one.text) for one in credential_arguments(names)]
    if names.authentication.is_one_token:
        credentials = [("token", "The token, or a function that returns one.")]
    if names.authentication.grants is not None:
        credentials.append(("oauth", _OAUTH))
    return [Section("Args", (*credentials, *client_options().items()))]


def _making(names: Names, *, options: str) -> Code:
    variables = ", ".join(f"`{one.variable}`" for one in credential_arguments(names))
    text = (
        "Create a client. This sends nothing.\n\n"
        "A credential is a string or a function that returns one. The client calls the function on first "
        "use, and again after a 401 response. If you pass no credentials, the client reads them from the "
        f"environment: {variables}."
    )
    arguments = [(one.keyword, one.text) for one in credential_arguments(names)]
    if names.authentication.grants is not None:
        arguments.append(("oauth", _OAUTH))
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
    public = {*public_exports(api), "UNSET", "UnsetType", client, async_client, own_error, *errors}
    exported = sorted(public, key=lambda export: (not export.isupper(), export))
    return InitView(
        docstring=docstring(f"A typed client for {api_phrase(api.title)}.", indent=0),
        class_name=name(client),
        async_class_name=name(async_client),
        has_downloads=has_downloads(api),
        has_pages=has_pages(api),
        has_params=has_params,
        is_other=Code('name not in {"models", "params"}' if has_params else 'name != "models"'),
        has_streams=has_streams(api),
        has_unknown=has_unknown(api),
        has_grants=names.authentication.grants is not None,
        has_webhooks=has_webhooks(api),
        error=name(own_error),
        errors=tuple(name(error) for error in errors),
        exported=tuple(literal(export) for export in exported),
        version=literal(distribution.version),
    )
