"""The document as its author wrote it, read independently of the generator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias
from urllib.parse import unquote, urljoin

from codegen.standard.headers import RESERVED_HEADERS
from codegen.standard.http_methods import METHODS

Part: TypeAlias = Mapping[str, Any]
"""A mapping of the document."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A method on a path, with the parameters of the path, and with all references resolved."""

    path: str
    method: str
    """As it is sent."""
    parameters: tuple[Part, ...]
    """The parameters of the path that are not overridden, then its own, without meaningless headers."""
    body: Part | None
    responses: Mapping[str, Part]
    security: Sequence[Part]
    """The alternatives of the operation, else those of the document."""
    server: str | None = None
    """The path of its own server, if it is on the main host."""

    @property
    def name(self) -> str:
        """``GET /books/{isbn}``."""
        return f"{self.method} {self.path}"


class Original:
    """An OpenAPI 3 document."""

    def __init__(self, root: Part) -> None:
        self.root = root

    @property
    def is_30(self) -> bool:
        """Whether it is OpenAPI 3.0, whose schemas are not JSON Schema."""
        return str(self.root.get("openapi", "")).startswith("3.0")

    def components(self, kind: str) -> Part:
        """The components of a kind: ``schemas``, ``securitySchemes``..."""
        return mapping(mapping(self.root, "components"), kind)

    def resolved(self, part: Part) -> Part:
        """Resolve a reference; anything else is returned unchanged.

        Raises:
            LookupError: The reference has no target, is external, or is circular.
        """
        visited: set[str] = set()
        while isinstance(reference := part.get("$ref"), str):
            if reference in visited:
                raise LookupError(f"{reference} refers to itself")
            visited.add(reference)
            part = self.at(reference)
        return part

    def at(self, reference: str) -> Part:
        """The target of a reference within the document (RFC 6901, section 6).

        Raises:
            LookupError: There is no target, or it is in another document.
        """
        if not reference.startswith("#"):
            raise LookupError(f"{reference} is in another document")
        found: Any = self.root
        for token in unquote(reference[1:]).split("/")[1:]:
            key = token.replace("~1", "/").replace("~0", "~")
            inner = isinstance(found, Mapping)
            found = found[int(key)] if isinstance(found, list) else found.get(key) if inner else None
        if not isinstance(found, Mapping):
            raise LookupError(f"{reference} is no mapping")  # noqa: TRY004 - the reference is wrong
        return found

    def operations(self) -> Iterator[Operation]:
        """Every operation in ``paths`` that the author does not skip."""
        for path, declared_item in mapping(self.root, "paths").items():
            if not path.startswith("/") or not isinstance(declared_item, Mapping) or is_waived(declared_item):
                continue
            own = {key: value for key, value in declared_item.items() if key != "$ref"}
            item = {**self.resolved(declared_item), **own}
            fixed = {method.upper(): item[method] for method in METHODS if method in item}
            for method, declared in {**fixed, **mapping(item, "additionalOperations")}.items():
                if isinstance(declared, Mapping) and not is_waived(declared):
                    yield self._operation(path, method, item, declared)

    def _operation(self, path: str, method: str, item: Part, declared: Part) -> Operation:
        security = declared.get("security", self.root.get("security", ())) or ()
        keys = self._keys(security)
        parameters: dict[tuple[str, str], Part] = {}
        for owner in (item, declared):
            for reference in owner.get("parameters") or ():
                parameter = self.resolved(reference)
                name = str(parameter.get("name", ""))
                if parameter.get("in") == "header" and name.lower() in RESERVED_HEADERS:
                    continue  # OpenAPI 3.1.1, 4.8.12.1
                if place_of(parameter) in keys:
                    continue  # the client sends it, so it is not an argument
                if not is_waived(parameter) and not is_waived(reference):
                    parameters[parameter["in"], name] = parameter
        named = {*re.findall(r"\{([^{}]+)\}", path)}
        parameters = {key: one for key, one in parameters.items() if key[0] != "path" or key[1] in named}
        for name in re.findall(r"\{([^{}]+)\}", path.partition("#")[0]):
            # An undeclared path parameter is a string. Without it, the call would be impossible.
            parameters.setdefault(("path", name), _undeclared(name))
        body = declared.get("requestBody")
        return Operation(
            path=path,
            method=method,
            parameters=tuple(parameters.values()),
            body=self._whole(body) if isinstance(body, Mapping) and not is_waived(body) else None,
            responses={
                status: self._whole(response)
                for status, response in mapping(declared, "responses").items()
                if not status.startswith("x-") and not is_waived(response)
            },
            security=security,
            server=_own_path(declared.get("servers") or item.get("servers") or ()),
        )

    def _whole(self, reference: Part) -> Part:
        """A body or a response with its media types; the schema of items is that of an array of them."""
        part = self.resolved(reference)
        if "content" not in part:
            return part
        content = {name: self.resolved(media) for name, media in mapping(part, "content").items()}
        return {
            **part,
            "content": {name: self._with_items(self._with_json(media)) for name, media in content.items()},
        }

    def _with_json(self, media: Part) -> Part:
        """A media type whose events have the JSON of their ``data`` instead of its text."""
        return {**media, "itemSchema": self._decoded(media["itemSchema"])} if "itemSchema" in media else media

    def _decoded(self, event: Part) -> Part:
        """An event; where only some alternatives have JSON, each has all properties itself."""
        event = self.resolved(event)
        properties = mapping(event, "properties")
        members = [self.resolved(one) for one in event.get("oneOf") or ()]
        if any("contentSchema" in mapping(mapping(one, "properties"), "data") for one in members):
            whole = [{**one, "properties": {**properties, **mapping(one, "properties")}} for one in members]
            kept = {key: event[key] for key in event if key not in {"properties", "oneOf"}}
            return {**kept, "oneOf": [self._decoded(one) for one in whole]}
        data = mapping(properties, "data")
        if "contentSchema" not in data:
            return event
        return {**event, "properties": {**properties, "data": data["contentSchema"]}}

    def _with_items(self, media: Part) -> Part:
        """A media type with both ``schema`` and ``itemSchema`` if it has one of them (3.2.0, 4.14.1)."""
        schema = self.resolved(media["schema"]) if isinstance(media.get("schema"), Mapping) else {}
        if "itemSchema" in media and not schema:
            return {**media, "schema": {"type": "array", "items": media["itemSchema"]}}
        if str(self.root.get("openapi", "")).startswith("3.2") and schema.get("type") == "array":
            return {**media, "itemSchema": schema.get("items", {})}
        return media

    def _keys(self, security: Sequence[Part]) -> set[tuple[str, str]]:
        """The places of the keys that are required for every call."""
        schemes = {name: self.resolved(scheme) for name, scheme in self.components("securitySchemes").items()}
        places = [
            {
                place_of(one)
                for one in (schemes[name] for name in together if name in schemes)
                if one.get("type") == "apiKey"
            }
            for together in security
        ]
        return set.intersection(*places) if places else set()


@cache
def _undeclared(name: str) -> Part:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def place_of(one: Part) -> tuple[str, str]:
    """The place of a parameter or key. Header names are case-insensitive (RFC 9110, section 5.1)."""
    return one["in"], one["name"].lower() if one["in"] == "header" else one["name"]


def _own_path(servers: Sequence[Part]) -> str | None:
    """Whether a URL is on the main host. A relative one is (OpenAPI 3.1.1, 4.8.5)."""
    url = str(servers[0].get("url", "")) if servers else "https://"
    return None if "://" in url or "{" in url else urljoin("/", url).rstrip("/")


def mapping(part: Part, key: str) -> Part:
    """The mapping under a key; an empty one if there is none."""
    value = part.get(key)
    return value if isinstance(value, Mapping) else {}


def is_waived(part: Part) -> bool:
    """Whether the author skips the part."""
    return "skip" in mapping(part, "x-generate")
