"""What ``_client.py`` and ``__init__.py`` are made of."""

from __future__ import annotations

from dataclasses import dataclass

from codegen.model.api import Api
from codegen.naming.names import Names
from codegen.naming.titles import api_phrase
from codegen.runtime.interface import error_classes
from codegen.runtime.manifest import base_of_clients, public_exports
from codegen.text.quoting import Code, Section, docstring, join, literal, name, splice
from codegen.views.credentials import credential_arguments
from codegen.views.prose import see, summary
from codegen.views.uses import about_resource


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceLink:
    """A resource as an attribute of the clients."""

    attribute: Code
    class_name: Code
    async_class_name: Code
    docstring: Code


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
    """There is more to authentication than one token."""
    credentials: tuple[Code, ...]
    """The keywords."""
    making: Code
    """The docstring of ``__init__``."""
    async_making: Code
    passed: Code
    """The credentials by name."""
    has_resources: bool
    resources: tuple[ResourceLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InitView:
    """What the package exports."""

    docstring: Code
    class_name: Code
    async_class_name: Code
    error: Code
    """The root of the errors under the API's own name."""
    errors: tuple[Code, ...]
    exported: tuple[Code, ...]
    version: Code


def client_view(api: Api, names: Names) -> ClientView:
    """Describe ``_client.py``."""
    distribution = names.distribution
    base = base_of_clients(api)
    async_base_class, base_class = base.exports
    token = distribution.variable("token")
    told = f", the token from `{token}` unless it is given" if names.authentication.is_one_token else ""
    settings = f"The base URL is taken from `{distribution.variable('base_url')}` where it is set{told}."
    text = summary(api.summary, api.description, see(api.docs), settings, otherwise=settings)
    return ClientView(
        docstring=docstring(f"The clients for {api_phrase(api.title)}.", indent=0),
        class_name=name(distribution.client),
        async_class_name=name(distribution.async_client),
        base=name(base_class),
        async_base=name(async_base_class),
        base_module=name(base.name),
        class_docstring=docstring(f"A client for {api_phrase(api.title)}.\n\n{text}", indent=4),
        async_class_docstring=docstring(
            f"A client for {api_phrase(api.title)}, for asyncio.\n\n"
            f"The same as `{distribution.client}`, its methods awaited.\n\n{settings}",
            indent=4,
        ),
        has_security=names.authentication.has_several,
        credentials=tuple(name(one.keyword) for one in credential_arguments(names)),
        making=_making(names, options="ClientOptions"),
        async_making=_making(names, options="AsyncClientOptions"),
        passed=_passed(names),
        has_resources=bool(names.resources),
        resources=tuple(
            ResourceLink(
                attribute=name(resource.module),
                class_name=name(resource.class_name),
                async_class_name=name(resource.async_class_name),
                docstring=docstring(
                    about_resource(resource),
                    indent=8,
                ),
            )
            for resource in names.resources
        ),
    )


def _passed(names: Names) -> Code:
    pairs = [splice("{}: {}", literal(one.keyword), name(one.keyword)) for one in credential_arguments(names)]
    return splice("{{{}}}", join(", ", pairs))


def _making(names: Names, *, options: str) -> Code:
    variables = ", ".join(f"`{one.variable}`" for one in credential_arguments(names))
    text = (
        "Make a client; nothing is sent yet.\n\n"
        "Each credential may be a function that returns it, asked when it is first needed and once more when "
        f"the server answers 401. Where none is given, they are taken from the environment: {variables}."
    )
    arguments = [(one.keyword, one.text) for one in credential_arguments(names)]
    error = "A credential is needed, or cannot be sent; an option makes no sense."
    sections = [
        Section("Args", (*arguments, ("**options", f"See `{options}`."))),
        Section("Raises", (("ValueError", error),)),
    ]
    return docstring(text, indent=8, sections=sections)


def init_view(api: Api, names: Names) -> InitView:
    """Describe ``__init__.py``."""
    distribution = names.distribution
    client, async_client, own_error = distribution.client, distribution.async_client, distribution.error
    errors = error_classes()
    public = {*public_exports(api), "UNSET", "UnsetType", client, async_client, own_error, *errors}
    exported = sorted(public, key=lambda export: (not export.isupper(), export))
    return InitView(
        docstring=docstring(f"A client for {api_phrase(api.title)}.", indent=0),
        class_name=name(client),
        async_class_name=name(async_client),
        error=name(own_error),
        errors=tuple(name(error) for error in errors),
        exported=tuple(literal(export) for export in exported),
        version=literal(distribution.version),
    )
