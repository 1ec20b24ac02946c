"""The document as its author wrote it, read once more and without the generator's understanding of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias
from urllib.parse import unquote, urljoin

Part: TypeAlias = Mapping[str, Any]
"""A mapping of the document."""

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

_IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})
_OF_THE_CLIENT = frozenset({"content-length", "transfer-encoding"})
"""Where a request ends, which its client knows (RFC 9112, section 6)."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A method on a path, with what its path gives it and all references followed."""

    path: str
    method: str
    """Upper case."""
    parameters: tuple[Part, ...]
    """Those of the path that it does not override, then its own; without the headers that mean nothing."""
    body: Part | None
    responses: Mapping[str, Part]
    security: Sequence[Part]
    """The alternatives: its own, else the document's."""
    server: str | None = None
    """The path of its own server, if that is on the host of the others."""

    @property
    def name(self) -> str:
        """``GET /books/{isbn}``."""
        return f"{self.method} {self.path}"


class Original:
    """A document of OpenAPI 3.0 or 3.1."""

    def __init__(self, root: Part) -> None:
        self.root = root

    @property
    def is_30(self) -> bool:
        """Whether its schemas are those of OpenAPI 3.0, which are not JSON Schema."""
        return str(self.root.get("openapi", "")).startswith("3.0")

    def components(self, kind: str) -> Part:
        """The named parts of a kind: ``schemas``, ``securitySchemes``..."""
        return mapping(mapping(self.root, "components"), kind)

    def resolved(self, part: Part) -> Part:
        """The part, or what it refers to.

        Raises:
            LookupError: A reference leads nowhere, out of the document or in a ring.
        """
        visited: set[str] = set()
        while isinstance(reference := part.get("$ref"), str):
            if reference in visited:
                raise LookupError(f"{reference} refers to itself")
            visited.add(reference)
            part = self.at(reference)
        return part

    def at(self, reference: str) -> Part:
        """What a reference within the document points at (RFC 6901, section 6).

        Raises:
            LookupError: There is no such part, or it is in another document.
        """
        if not reference.startswith("#"):
            raise LookupError(f"{reference} is in another document")
        found: Any = self.root
        for token in unquote(reference[1:]).split("/")[1:]:
            key = token.replace("~1", "/").replace("~0", "~")
            found = found[int(key)] if isinstance(found, list) else found[key]
        if not isinstance(found, Mapping):
            raise LookupError(f"{reference} is no mapping")  # noqa: TRY004 - what is wrong is the reference
        return found

    def operations(self) -> Iterator[Operation]:
        """Every operation of ``paths`` that its author does not tell the generator to skip."""
        for path, declared_item in mapping(self.root, "paths").items():
            if not path.startswith("/") or not isinstance(declared_item, Mapping) or is_waived(declared_item):
                continue
            own = {key: value for key, value in declared_item.items() if key != "$ref"}
            item = {**self.resolved(declared_item), **own}
            for method in METHODS:
                declared = item.get(method)
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
                if parameter.get("in") == "header" and name.lower() in _IGNORED_HEADERS | _OF_THE_CLIENT:
                    continue  # OpenAPI 3.1.1, 4.8.12.1
                if place_of(parameter) in keys:
                    continue  # it is sent with each call, and not given with each
                if not is_waived(parameter) and not is_waived(reference):
                    parameters[parameter["in"], name] = parameter
        named = {*re.findall(r"\{([^{}]+)\}", path)}
        parameters = {key: one for key, one in parameters.items() if key[0] != "path" or key[1] in named}
        for name in re.findall(r"\{([^{}]+)\}", path.partition("#")[0]):
            # One that is not declared is text: without it there would be no call.
            parameters.setdefault(("path", name), _undeclared(name))
        body = declared.get("requestBody")
        return Operation(
            path=path,
            method=method.upper(),
            parameters=tuple(parameters.values()),
            body=self.resolved(body) if isinstance(body, Mapping) and not is_waived(body) else None,
            responses={
                status: self.resolved(response)
                for status, response in mapping(declared, "responses").items()
                if not status.startswith("x-") and not is_waived(response)
            },
            security=security,
            server=_own_path(declared.get("servers") or item.get("servers") or ()),
        )

    def _keys(self, security: Sequence[Part]) -> set[tuple[str, str]]:
        """The places of the keys that a call cannot be authenticated without."""
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
    """Where a parameter or a key is; headers have names without case (RFC 9110, section 5.1)."""
    return one["in"], one["name"].lower() if one["in"] == "header" else one["name"]


def _own_path(servers: Sequence[Part]) -> str | None:
    """A relative URL leads to the host of the document (OpenAPI 3.1.1, 4.8.5)."""
    url = str(servers[0].get("url", "")) if servers else "https://"
    return None if "://" in url or "{" in url else urljoin("/", url).rstrip("/")


def mapping(part: Part, key: str) -> Part:
    """The mapping under a key; an empty one where there is none."""
    value = part.get(key)
    return value if isinstance(value, Mapping) else {}


def is_waived(part: Part) -> bool:
    """Whether the author told the generator to leave the part out."""
    return "skip" in mapping(part, "x-generate")
