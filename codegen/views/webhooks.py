"""View of ``webhooks.py``: the requests that the API sends, as one type."""

from __future__ import annotations

from msgspec import Struct

from codegen.document.node import Json, Node
from codegen.model.api import Api
from codegen.model.types import UnionOf
from codegen.model.webhooks import Events
from codegen.naming.names import Names
from codegen.naming.titles import api_phrase
from codegen.standard.extensions import WEBHOOK_SIGNATURE
from codegen.views.annotations import Annotations, Imports
from codegen.views.text.quoting import Code, docstring, join, literal, name, splice

ATTRIBUTE = "webhooks"
"""The attribute of clients, unless a resource has this name."""


class WebhooksView(Struct, frozen=True, kw_only=True):
    """The module with the type of all webhooks."""

    docstring: Code
    imports: tuple[Code, ...]
    for_checkers: tuple[Code, ...]
    alias: Code
    """The type for type checkers."""
    is_union: bool
    """Whether there are several types, which the runtime has to distinguish."""
    has_unknown: bool
    arguments: Code
    """The arguments of ``one_of``; the type itself if there is only one."""
    scheme: tuple[Code, ...]
    """The arguments of ``Hmac``; empty for Standard Webhooks."""


def webhooks_view(events: Events, api: Api, names: Names) -> WebhooksView:
    """Describe ``webhooks.py``."""
    imports = Imports(package=".")
    annotations = Annotations(names.components, imports, qualifier="models")
    alias = annotations.of(UnionOf(events.members) if len(events.members) > 1 else events.members[0])
    has_unknown = events.may_be_unknown(api)
    members = [annotations.of(member) for member in events.members]
    arguments = [literal("WebhookEvent"), splice("lambda: ({})", join(", ", members))]
    if events.mapping:
        pairs = [
            splice("{}: {}", literal(value), annotations.of(member))
            for value, member in events.mapping.items()
        ]
        arguments.append(splice("by={}", literal(events.discriminator)))
        arguments.append(splice("mapping=lambda: {{{}}}", join(", ", pairs)))
    imports.use("TYPE_CHECKING")
    imports.use("TypeAlias")
    return WebhooksView(
        docstring=docstring(f"The webhooks of {api_phrase(api.title)}: requests that it sends.", indent=0),
        imports=imports.lines(),
        for_checkers=imports.for_checkers(),
        alias=splice("{} | {}", alias, name("Unknown")) if has_unknown else alias,
        is_union=len(events.members) > 1,
        has_unknown=has_unknown,
        arguments=join(", ", arguments) if len(events.members) > 1 else alias,
        scheme=_scheme(api.extensions.get(WEBHOOK_SIGNATURE)),
    )


def is_attribute(names: Names) -> bool:
    """Whether the name of the attribute of clients is free."""
    return all(resource.attribute != ATTRIBUTE for resource in names.resources)


def _scheme(declared: Json) -> tuple[Code, ...]:
    """The declared signature, which is checked before."""
    if not isinstance(declared, Node):
        return ()
    return tuple(splice("{}={}", name(key), literal(str(value))) for key, value in declared.items())
