"""The model: our frozen description of the client.

`codegen.describe` builds it from the simplified document. It contains the names and values of the document
(wire names, values, unquoted text) and no Python names. `codegen.naming.names` chooses those for whole
scopes at once.

Each part has `origins`, the pointers of the parts of the document that it stands for. The first one is shown
to readers. The ledger compares the origins with the document.

`Api` is the whole. Its parts are in modules by subject: `classes`, `operations` and `servers`.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from codegen.document.node import Json, Pointer
from codegen.model.classes import Alias, EnumClass, Model, UnionClass
from codegen.model.notes import ExternalDocs
from codegen.model.operations import Operation, Received
from codegen.model.servers import Server, ServerVariable


class Tag(Struct, frozen=True, kw_only=True):
    """A tag and its operations."""

    name: str
    summary: str = ""
    """A short name to show (OpenAPI 3.2.0, 4.22)."""
    description: str = ""
    kind: str = ""
    """``"nav"``, like no kind, groups operations; ``"badge"`` and ``"audience"`` only mark them."""
    docs: ExternalDocs | None = None
    parent: str = ""
    """The name of the tag above it (OpenAPI 3.2.0, 4.22); empty without one."""
    extensions: Mapping[str, Json]
    origins: tuple[Pointer, ...]


class Flow(Struct, frozen=True, kw_only=True):
    """An OAuth flow (OpenAPI 3.1.1, 4.8.29). A missing URL is empty."""

    name: str
    authorization_url: str = ""
    device_authorization_url: str = ""
    """For ``deviceAuthorization`` only (OpenAPI 3.2.0, 4.29; RFC 8628)."""
    token_url: str = ""
    refresh_url: str = ""
    scopes: Mapping[str, str]
    """The descriptions of the scopes, by scope."""


class Scheme(Struct, frozen=True, kw_only=True):
    """A security scheme that an operation accepts (OpenAPI 3.1.1, 4.8.27)."""

    name: str
    type: str
    """``"http"``, ``"apiKey"``, ``"oauth2"``, ``"openIdConnect"`` or ``"mutualTLS"``."""
    http_scheme: str = ""
    """For ``http`` only, in lower case: ``"bearer"``, ``"basic"``, ``"digest"``..."""
    location: str = ""
    """For ``apiKey`` only: ``"header"``, ``"query"`` or ``"cookie"``."""
    parameter: str = ""
    """For ``apiKey`` only: the name of the header, parameter or cookie."""
    description: str = ""
    open_id_url: str = ""
    metadata_url: str = ""
    """For ``oauth2`` only: the URL of the metadata of the authorization server (RFC 8414)."""
    deprecated: bool = False
    flows: tuple[Flow, ...] = ()
    extensions: Mapping[str, Json]
    origins: tuple[Pointer, ...]


class Api(Struct, frozen=True, kw_only=True):
    """The whole API."""

    title: str
    version: str
    summary: str = ""
    description: str = ""
    docs: ExternalDocs | None = None
    terms: str = ""
    """The URL of the terms of service."""
    license: str | None = None
    contact: Mapping[str, Json]
    python: Mapping[str, Json]
    """``info.x-python``, which overrides the names derived from the title."""
    extensions: Mapping[str, Json] = field(default_factory=dict)
    """The ``x-`` keys at the top."""
    servers: tuple[Server, ...]
    schemes: tuple[Scheme, ...] = ()
    """The security schemes that operations use."""
    tags: tuple[Tag, ...]
    """The declared tags, in the order of the document, followed by those that only operations name."""
    operations: tuple[Operation, ...]
    received: tuple[Received, ...] = ()
    models: Mapping[str, Model]
    enums: Mapping[str, EnumClass]
    unions: Mapping[str, UnionClass] = field(default_factory=dict)
    aliases: Mapping[str, Alias] = field(default_factory=dict)
    widened: frozenset[Pointer] = frozenset()
    """Pointers of schemas that became ``Any``, because an alternative to them allows any value."""

    @property
    def classes(self) -> tuple[Model | EnumClass | UnionClass, ...]:
        """All parts that become classes: models, enumerations and unions."""
        return (*self.models.values(), *self.enums.values(), *self.unions.values())

    @property
    def server_variables(self) -> tuple[ServerVariable, ...]:
        """The variables in the URL of the main server, for which clients have arguments."""
        if not (self.servers and self.servers[0].is_absolute):
            return ()
        main = self.servers[0]
        return tuple(one for one in main.variables if f"{{{one.name}}}" in main.template)
