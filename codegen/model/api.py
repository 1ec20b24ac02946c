"""What the API is: our frozen description of the client to emit.

Built by `codegen.describe` from the simplified document and what openapi-python-client understood
of its skeleton. It holds the document's own names and values (wire names, values, text, all still
unquoted) and no Python names: those are chosen by `codegen.naming.names` for whole scopes at once.

Every part keeps the pointers of the parts of the document it stands for: `origins`, the first of which is
where it is explained to a reader. The ledger compares them with the document; `explain` walks them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

from codegen.document.node import Json, Pointer
from codegen.model.types import Type


class Absent(Enum):
    """The one value that says that the document gives no default (null is a default)."""

    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class ExternalDocs:
    """Where more is said (OpenAPI 3.1.1, 4.8.11)."""

    url: str
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What a schema says beside its type; shared by fields, parameters and headers."""

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
    """The type of further properties where the document says that there may be some."""
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
    """A closed list of strings or of integers; null is not a member but a union at the place of use."""

    name: str
    base: Literal["string", "integer"]
    members: tuple[Member, ...]
    notes: Notes
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Union:
    """A union with a name: JSON's kinds do not tell its members apart, or it contains itself.

    Null is not a member but a union at the place of use.
    """

    name: str
    members: tuple[Type, ...]
    """Of two that a value fits equally well it is the first: those that take less come first."""
    discriminator: str = ""
    """The wire name of the property that tells the member; empty if there is none."""
    mapping: Mapping[str, Type] = field(default_factory=dict)
    """The members by the values of that property."""
    base: Type | None = None
    """The member that the others extend, if that is what unites them."""
    notes: Notes
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A component without a class: a scalar, an array, a map, a union or another name of a component.

    Types are written out where it is used, so nothing names it; it tells what became of the component.
    """

    name: str
    type: Type
    notes: Notes
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a value is written as text (OpenAPI 3.1.1, 4.8.12.3)."""

    name: str
    """One of the standard's, or the media type of a ``content``."""
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
    """How a property of a body is written (OpenAPI 3.1.1, 4.8.15)."""

    content_type: str | None
    style: Style | None
    headers: tuple[str, ...] = ()
    """Those that the part may have, which a caller gives with a file as text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """One media type of a body or a response."""

    media_type: str
    type: Type
    """The type of its schema, whatever the media type."""
    encodings: Mapping[str, Encoding] = field(default_factory=dict)
    """How properties are written in a form or a part, where the document says so, by their names."""
    examples: tuple[Json, ...] = ()
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What an operation sends."""

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
    """What can be called next with what a response has (OpenAPI 3.1.1, 4.8.20)."""

    name: str
    operation: str
    """The id of that operation, or a reference to it."""
    parameters: Mapping[str, Json]
    """Constants, and runtime expressions that say what of the response to pass."""
    body: Json | Absent = Absent.ABSENT
    description: str = ""
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """An answer: `status` is ``"200"``, a class such as ``"4XX"``, or ``"default"``; no media, no content."""

    status: str
    description: str
    headers: tuple[Header, ...] = ()
    media: tuple[Media, ...] = ()
    links: tuple[Link, ...] = ()
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class Requirement:
    """A security scheme, by its name, and what a token must allow (OpenAPI 3.1.1, 4.8.30)."""

    scheme: str
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """A method on a path. Parameters: those of the path first, in its order, then as declared."""

    id: str | None
    method: str
    """Upper case."""
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
    """The alternatives, each what is needed together: the operation's own `security`, else the document's.

    None at all says the same as one that needs nothing.
    """
    servers: tuple[Server, ...] = ()
    """Its own, else those of its path; empty where it has those of the API."""
    extensions: Mapping[str, Json]
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A request that the API sends: a webhook, or the callback of an operation."""

    name: str
    sender: tuple[str, str] | None
    """Path and method of the operation whose callback it is, as in `Operation`; None for a webhook."""
    expression: str
    """The runtime expression that gives a callback's URL (OpenAPI 3.1.1, 4.8.20.4); empty for a webhook."""
    operation: Operation
    """The request; its path means nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A group of operations."""

    name: str
    description: str = ""
    docs: ExternalDocs | None = None
    extensions: Mapping[str, Json]
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A way to get a token (OpenAPI 3.1.1, 4.8.29); a URL that it does not have is empty."""

    name: str
    authorization_url: str = ""
    token_url: str = ""
    refresh_url: str = ""
    scopes: Mapping[str, str]
    """What each scope allows, by its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A security scheme that an operation accepts (OpenAPI 3.1.1, 4.8.27)."""

    name: str
    type: str
    """``"http"``, ``"apiKey"``, ``"oauth2"``, ``"openIdConnect"`` or ``"mutualTLS"``."""
    http_scheme: str = ""
    """In lower case, of ``http`` alone: ``"bearer"``, ``"basic"``, ``"digest"``..."""
    location: str = ""
    """Of ``apiKey`` alone: ``"header"``, ``"query"`` or ``"cookie"``."""
    parameter: str = ""
    """Of ``apiKey`` alone: the name of the header, the parameter or the cookie."""
    description: str = ""
    bearer_format: str | None = None
    open_id_url: str = ""
    flows: tuple[Flow, ...] = ()
    extensions: Mapping[str, Json]
    origins: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerVariable:
    """A part of a server's URL that a caller may choose (OpenAPI 3.1.1, 4.8.6)."""

    name: str
    default: str
    values: tuple[str, ...] = ()
    """The only ones that it may have, if they are listed."""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A base URL, its variables replaced by their defaults; maybe relative to where the document is."""

    url: str
    template: str = ""
    """The URL as written, where it has variables."""
    variables: tuple[ServerVariable, ...] = ()
    description: str = ""
    origins: tuple[Pointer, ...]

    @property
    def is_absolute(self) -> bool:
        """Whether the URL says on which host the server is."""
        return self.url.lower().startswith(("https://", "http://"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """The whole document, as the client will have it."""

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
    """``info.x-python``: overrides of the names derived from the title."""
    servers: tuple[Server, ...]
    schemes: tuple[Scheme, ...] = ()
    """The security schemes that operations accept."""
    tags: tuple[Tag, ...]
    """Those the document declares, in its order, then those that only operations name."""
    operations: tuple[Operation, ...]
    received: tuple[Received, ...] = ()
    models: Mapping[str, Model]
    enums: Mapping[str, Enumeration]
    unions: Mapping[str, Union] = field(default_factory=dict)
    aliases: Mapping[str, Alias] = field(default_factory=dict)
    widened: frozenset[Pointer] = frozenset()
    """The places of schemas that are any value here, since an alternative to each allows any."""
