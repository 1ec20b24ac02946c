"""The server for the calls: it checks each request with the document, and sends the planned response.

It is a transport of httpx2 in the process of the client, so a call takes a fraction of a millisecond. The
client still produces the bytes that it would send over a connection.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote, unquote_plus

import httpx2

from corpus import bodies, styles
from corpus.comparison import Read, defined, difference, matches, matches_as_json, written
from corpus.original import Operation, Original, Part, place_of
from corpus.schemas import Json

ORIGIN = "http://127.0.0.1:9"
ROOT = "/corpus"
"""The path of the base URL, which must precede every path."""

_STANDARD = {"accept-encoding", "connection", "content-length", "host", "user-agent"}
"""Headers that every request has."""


@dataclass(frozen=True, slots=True)
class Body:
    """An expected body."""

    media_type: str
    media: Part
    value: Json


@dataclass(frozen=True, slots=True)
class Answer:
    """A response, and the result that the caller should get."""

    status: int
    documented: str | None = None
    """The documented media type or range; None for no content."""
    value: Json = None
    is_sequence: bool = False
    """Whether the value is a list of values that are sent one after another."""

    @property
    def media_type(self) -> str | None:
        """The media type of the response."""
        return None if self.documented is None else bodies.concrete(self.documented, self.value)

    @property
    def content(self) -> bytes:
        """The bytes of the response."""
        if self.media_type is None:
            return b""
        if self.is_sequence and isinstance(self.value, list):
            return bodies.as_items(self.value, self.media_type)
        if bodies.is_json(self.media_type):
            return bodies.as_json(self.value)
        return bodies.as_bytes(self.value)


@dataclass(frozen=True, slots=True)
class Exchange:
    """An expected request, and the response to it."""

    operation: Operation
    parameters: Sequence[tuple[Part, Json]]
    """The parameters that are passed, with their values."""
    body: Body | None
    answer: Answer


@dataclass(slots=True)
class Server:
    """Compares requests with the expected ones."""

    original: Original
    credentials: Mapping[str, str]
    """All credentials of the client, by argument."""
    exchange: Exchange | None = None
    complaints: list[str] = field(default_factory=list)
    received: int = 0
    sent: str = ""
    """A short form of the last request, for messages."""

    def expect(self, exchange: Exchange) -> None:
        """Set the next expected request."""
        self.exchange, self.complaints, self.received, self.sent = exchange, [], 0, ""

    def answer(self, request: httpx2.Request, content: bytes) -> httpx2.Response:
        """Decode a request, record its mistakes, and respond."""
        exchange = self.exchange
        if exchange is None:
            raise ValueError("nothing is expected")
        self.received += 1
        target = request.url.raw_path.decode("ascii")
        self.sent = f"{request.method} {target} {content[:200]!r}"
        self.complaints += _complaints(exchange, request, target, content, self._own(exchange.operation))
        self.complaints += self._missing_credentials(exchange.operation, request)
        answer = exchange.answer
        headers = {} if answer.media_type is None else {"content-type": answer.media_type}
        is_empty = request.method == "HEAD" or answer.status in {204, 205, 304}
        return httpx2.Response(answer.status, headers=headers, content=b"" if is_empty else answer.content)

    def _schemes(self, operation: Operation) -> list[list[Part]]:
        declared = self.original.components("securitySchemes")
        return [
            [self.original.resolved(declared[name]) for name in alternative if name in declared]
            for alternative in operation.security
        ]

    def _own(self, operation: Operation) -> set[tuple[str, str]]:
        """The places of API keys, in addition to the parameters."""
        return {
            place_of(scheme)
            for alternative in self._schemes(operation)
            for scheme in alternative
            if scheme.get("type") == "apiKey"
        }

    def _missing_credentials(self, operation: Operation, request: httpx2.Request) -> list[str]:
        alternatives = self._schemes(operation)
        if not alternatives:
            return ["unexpected credentials"] if "authorization" in request.headers else []
        if any(all(self._came(scheme, request) for scheme in alternative) for alternative in alternatives):
            return []
        asked = " or ".join("+".join(str(one.get("type")) for one in each) for each in alternatives)
        return [f"the credentials are missing: {asked}"]

    def _is_given(self, key: Part) -> bool:
        parameters = self.exchange.parameters if self.exchange else ()
        return place_of(key) in {place_of(parameter) for parameter, _ in parameters}

    def _came(self, scheme: Part, request: httpx2.Request) -> bool:
        given = {*self.credentials.values()}
        authorization = request.headers.get("authorization", "")
        match scheme.get("type"), str(scheme.get("scheme", "")).lower():
            case ("oauth2" | "openIdConnect", _) | (_, "bearer"):
                return authorization.startswith("Bearer ") and authorization[7:] in given
            case _, "basic":
                kind, _, encoded = authorization.partition(" ")
                if kind != "Basic":
                    return False
                user, _, password = b64decode(encoded).decode(errors="replace").partition(":")
                return {user, password} <= given
            case "http", _:
                return authorization in given
            case "apiKey", _ if self._is_given(scheme):
                return True  # it is sent with the call
            case "apiKey", _:
                return bool(given.intersection(_values(request, scheme["in"], scheme["name"])))
            case _:
                return True


class Transport(httpx2.BaseTransport):
    """The server for a client."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Respond to a request."""
        return self._server.answer(request, request.read())


