"""The model: our frozen description of the client.

`codegen.describe` builds it from the simplified document. It contains the names and values of the document
(wire names, values, unquoted text) and no Python names. `codegen.naming.names` chooses those for whole
scopes at once.

Each part has `origins`, the pointers of the parts of the document that it stands for. The first one is shown
to readers. The ledger compares the origins with the document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

from codegen.document.node import Json, Pointer
from codegen.model.types import Type
from codegen.standard.inbound import InboundKey


class Absent(Enum):
    """The value for a missing default, since a default can be null."""

    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class ExternalDocs:
    """A link to further documentation (OpenAPI 3.1.1, 4.8.11)."""

    url: str
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """The keywords of a schema other than its type; shared by fields, parameters and headers."""

    description: str = ""
    docs: ExternalDocs | None = None
    deprecated: bool = False
    default: Json | Absent = Absent.ABSENT
    examples: tuple[Json, ...] = ()
    format: str | None = None
    constraints: Mapping[str, Json]
    """The validation keywords as written: ``minLength``, ``pattern``, ``maximum``..."""
    extensions: Mapping[str, Json]
    """The ``x-`` keys as written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A property of a model."""

    wire_name: str
    type: Type
    required: bool
    read_only: bool = False
    write_only: bool = False
    notes: Notes
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """An object with named properties, in the order of the document."""

    name: str
    fields: tuple[Field, ...]
    closed: bool = False
    """True for ``additionalProperties: false``."""
    extra: Type | None = None
    """The type of additional properties if the document declares them."""
    extra_origins: tuple[Pointer, ...] = ()
    notes: Notes
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A value of an enumeration."""

    value: str | int
    python_name: str | None = None
    """From ``x-enum-varnames`` where the document has it."""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration:
    """A closed list of strings or integers.

    Null is not a member: where the enumeration is used, the type is a union with null.
    """

    name: str
    base: Literal["string", "integer"]
    members: tuple[Member, ...]
    notes: Notes
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Union:
    """A named union: msgspec cannot tell its members apart by their JSON types, or it contains itself.

    Null is not a member: where the union is used, the type is a union with null.
    """

    name: str
    members: tuple[Type, ...]
    """The first one is used if a value matches two equally well. More restrictive members come first."""
    discriminator: str = ""
    """The wire name of the property that selects the member; empty if there is none."""
    mapping: Mapping[str, Type] = field(default_factory=dict)
    """The members by the value of that property."""
    base: Type | None = None
    """The member that the others extend, if there is one."""
    notes: Notes
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A component without a class: a scalar, an array, a map, a union or a reference to a component.

    Its type is written out where it is used. This records what became of the component.
    """

    name: str
    type: Type
    notes: Notes
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a value is serialized as text (OpenAPI 3.1.1, 4.8.12.3)."""

    name: str
    """A style of the standard, or the media type of a ``content``."""
    explode: bool
    reserved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of an operation."""

    wire_name: str
    location: Literal["path", "query", "header", "cookie"]
    type: Type
    required: bool
    style: Style
    notes: Notes
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How a property of a body is encoded (OpenAPI 3.1.1, 4.8.15)."""

    content_type: str | None
    style: Style | None
    headers: tuple[str, ...] = ()
    """The headers that the part may have. A caller passes them with a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A media type of a body or a response."""

    media_type: str
    type: Type
    """The type of its schema, for any media type."""
    encodings: Mapping[str, Encoding] = field(default_factory=dict)
    """The encodings of properties in a form or in multipart, by property."""
    examples: tuple[Json, ...] = ()
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The request body of an operation."""

    required: bool
    description: str = ""
    media: tuple[Media, ...]
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A documented header of a response."""

    wire_name: str
    type: Type
    required: bool
    notes: Notes
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link from a response to another operation (OpenAPI 3.1.1, 4.8.20)."""

    name: str
    operation: str
    """The id of the operation, or a reference to it."""
    parameters: Mapping[str, Json]
    """Constants, and runtime expressions that select values of the response."""
    body: Json | Absent = Absent.ABSENT
    description: str = ""
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A response. `status` is ``"200"``, a class such as ``"4XX"``, or ``"default"``.

    Without media, it has no content.
    """

    status: str
    description: str
    headers: tuple[Header, ...] = ()
    media: tuple[Media, ...] = ()
    links: tuple[Link, ...] = ()
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class Requirement:
    """The name of a security scheme, with the required scopes (OpenAPI 3.1.1, 4.8.30)."""

    scheme: str
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """A method on a path.

    The parameters are those of the path, in its order, followed by the others as declared.
    """

    id: str | None
    method: str
    """In upper case."""
    path: str
    """The template as written: ``/organizations/{orgID}``."""
    tag: str | None
    """The first tag; None without tags."""
    other_tags: tuple[str, ...] = ()
    summary: str = ""
    description: str = ""
    docs: ExternalDocs | None = None
    deprecated: bool = False
    parameters: tuple[Parameter, ...]
    body: Body | None
    responses: tuple[Response, ...]
    security: tuple[tuple[Requirement, ...], ...] = ()
    """The alternatives: the operation's own `security`, else the document's.

    The schemes of an alternative are required together. No alternatives mean the same as an empty one.
    """
    servers: tuple[Server, ...] = ()
    """The servers of the operation, else those of its path; empty if it uses those of the API."""
    extensions: Mapping[str, Json]
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A request that the API sends: a webhook or a callback."""

    key: InboundKey
    operation: Operation
    """The request. Its path is the runtime expression for the URL of a callback, and empty for a webhook."""

    @property
    def name(self) -> str:
        """Its name in the document."""
        return self.key.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag and its operations."""

    name: str
    description: str = ""
    docs: ExternalDocs | None = None
    extensions: Mapping[str, Json]
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """An OAuth flow (OpenAPI 3.1.1, 4.8.29). A missing URL is empty."""

    name: str
    authorization_url: str = ""
    token_url: str = ""
    refresh_url: str = ""
    scopes: Mapping[str, str]
    """The descriptions of the scopes, by scope."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
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
    bearer_format: str | None = None
    open_id_url: str = ""
    flows: tuple[Flow, ...] = ()
    extensions: Mapping[str, Json]
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerVariable:
    """A variable in the URL of a server (OpenAPI 3.1.1, 4.8.6)."""

    name: str
    default: str
    values: tuple[str, ...] = ()
    """The allowed values, if they are listed."""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A base URL with the defaults of its variables. It may be relative to the document."""

    url: str
    template: str = ""
    """The URL as written, if it has variables."""
    variables: tuple[ServerVariable, ...] = ()
    description: str = ""
    origins: tuple[Pointer, ...]

    @property
    def is_absolute(self) -> bool:
        """Whether the URL contains a host."""
        return self.url.lower().startswith(("https://", "http://"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
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
    servers: tuple[Server, ...]
    schemes: tuple[Scheme, ...] = ()
    """The security schemes that operations use."""
    tags: tuple[Tag, ...]
    """The declared tags, in the order of the document, followed by those that only operations name."""
    operations: tuple[Operation, ...]
    received: tuple[Received, ...] = ()
    models: Mapping[str, Model]
    enums: Mapping[str, Enumeration]
    unions: Mapping[str, Union] = field(default_factory=dict)
    aliases: Mapping[str, Alias] = field(default_factory=dict)
    widened: frozenset[Pointer] = frozenset()
    """Pointers of schemas that became ``Any``, because an alternative to them allows any value."""
