"""What ``_client.py`` and ``__init__.py`` are made of."""

from __future__ import annotations

from dataclasses import dataclass

from codegen import runtime
from codegen.model import Api
from codegen.naming import Names
from codegen.quoting import Code, docstring, literal, name
from codegen.views.prose import summary


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
    client = names.distribution.client
    environment = names.distribution.environment
    token = f", the token from `{environment}_TOKEN` unless it is given" if api.bearer else ""
    settings = f"The base URL is taken from `{environment}_BASE_URL` where it is set{token}."
    text = summary(api.summary, api.description, settings, otherwise=settings)
    return ClientView(
        docstring=docstring(f"The clients of the {api.title}.", indent=0),
        class_name=name(client),
        async_class_name=name(f"Async{client}"),
        base=name("TokenClient" if api.bearer else "Client"),
        async_base=name("AsyncTokenClient" if api.bearer else "AsyncClient"),
        base_module=name("_token" if api.bearer else "_client"),
        class_docstring=docstring(f"{api.title}.\n\n{text}", indent=4),
        async_class_docstring=docstring(
            f"{api.title}, for asyncio.\n\nThe same as `{client}`, its methods awaited.\n\n{settings}",
            indent=4,
        ),
        resources=tuple(
            ResourceLink(
                attribute=name(group.module),
                class_name=name(group.class_name),
                async_class_name=name(f"Async{group.class_name}"),
                docstring=docstring(
                    summary(group.tag.description, otherwise=f"The operations of `{group.tag.name}`."),
                    indent=8,
                ),
            )
            for group in names.groups
        ),
    )


def init_view(api: Api, names: Names) -> InitView:
    """Describe ``__init__.py``."""
    client = names.distribution.client
    errors = runtime.errors()
    own = f"{client}Error"
    public = {*runtime.EXPORTED, "UNSET", "UnsetType", client, f"Async{client}", own, *errors}
    exported = sorted(public, key=lambda export: (not export.isupper(), export))
    return InitView(
        docstring=docstring(f"A client of the {api.title}.", indent=0),
        class_name=name(client),
        async_class_name=name(f"Async{client}"),
        error=name(own),
        errors=tuple(name(error) for error in errors),
        exported=tuple(literal(export) for export in exported),
        version=literal(names.distribution.version),
    )
