"""Operations as the API's document describes them, and the requests they make of arguments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, Generic, TypeVar

import msgspec
from msgspec import UNSET

from ._content import json_content
from ._hooks import decoded
from ._parameters import Path, header_value, query_string

T = TypeVar("T")

_NONE: Mapping[Any, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Request(Generic[T]):
    """One request, built once and sent as often as it takes; its success is a `T`.

    It holds neither the server's address nor credentials: the client adds them when it sends.
    """

    operation: Operation[T]
    target: str
    """Path and query, percent-encoded, below the base URL."""
    headers: Mapping[str, str]
    content: bytes | None


@dataclass(frozen=True, kw_only=True)
class Operation(Generic[T]):
    """An operation of the API. What it answers when all is well decodes to `T`.

    The keys of `answers` and `errors` are a status such as `404`, a class such as `"4XX"`, or
    `"default"`; the first that fits wins. The values are types for msgspec to decode JSON to, or
    None where no content is documented.
    """

    id: str
    method: str
    path: str
    """With a placeholder for each argument, in their order: `/clusters/{cluster_id:uuid}`."""
    answers: Mapping[int | str, object]
    errors: Mapping[int | str, object] = field(default_factory=lambda: _NONE)
    authenticated: bool = True
    optional_body: bool = False
    """Whether a body that would be an empty object is better left out."""

    def request(
        self,
        *path_values: object,
        query: Mapping[str, object] = _NONE,
        headers: Mapping[str, object] = _NONE,
        json: object = UNSET,
    ) -> Request[T]:
        """Build the request for these arguments; what is `UNSET` is left out.

        Raises:
            ValueError: A value cannot be put into the path or a header without changing its shape;
                a datetime has no time zone.
            TypeError: A value is of a type that has no form there.
        """
        content = None if json is UNSET else json_content(json)
        if self.optional_body and content == b"{}":
            content = None
        target = self._path.expand(path_values)
        if query and (encoded := query_string(query)):
            target = f"{target}?{encoded}"
        sent = {
            name: header_value(name, value) for name, value in headers.items() if value is not UNSET
        }
        return Request(self, target, sent, content)

    def decoder(self, kind: object) -> msgspec.json.Decoder[Any]:
        """The decoder for one of the documented types, built when it is first needed."""
        decoder = self._decoders.get(kind)
        if decoder is None:
            decoder = self._decoders[kind] = msgspec.json.Decoder(kind, dec_hook=decoded)
        return decoder

    @cached_property
    def _path(self) -> Path:
        return Path.parse(self.path)

    @cached_property
    def _decoders(self) -> dict[object, msgspec.json.Decoder[Any]]:
        return {}
