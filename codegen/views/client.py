"""What ``_client.py`` and ``__init__.py`` are made of."""

from __future__ import annotations

from dataclasses import dataclass

from codegen import runtime
from codegen.model import Api
from codegen.naming import Names
from codegen.quoting import Code, Section, docstring, join, literal, name, splice
from codegen.titles import called
from codegen.views.authentication import credentials, has_several
from codegen.views.models import may_be_unknown
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
    has_unknown: bool
    """A value may be of no known member of a union."""
    exported: tuple[Code, ...]
    version: Code


def client_view(api: Api, names: Names) -> ClientView:
    """Describe ``_client.py``."""
    client = names.distribution.client
    environment = names.distribution.environment
    kind = _kind(names)
    told = f", the token from `{environment}_TOKEN` unless it is given" if kind == "Token" else ""
    settings = f"The base URL is taken from `{environment}_BASE_URL` where it is set{told}."
    text = summary(api.summary, api.description, see(api.docs), settings, otherwise=settings)
    return ClientView(
        docstring=docstring(f"The clients for {called(api.title)}.", indent=0),
        class_name=name(client),
        async_class_name=name(f"Async{client}"),
        base=name(f"{kind}Client"),
        async_base=name(f"Async{kind}Client"),
        base_module=name(f"_{kind.lower() or 'client'}"),
        class_docstring=docstring(f"A client for {called(api.title)}.\n\n{text}", indent=4),
        async_class_docstring=docstring(
            f"A client for {called(api.title)}, for asyncio.\n\n"
            f"The same as `{client}`, its methods awaited.\n\n{settings}",
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
    """What the runtime's clients that authenticate like this are called before ``Client``."""
    if has_several(names):
        return "Credentials"
    return "Token" if names.authentication.credentials else ""


def _passed(names: Names) -> Code:
    pairs = [splice("{}: {}", literal(one.keyword), name(one.keyword)) for one in credentials(names)]
    return splice("{{{}}}", join(", ", pairs))


def _making(names: Names, *, options: str) -> Code:
    variables = ", ".join(f"`{one.variable}`" for one in credentials(names))
    text = (
        "Make a client; nothing is sent yet.\n\n"
        "Each credential may be a function that returns it, asked when it is first needed and once more when "
        f"the server answers 401. Where none is given, they are taken from the environment: {variables}."
    )
    arguments = [(one.keyword, one.text) for one in credentials(names)]
    error = "A credential is needed, or cannot be sent; an option makes no sense."
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
    has_unknown = any(may_be_unknown(union, api) for union in api.unions.values())
    if has_unknown:
        public.add("Unknown")
    exported = sorted(public, key=lambda export: (not export.isupper(), export))
    return InitView(
        docstring=docstring(f"A client for {called(api.title)}.", indent=0),
        class_name=name(client),
        async_class_name=name(f"Async{client}"),
        error=name(own),
        errors=tuple(name(error) for error in errors),
        has_unknown=has_unknown,
        exported=tuple(literal(export) for export in exported),
        version=literal(names.distribution.version),
    )
