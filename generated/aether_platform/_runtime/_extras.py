"""Parameters and members of bodies that callers add to the requests that the document describes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from urllib.parse import unquote_plus

import msgspec
from msgspec import UNSET, structs

from ._content import json_content
from ._operation import Request, is_json
from ._parameters import query_string

R = TypeVar("R", bound=Request[Any])

_PROPERTIES = msgspec.json.Decoder(dict[str, msgspec.Raw])
_WITHOUT_CONTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
"""The methods whose requests get a body only if the document describes one."""


def encoded_query(values: Mapping[str, object]) -> Mapping[str, str]:
    """Encode each parameter as `name=value` pairs. Those of a value that is None are empty.

    Raises:
        ValueError: A datetime has no time zone, or a number is not finite.
        TypeError: The type of a value cannot be sent in a query.
    """
    return {
        name: query_string({name: value}) for name, value in values.items() if value is not UNSET
    }


def encoded_body(values: Mapping[str, object]) -> Mapping[str, bytes]:
    """Encode each member as JSON.

    Raises:
        ValueError: A datetime has no time zone, or a number is not finite.
        TypeError: A value has no JSON.
    """
    return {name: json_content(value) for name, value in values.items() if value is not UNSET}


def with_extras(request: R, query: Mapping[str, str], body: Mapping[str, bytes]) -> R:
    """The request with these parameters and members, which replace those of the same names.

    Raises:
        ValueError: There are members, but the body is not a JSON object.
    """
    if query:
        path, _, pairs = request.target.partition("?")
        for name, written in query.items():
            pairs = with_pairs(pairs, name, written)
        request = structs.replace(request, target=f"{path}?{pairs}" if pairs else path)
    if body:
        members = {name: msgspec.Raw(value) for name, value in body.items()}
        content = msgspec.json.encode({**_members(request), **members})
        request = structs.replace(request, content=content)
    return request


def with_pairs(query: str, name: str, written: str) -> str:
    """Encoded pairs of a query, with others for a name."""
    pairs = [pair for pair in query.split("&") if pair]
    kept = [pair for pair in pairs if unquote_plus(pair.partition("=")[0]) != name]
    return "&".join([*kept, *filter(None, [written])])


def members_of(content: bytes) -> dict[str, msgspec.Raw]:
    """The members of a JSON object, each with its bytes.

    Raises:
        msgspec.ValidationError: It is not an object.
    """
    return _PROPERTIES.decode(content)


def _members(request: Request[Any]) -> dict[str, msgspec.Raw]:
    """The members that a body has already."""
    content, method = request.content, request.operation.method
    if content is None and method not in _WITHOUT_CONTENT:
        return {}
    kind = request.headers.get("content-type", "application/json")
    what = "no body" if content is None else kind
    if isinstance(content, bytes) and is_json(kind):
        try:
            return members_of(content)
        except msgspec.ValidationError:
            what = "JSON that is not an object"
    raise ValueError(
        f"{request.operation.id} sends {what}: the option body= can only add to a JSON object"
    )