class AsyncTransport(httpx2.AsyncBaseTransport):
    """The server for an async client."""

    def __init__(self, server: Server) -> None:
        self._server = server

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Respond to a request."""
        return self._server.answer(request, await request.aread())


def _values(request: httpx2.Request, location: str, name: str) -> list[str]:
    match location:
        case "header":
            return [request.headers.get(name, "")]
        case "query":
            pairs = (pair.partition("=") for pair in request.url.query.decode("ascii").split("&"))
            return [unquote_plus(value) for key, _, value in pairs if unquote_plus(key) == name]
        case _:
            pairs = (pair.strip().partition("=") for pair in request.headers.get("cookie", "").split(";"))
            return [unquote(value) for key, _, value in pairs if unquote(key) == name]


def _complaints(
    exchange: Exchange, request: httpx2.Request, target: str, content: bytes, keys: set[tuple[str, str]]
) -> list[str]:
    operation = exchange.operation
    found: list[str] = []
    if request.method != operation.method:
        found.append(f"the method is {request.method}")
    path, _, query = target.partition("?")
    pairs: styles.Pairs = [pair.partition("=")[::2] for pair in query.split("&") if pair]
    try:
        values = _path_values(path, operation) | _query_of_path(pairs, operation)
    except styles.Unreadable as error:
        return [*found, str(error)]
    given = {place_of(parameter) for parameter, _ in exchange.parameters}
    pairs = [(key, value) for key, value in pairs if ("query", unquote_plus(key)) not in keys - given]
    for parameter, whole in exchange.parameters:
        location, name = parameter["in"], parameter["name"]
        if location == "path" and name not in values:
            continue  # its place is in a fragment, which is never sent
        meant = whole if styles.media_of(parameter) else written(defined(whole))
        if meant in ({}, [], None) and not styles.media_of(parameter):
            pairs = [pair for pair in pairs if not unquote_plus(pair[0]).startswith(name)]
            continue
        try:
            read = _read(parameter, meant, request, values, pairs)
        except styles.Unreadable as error:
            found.append(f"{location} parameter {name!r}: {error}")
            continue
        equal = matches_as_json if bodies.is_json(styles.media_of(parameter) or "") else matches
        if not equal(read, meant):
            found.append(f"{location} parameter: {difference(read, meant, equal, name)}")
    unexpected = styles.unexpected(pairs)
    found += [f"the query has {key}={value:.80}, which is unexpected" for key, value in unexpected]
    found += _unasked_headers(
        operation, request, {name for place, name in {*given, *keys} if place == "header"}
    )
    return found + _of_body(exchange, request, content)


def _unasked_headers(operation: Operation, request: httpx2.Request, asked: set[str]) -> list[str]:
    """The header parameters that were sent although nobody gave them. Keys of idempotency are made."""
    made = {"idempotency-key"} if request.method in {"PATCH", "POST"} else set[str]()
    documented = {one["name"].lower() for one in operation.parameters if one["in"] == "header"}
    unasked = sorted(documented - asked - made - _STANDARD)
    return [f"unexpected header {name!r}" for name in unasked if name in request.headers]


def _read(
    parameter: Part, meant: Json, request: httpx2.Request, values: Mapping[str, str], pairs: styles.Pairs
) -> Read:
    name = parameter["name"]
    match parameter["in"]:
        case "path":
            return styles.from_path(values[name], parameter, meant)
        case "query":
            return styles.from_pairs(pairs, parameter, meant)
        case "querystring":
            pairs.clear()
            return styles.from_whole_query(request.url.query.decode("ascii"), parameter, meant)
        case "header":
            if name not in request.headers:
                raise styles.Unreadable("it is missing")
            return styles.from_header(request.headers[name], parameter, meant)
        case _:
            return styles.from_cookies(request.headers.get("cookie", ""), parameter, meant)


def _of_body(exchange: Exchange, request: httpx2.Request, content: bytes) -> list[str]:
    body = exchange.body
    if body is None:
        return ["unexpected body"] if content else []
    sent_type = request.headers.get("content-type", "")
    try:
        return bodies.complaints(content, sent_type, body.media_type, body.media, body.value)
    except ValueError as error:
        return [f"the body is not valid {body.media_type}: {error}"]


def _path_values(path: str, operation: Operation) -> dict[str, str]:
    """The values of the path parameters, percent-encoded.

    Raises:
        Unreadable: The path does not match.
    """
    root = ROOT if operation.server is None else operation.server
    template = operation.path.partition("#")[0].partition("?")[0]
    names, pattern = _pattern(template, "[^/]*")
    found = re.fullmatch(re.escape(root) + pattern, path)
    if found is None:
        raise styles.Unreadable(f"the path is {path!r}, expected {operation.path!r} under {root!r}")
    return dict(zip(names, found.groups(), strict=True))


def _query_of_path(pairs: styles.Pairs, operation: Operation) -> dict[str, str]:
    """Remove the query of a path that breaks the standard from the query of the request."""
    values: dict[str, str] = {}
    fixed = operation.path.partition("#")[0].partition("?")[2]
    for template in (pair for pair in fixed.split("&") if pair):
        names, pattern = _pattern(template if "=" in template else f"{template}=", "[^&]*")
        came = ((pair, re.fullmatch(pattern, "=".join(pair))) for pair in pairs)
        there = next(((pair, found) for pair, found in came if found), None)
        if there is None:
            raise styles.Unreadable(f"the query does not match {template!r}")
        pairs.remove(there[0])
        values |= zip(names, there[1].groups(), strict=True)
    return values


def _pattern(template: str, value: str) -> tuple[list[str], str]:
    """The names in braces, and a regular expression with a group for each."""
    parts = re.split(r"\{([^{}]*)\}", template)
    pieces = [
        f"({value})" if index % 2 else "".join(map(_character, part)) for index, part in enumerate(parts)
    ]
    return parts[1::2], "".join(pieces)


def _character(character: str) -> str:
    escaped = "".join(f"%{byte:02X}" for byte in character.encode())
    allowed = {escaped, escaped.lower(), character, quote(character)}
    return f"(?:{'|'.join(map(re.escape, sorted(allowed)))})" if len(allowed) > 1 else re.escape(character)


def parameter_schema(parameter: Part) -> Any:
    """The schema of a parameter, from ``schema`` or ``content``."""
    media = next(iter((parameter.get("content") or {}).values()), parameter)
    return media.get("schema", {})
