"""Views of ``_client.py`` and ``__init__.py``."""

from __future__ import annotations

from dataclasses import dataclass

from codegen.model.api import Api
from codegen.naming.client import Names
from codegen.naming.titles import called
from codegen.runtime import source as runtime
from codegen.text.quoting import Code, Section, docstring, join, literal, name, splice
from codegen.views.authentication import credentials, has_several
from codegen.views.prose import see, summary
from codegen.views.uses import about_group


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
    """Whether authentication is more than one token."""
    credentials: tuple[Code, ...]
    """The keyword arguments."""
    making: Code
    """The docstring of ``__init__``."""
    async_making: Code
    passed: Code
    """The credentials by name."""
    has_resources: bool
    resources: tuple[ResourceLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InitView:
    """The exports of the package."""

    docstring: Code
    class_name: Code
    async_class_name: Code
    error: Code
    """The base class of all errors, named after the API."""
    errors: tuple[Code, ...]
    exported: tuple[Code, ...]
    version: Code


def client_view(api: Api, names: Names) -> ClientView:
    """Describe ``_client.py``."""
    client = names.distribution.client
    environment = names.distribution.environment
    kind = _kind(names)
    settings = f"`base_url` defaults to the environment variable `{environment}_BASE_URL`, if it is set."
    if kind == "Token":
        settings = f"`token` defaults to the environment variable `{environment}_TOKEN`. {settings}"
    text = summary(api.summary, api.description, see(api.docs), settings, otherwise=settings)
    return ClientView(
        docstring=docstring(f"The sync and the async client for {called(api.title)}.", indent=0),
        class_name=name(client),
        async_class_name=name(f"Async{client}"),
        base=name(f"{kind}Client"),
        async_base=name(f"Async{kind}Client"),
        base_module=name(f"_{kind.lower() or 'client'}"),
        class_docstring=docstring(f"A client for {called(api.title)}.\n\n{text}", indent=4),
        async_class_docstring=docstring(
            f"An async client for {called(api.title)}.\n\nAsync counterpart of `{client}`.\n\n{settings}",
            indent=4,
        ),
        has_security=has_several(names),
        credentials=tuple(name(one.keyword) for one in credentials(names)),
        making=_making(names, options="ClientOptions"),
        async_making=_making(names, options="AsyncClientOptions"),
        passed=_passed(names),
        has_resources=bool(names.groups),
        resources=tuple(
            ResourceLink(
                attribute=name(group.module),
                class_name=name(group.class_name),
                async_class_name=name(f"Async{group.class_name}"),
                docstring=docstring(
                    about_group(group),
                    indent=8,
                ),
            )
            for group in names.groups
        ),
    )


def _kind(names: Names) -> str:
    """The prefix of the runtime's client classes for this kind of authentication."""
    if has_several(names):
        return "Credentials"
    return "Token" if names.authentication.credentials else ""


def _passed(names: Names) -> Code:
    pairs = [splice("{}: {}", literal(one.keyword), name(one.keyword)) for one in credentials(names)]
    return splice("{{{}}}", join(", ", pairs))


def _making(names: Names, *, options: str) -> Code:
    variables = ", ".join(f"`{one.variable}`" for one in credentials(names))
    text = (
        "Create a client. This sends nothing.\n\n"
        "A credential is a string or a function that returns one. The client calls the function on first "
        "use, and again after a 401 response. If you pass no credentials, the client reads them from the "
        f"environment: {variables}."
    )
    arguments = [(one.keyword, one.text) for one in credentials(names)]
    error = "A required credential is missing, or a credential or an option is invalid."
    sections = [
        Section("Args", (*arguments, ("**options", f"See `{options}`."))),
        Section("Raises", (("ValueError", error),)),
    ]
    return docstring(text, indent=8, sections=sections)


def init_view(api: Api, names: Names) -> InitView:
    """Describe ``__init__.py``."""
    client = names.distribution.client
    errors = runtime.errors()
    own = f"{client}Error"
    public = {*runtime.EXPORTED, "UNSET", "UnsetType", client, f"Async{client}", own, *errors}
    exported = sorted(public, key=lambda export: (not export.isupper(), export))
    return InitView(
        docstring=docstring(f"A typed client for {called(api.title)}.", indent=0),
        class_name=name(client),
        async_class_name=name(f"Async{client}"),
        error=name(own),
        errors=tuple(name(error) for error in errors),
        exported=tuple(literal(export) for export in exported),
        version=literal(names.distribution.version),
    )
