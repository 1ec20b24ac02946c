"""Views of resources as attributes of the clients and of other resources."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from codegen.naming.resources import Resource
from codegen.views.annotations import Imports
from codegen.views.class_uses import about_resource
from codegen.views.former_fields import FormerFieldView, former_attributes
from codegen.views.text.quoting import Code, docstring, name, splice


class AttributeView(Struct, frozen=True, kw_only=True):
    """A resource as an attribute of the clients, or of the resource around it."""

    name: Code
    module: Code
    """The module of its class, relative to that of the owner."""
    class_name: Code
    client: Code
    """The client, as its owner reaches it."""
    docstring: Code
    former: tuple[FormerFieldView, ...]


def attributes(
    resources: Iterable[Resource], imports: Imports, *, package: str, client: str, prefix: str = ""
) -> tuple[AttributeView, ...]:
    """The attributes for resources.

    Args:
        resources: The resources.
        imports: Collects the imports of the owner's module.
        package: The package of their modules, relative to the owner's module.
        client: The client, as the owner reaches it.
        prefix: ``"Async"`` for the attributes of an async class.
    """
    return tuple(
        AttributeView(
            name=name(resource.attribute),
            module=splice("{}{}", Code(package), name(resource.module)),
            class_name=(class_ := splice("{}{}", Code(prefix), name(resource.class_name))),
            client=Code(client),
            docstring=docstring(about_resource(resource), indent=8),
            former=former_attributes(resource, class_, imports),
        )
        for resource in resources
    )
