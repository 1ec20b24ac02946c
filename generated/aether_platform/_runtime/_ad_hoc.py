"""Requests that the document does not describe: `Client.request` builds them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args

import httpx2
import msgspec
from msgspec import UNSET

from ._base_url import leads_elsewhere
from ._charset import text_of
from ._conversion import decoder_of
from ._direct import RequestArguments
from ._extras import encoded_query, with_extras
from ._operation import Operation, Request, is_json
from ._options import check_headers, check_members
from ._raising import bare, contradiction
from ._reading import UNDECODABLE, json_in, plain
from ._redirect import is_same_origin
from ._response import Response

if TYPE_CHECKING:
    from ._content import Streamed

T = TypeVar("T")

_ID = "client.request"
"""What logs and errors call the operation."""

_METHOD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*", re.ASCII)
_USUAL = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY"})
_TARGET = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*", re.ASCII)
"""RFC 3986 sections 3.3 and 3.4."""
_PLACEHOLDER = re.compile(r"\{([A-Za-z0-9_]+)\}", re.ASCII)
_TEXT: Mapping[str, Any] = {"application/json": str, "*/*": str}
_BYTES: Mapping[str, Any] = {"*/*": bytes}


class _Undocumented(Operation[T], frozen=True, kw_only=True):
    """An operation whose decoders are kept, although it exists for one call only."""

    @property
    def template(self) -> None:
        return None

    def decoder(self, kind: object) -> msgspec.json.Decoder[Any]:
        return decoder_of(kind)


class _Plain(Request[Any], frozen=True):
    """A request whose success is decoded by its media type alone."""

    def result(self, value: object, response: Response, client: object) -> object:
        del client
        media_type = response.headers.get("content-type", "")
        if not response.content:
            return None
        if is_json(media_type):
            try:
                return plain(json_in(response, Any))
            except UNDECODABLE as error:
                raise contradiction(response, error) from bare(error)
        return text_of(response) if media_type.lower().startswith("text/") else value


def ad_hoc(
    base_url: str, method: str, path: str, into: object, arguments: RequestArguments
) -> Request[Any]:
    """Build a request. Its success is decoded to `into`.

    Raises:
        ValueError: The path leads to another place or is not one, or a value cannot be sent.
        TypeError: An argument is of a wrong type.
    """
    unknown = sorted(arguments.keys() - RequestArguments.__optional_keys__)
    if unknown:
        raise TypeError(f"request() got an unexpected keyword argument {unknown[0]!r}")
    for name, value in (("method", method), ("path", path)):
        if not isinstance(cast("object", value), str):
            raise TypeError(f"{name} must be a str, not {type(value).__name__}")
    for name in ("path_params", "query"):
        check_members(name, arguments.get(name, {}))
    method = _method(method)
    path, server = _path(base_url, path)
    names, values = _PLACEHOLDER.findall(path), arguments.get("path_params", {})
    if set(names) != set(values):
        raise ValueError(f"path_params must be those in the path, {names}, not {[*values]}")
    headers = arguments.get("headers", {})
    check_headers("headers", headers)
    operation = _Undocumented[Any](
        id=_ID,
        method=method,
        path=path,
        server=server,
        successes=_successes(method, into),
        errors={"default": None},
    )
    request = operation.request(
        *(values[name] for name in names),
        headers={"accept": "application/json, */*;q=0.9", **headers} if into is None else headers,
        json=arguments.get("json", UNSET),
        content=_content(arguments, headers),
    )
    request = with_extras(request, encoded_query(arguments.get("query", {})), {})
    if leads_elsewhere(request.path):
        raise ValueError(f"path must not have dots as parts, which lead elsewhere: {path!r}")
    if into is None:
        return _Plain(operation, request.target, request.headers, request.content)
    return request


def _method(method: str) -> str:
    if not _METHOD.fullmatch(method) or method.upper() == "CONNECT":
        raise ValueError(f"method must be one of HTTP, such as 'GET': {method!r}")
    return method.upper() if method.upper() in _USUAL else method


def _path(base_url: str, path: str) -> tuple[str, str | None]:
    """The path with its query, and the server that it is on: None for the base URL.

    Raises:
        ValueError: It is not a path on this server.
    """
    server = None
    if not path.startswith("/") and "://" in path.partition("?")[0]:
        path, server = _on_this_server(base_url, path), "/"
    if not path.startswith("/") or path.startswith("//"):
        raise ValueError(f"path must begin with one slash, as in '/servers': {path!r}")
    if not _TARGET.fullmatch(_PLACEHOLDER.sub("", path)):
        raise ValueError(
            f"path contains what a URL cannot: {path!r}; pass values by path_params= or query="
        )
    return path, server


def _on_this_server(base_url: str, address: str) -> str:
    """The path and query of a URL on the server of the client.

    Raises:
        ValueError: It is on another server, which must not get credentials.
    """
    try:
        url = httpx2.URL(address)
    except (httpx2.InvalidURL, ValueError):
        raise ValueError("path is not a valid URL") from None
    if url.userinfo or not is_same_origin(httpx2.URL(base_url), url):
        raise ValueError(f"path must be below {base_url}, whose credentials are sent")
    return url.raw_path.decode("ascii")


def _successes(method: str, into: object) -> Mapping[int | str, object]:
    if method == "HEAD":
        if into is not None:
            raise TypeError("into= cannot be passed with HEAD, whose responses have no content")
        return {}
    if into is None or into is bytes:
        return {"default": _BYTES}
    if into is str:
        return {"default": _TEXT}
    try:
        decoder_of(into)
    except TypeError as error:
        raise TypeError(f"into must be a type that can be decoded from JSON: {error}") from None
    # Who allows None gets it for the statuses without content.
    empty: dict[int | str, object] = {204: None, 205: None}
    return {**(empty if type(None) in get_args(into) else {}), "default": into}


def _content(
    arguments: RequestArguments, headers: Mapping[str, str]
) -> tuple[str, bytes | Streamed | str] | None:
    if "content" not in arguments:
        return None
    if "json" in arguments:
        raise TypeError("json= and content= cannot both be passed")
    content = cast("object", arguments["content"])
    if not isinstance(content, bytes | str):
        raise TypeError(f"content must be bytes or a str, not {type(content).__name__}")
    media_type = next((headers[name] for name in headers if name.lower() == "content-type"), None)
    if media_type is None:
        raise TypeError("content= requires a media type: headers={'Content-Type': 'text/csv'}")
    return media_type, content
