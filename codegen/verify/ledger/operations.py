"""The ledger for operations: parameters, bodies, responses, links and callbacks."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from codegen.document.node import Node, Pointer
from codegen.model.api import Api
from codegen.model.operations import Body, Encoding, Header, Media, Operation, Parameter, Response
from codegen.standard.headers import RESERVED_HEADERS
from codegen.standard.http_methods import operations_of
from codegen.standard.inbound import InboundKey, PathKey, Sender
from codegen.standard.media_types import spelled
from codegen.verify.ledger.entries import Entries
from codegen.verify.ledger.schemas import SchemaAccounts


class OperationAccounts:
    """Accounts for operations, including webhooks and callbacks, using those of the model."""

    def __init__(self, entries: Entries, schemas: SchemaAccounts, api: Api) -> None:
        self._entries = entries
        self._schemas = schemas
        self._operations = {(one.path, one.method): one for one in api.operations}
        self._received = {(one.key, one.operation.method): one.operation for one in api.received}
        self._keys = {
            one.name: _identity(one.location, one.parameter) for one in api.schemes if one.type == "apiKey"
        }

    def account(self, path: str, item: Node) -> None:
        """Account for the operations of a path."""
        self._path_item(path, item, lambda method: self._operations.get((path, method)))

    def account_webhook(self, name: str, item: Node) -> None:
        """Account for the operations of a webhook."""
        if not self._entries.is_waived(item):
            self._receive(InboundKey(name), item)

    def _receive(self, key: InboundKey, item: Node) -> None:
        """Account for a path item of a webhook or callback."""
        self._path_item(key, item, lambda method: self._received.get((key, method)))

    def _path_item(self, key: PathKey, item: Node, known: Callable[[str], Operation | None]) -> None:
        item = self._entries.resolved(item)[-1]
        for method, declared in operations_of(item):
            if not self._entries.is_waived(declared):
                operation = known(method)
                if (
                    self._entries.is_there("operation", declared.pointer, there=operation is not None)
                    and operation
                ):
                    self._operation(key, declared, item, operation)

    def _operation(self, key: PathKey, declared: Node, item: Node, operation: Operation) -> None:
        self._parameters(declared, item, operation)
        if "requestBody" in declared:
            self._body(declared.mapping("requestBody"), operation.body)
        responses = {response.status: response for response in operation.responses}
        for status, response in declared.entries("responses"):
            if not status.startswith("x-"):
                self._response(response, responses.get(status))
        for name, reference in declared.entries("callbacks"):
            if not name.startswith("x-"):
                sender = Sender(key, operation.method, declared.text("operationId"))
                self._callback(reference, sender, name)

    def _callback(self, reference: Node, sender: Sender, name: str) -> None:
        *_, declared = self._entries.resolved(reference)
        if self._entries.is_waived(declared):
            return
        items = [(key, item) for key, item in declared.items() if isinstance(item, Node) and key[:2] != "x-"]
        there = any((one.sender, one.name) == (sender, name) for one, _ in self._received)
        self._entries.is_there("callback", reference.pointer, there=there or not items)
        for expression, item in items:
            if not self._entries.is_waived(item):
                self._receive(InboundKey(name, sender, expression), item)

    def _parameters(self, declared: Node, item: Node, operation: Operation) -> None:
        """Account for the operation's parameters, and those of its path that it does not override (4.8.9)."""
        known = {_identity(str(one.location), one.wire_name): one for one in operation.parameters}
        own: set[tuple[str, str]] = set()
        for owner in (declared, item):
            for reference in owner.mappings("parameters"):
                parameter = self._entries.resolved(reference)[-1]
                identity = _identity(parameter.text("in"), parameter.text("name"))
                if (
                    _is_ignored(parameter)
                    or self._entries.is_waived(parameter)
                    or identity in own
                    or self._is_sent_as_key(identity, operation)
                ):
                    self._entries.ignore({reference.pointer, parameter.pointer})
                    continue
                if owner is declared:
                    own.add(identity)
                self._value("parameter", reference, known.get(identity))

    def _is_sent_as_key(self, identity: tuple[str, str], operation: Operation) -> bool:
        """Whether every call sends a key in place of the parameter."""
        return bool(operation.security) and all(
            any(identity == self._keys.get(requirement.scheme) for requirement in together)
            for together in operation.security
        )

    def _body(self, reference: Node, body: Body | None) -> None:
        *_, declared = chain = self._entries.resolved(reference)
        origins = body.origins if body else ()
        if (
            self._entries.is_there("request body", reference.pointer, there=_stands_for(origins, chain))
            and body
        ):
            self._content(declared, body.media)

    def _response(self, reference: Node, response: Response | None) -> None:
        *_, declared = chain = self._entries.resolved(reference)
        origins = response.origins if response else ()
        if (
            self._entries.is_there("response", reference.pointer, there=_stands_for(origins, chain))
            and response
        ):
            self._content(declared, response.media)
            links = {link.name: link for link in response.links}
            for name, link in declared.entries("links"):
                if not self._entries.is_waived(link):
                    origins = links[name].origins if name in links else ()
                    self._entries.is_there(
                        "link", link.pointer, there=_stands_for(origins, self._entries.resolved(link))
                    )
            headers = {header.wire_name: header for header in response.headers}
            for name, header in declared.entries("headers"):
                if name.lower() == "content-type":
                    self._entries.ignore([header.pointer])
                else:
                    self._value("header", header, headers.get(name))

    def _content(self, declared: Node, known: Iterable[Media]) -> None:
        media = {one.media_type: one for one in known}
        for media_type, reference in declared.entries("content"):
            one = media.get(spelled(media_type))
            origins = frozenset(one.origins) if one else frozenset()
            *_, declared_media = chain = self._entries.resolved(reference)
            if self._entries.is_there("media type", reference.pointer, there=_stands_for(origins, chain)):
                self._schema_of(declared_media, origins)
                self._headers_of_parts(declared_media, one)

    def _headers_of_parts(self, declared: Node, known: Media | None) -> None:
        """Account for the headers of parts. They have no meaning outside multipart and in nested parts."""
        encodings = known.encodings if known else {}
        for name, encoding in declared.entries("encoding"):
            self._headers_of_part(encoding, known, encodings.get(name))
        positions = known.positions if known else ()
        for index, encoding in enumerate(declared.mappings("prefixEncoding")):
            self._headers_of_part(encoding, known, positions[index] if index < len(positions) else None)
        if "itemEncoding" in declared:
            self._headers_of_part(declared.mapping("itemEncoding"), known, known.others if known else None)

    def _headers_of_part(self, declared: Node, media: Media | None, known: Encoding | None) -> None:
        self._entries.ignore((*declared.pointer, key) for key in _ENCODINGS if key in declared)
        there = known.headers if known else ()
        for header, reference in declared.entries("headers"):
            *_, end = self._entries.resolved(reference)
            if media and media.media_type.startswith("multipart/") and header.lower() != "content-type":
                self._entries.is_there("header", reference.pointer, there=header in there)
                self._entries.ignore({(*end.pointer, "schema"), (*end.pointer, "content")})
            else:
                self._entries.ignore({reference.pointer, end.pointer})

    def _value(self, kind: str, reference: Node, known: Parameter | Header | None) -> None:
        """Account for a parameter or a header."""
        *_, declared = chain = self._entries.resolved(reference)
        origins = frozenset(known.origins) if known else frozenset()
        if self._entries.is_there(kind, reference.pointer, there=_stands_for(origins, chain)):
            self._schema_of(declared, origins)
            for _, media in declared.entries("content"):
                if self._entries.is_there("media type", media.pointer, there=media.pointer in origins):
                    self._schema_of(media, origins)

    def _schema_of(self, owner: Node, origins: frozenset[Pointer]) -> None:
        if isinstance(schema := owner.get("schema"), Node):
            self._schemas.account(schema, origins)


_ENCODINGS = ("encoding", "prefixEncoding", "itemEncoding")


def _stands_for(origins: Iterable[Pointer], chain: Iterable[Node]) -> bool:
    """Whether a part was made from all items of a chain of references."""
    return {part.pointer for part in chain} <= set(origins)


def _identity(location: str, name: str) -> tuple[str, str]:
    """The identity of a parameter. Header names are case-insensitive (RFC 9110, 5.1)."""
    return location, name.lower() if location == "header" else name


def _is_ignored(parameter: Node) -> bool:
    return parameter.get("in") == "header" and parameter.text("name").lower() in RESERVED_HEADERS
