"""Operations of the model: their parameters, bodies and responses, and the requests that the API sends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct, field

from codegen.document.node import Json, Pointer
from codegen.model.notes import Absent, ExternalDocs, Notes
from codegen.model.servers import Server
from codegen.model.types import Type
from codegen.standard.inbound import InboundKey


class Style(Struct, frozen=True, kw_only=True):
    """How a value is serialized as text (OpenAPI 3.1.1, 4.8.12.3)."""

    name: str
    """A style of the standard, or the media type of a ``content``."""
    explode: bool
    reserved: bool = False
    fields: tuple[tuple[str, Style], ...] = ()
    """The styles of properties, by wire name, if the value is a form (``in: querystring``)."""


class Parameter(Struct, frozen=True, kw_only=True):
    """A parameter of an operation."""

    wire_name: str
    location: Literal["path", "query", "querystring", "header", "cookie"]
    type: Type
    required: bool
    constant: Json | Absent = Absent.ABSENT
    """The only documented value of a required parameter, which is then optional; never in a path."""
    style: Style
    has_segments: bool = False
    """Whether the value may span several segments of the path; see `codegen.standard.segments`."""
    notes: Notes
    origins: tuple[Pointer, ...]


class Encoding(Struct, frozen=True, kw_only=True):
    """How a property of a body is encoded (OpenAPI 3.1.1, 4.8.15)."""

    content_type: str | None
    style: Style | None
    headers: tuple[str, ...] = ()
    """The headers that the part may have. A caller passes them with a file."""


class Media(Struct, frozen=True, kw_only=True):
    """A media type of a body or a response."""

    media_type: str
    type: Type
    """The type of its schema, for any media type."""
    item: Type | None = None
    """The type of each item, if the content is several values one after another (OpenAPI 3.2.0, 4.14.1).

    `type` is then a list of them.
    """
    has_events: bool = False
    """Whether it is server-sent events, and its items have their fields, and not only their data."""
    encodings: Mapping[str, Encoding] = field(default_factory=dict)
    """The encodings of properties in a form or in multipart, by property."""
    positions: tuple[Encoding, ...] = ()
    """The encodings of the first parts of a multipart without names (OpenAPI 3.2.0, 4.15.1)."""
    others: Encoding | None = None
    """The encoding of the parts after those of `positions`."""
    examples: tuple[Json, ...] = ()
    origins: tuple[Pointer, ...]


class Body(Struct, frozen=True, kw_only=True):
    """The request body of an operation."""

    required: bool
    description: str = ""
    media: tuple[Media, ...]
    origins: tuple[Pointer, ...]


class Header(Struct, frozen=True, kw_only=True):
    """A documented header of a response."""

    wire_name: str
    type: Type
    required: bool
    notes: Notes
    origins: tuple[Pointer, ...]


class Link(Struct, frozen=True, kw_only=True):
    """A link from a response to another operation (OpenAPI 3.1.1, 4.8.20)."""

    name: str
    operation: str
    """The id of the operation, or a reference to it."""
    parameters: Mapping[str, Json]
    """Constants, and runtime expressions that select values of the response."""
    body: Json | Absent = Absent.ABSENT
    description: str = ""
    origins: tuple[Pointer, ...]


class Response(Struct, frozen=True, kw_only=True):
    """A response. `status` is ``"200"``, a class such as ``"4XX"``, or ``"default"``.

    Without media, it has no content.
    """

    status: str
    description: str
    headers: tuple[Header, ...] = ()
    media: tuple[Media, ...] = ()
    links: tuple[Link, ...] = ()
    origins: tuple[Pointer, ...]


class Requirement(Struct, frozen=True):
    """The name of a security scheme, with the required scopes (OpenAPI 3.1.1, 4.8.30)."""

    scheme: str
    scopes: tuple[str, ...] = ()


Path: TypeAlias = tuple[str, ...]
"""The wire names that lead to a property, from the outer to the inner."""


Kind: TypeAlias = Literal["cursor", "last-item", "offset", "page", "url", "link"]


class Pagination(Struct, frozen=True, kw_only=True):
    """How to get the next page of an operation. Paths are relative to its response body."""

    kind: Kind
    """What leads to the next page.

    A cursor in the body or a header, a property of the last item, the number of items or of the page, a URL
    in the body, or the header ``Link``.
    """
    items: Path
    """The list of items; empty if the body is the list."""
    query: str = ""
    """The parameter for the next value, unless that is a URL."""
    body: Path = ()
    """Or the property of the request body."""
    request_header: str = ""
    """Or the header of the request."""
    next: Path = ()
    """The token, the number of the next page or the URL; for ``last-item``, the path within the item."""
    header: str = ""
    """Or the header with the token."""
    more: Path = ()
    """A boolean that is false on the last page."""
    total: Path = ()
    """The number of all items."""
    pages: Path = ()
    """The number of all pages."""
    current: Path = ()
    """The number of this page."""
    first: int = 0
    """The number of the first page, or of the first item."""


State: TypeAlias = str | int | bool


class Waiter(Struct, frozen=True, kw_only=True):
    """A state to wait for, by repeating the operation."""

    name: str = ""
    """The name of its method; empty if it follows from the state."""
    state: Path = ()
    """The property of the response with the state; empty if only the status of the response counts."""
    success: tuple[State, ...] = ()
    """The states that end the wait."""
    failure: tuple[State, ...] = ()
    """The states that end it with an error."""
    timeout: float
    """The default, in seconds."""
    interval: float
    """The default pause between requests, in seconds."""
    missing: Literal["raise", "wait", "success"] = "raise"
    """The meaning of the status 404: an error, an object that does not exist yet, or the goal."""
    where: Pointer
    """The place of the declaration."""


class LongRunning(Struct, frozen=True):
    """The end of a long-running operation, whose response has a URL for its status."""

    result: Type | None
    """The type of the result; None if there is none."""
    is_at_path: bool = False
    """Whether the result is what a GET of the same path returns."""


class Operation(Struct, frozen=True, kw_only=True):
    """A method on a path.

    The parameters are those of the path, in its order, followed by the others as declared.
    """

    id: str | None
    shares_id: bool = False
    """Whether another operation has the same id, which the standard forbids."""
    method: str
    """The HTTP method as sent. Only additional operations may have lower case (OpenAPI 3.2.0, 4.9)."""
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
    pagination: Pagination | None = None
    """None unless it returns pages."""
    waiters: tuple[Waiter, ...] = ()
    long_running: LongRunning | None = None
    """None unless a response has a URL for the status of the operation."""
    extensions: Mapping[str, Json]
    origins: tuple[Pointer, ...]


class Received(Struct, frozen=True, kw_only=True):
    """A request that the API sends: a webhook or a callback."""

    key: InboundKey
    operation: Operation
    """The request. Its path is the runtime expression for the URL of a callback, and empty for a webhook."""

    @property
    def name(self) -> str:
        """Its name in the document."""
        return self.key.name
