"""The responses that a call returns or raises, and the types that a caller receives."""

from __future__ import annotations

from msgspec.structs import replace

from codegen.model.api import Api
from codegen.model.classes import UnionClass
from codegen.model.operations import Media, Operation, Response
from codegen.model.types import Named, Scalar, Type, UnionOf
from codegen.model.wire import BYTES_OR_NONE, codec_of, is_plain_value, shapes
from codegen.standard.media_types import ANY, Codec, without_parameters


def returned_responses(operation: Operation) -> list[Response]:
    """The responses whose bodies a call returns: those of success.

    If no success is documented, it is what a redirect leads to, or else the default.
    """
    responses = [_as_sent(response, operation) for response in operation.responses]
    documented = [response for response in responses if response.status.startswith("2")]
    return (
        documented
        or _downloads(operation)
        or [response for response in responses if response.status == "default"]
    )


_REDIRECTS = frozenset({"301", "302", "303", "307", "308", "3XX"})
"""Those that the runtime follows (RFC 9110, section 15.4)."""


def _downloads(operation: Operation) -> list[Response]:
    """The target of a redirect that is the only documented success of a GET: any content, as bytes."""
    redirects = [response for response in operation.responses if response.status in _REDIRECTS]
    if operation.method != "GET" or not redirects:
        return []
    first = redirects[0]
    content = Media(media_type=ANY, type=Scalar.FILE, origins=first.origins)
    return [replace(first, status="2XX", headers=(), media=(content,), links=())]


def raised_responses(operation: Operation) -> list[Response]:
    """The responses that a call raises as errors."""
    return [
        _as_sent(response, operation)
        for response in operation.responses
        if not response.status.startswith("2")
    ]


_WITHOUT_CONTENT = frozenset({"204", "205", "304"})
"""RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5."""


def _as_sent(response: Response, operation: Operation) -> Response:
    """The response without the content that HTTP does not allow, even if documented (RFC 9110, 6.4.1).

    A success of GET has content even if nobody describes it: bytes, or none.
    """
    if operation.method == "HEAD" or response.status in _WITHOUT_CONTENT or response.status[0] == "1":
        return replace(response, media=())
    if operation.method == "GET" and not response.media and response.status.startswith("2"):
        anything = Media(media_type=ANY, type=BYTES_OR_NONE, origins=())
        return replace(response, media=(anything,))
    return response


def has_downloads(api: Api) -> bool:
    """Whether an operation is documented to return bytes."""
    responses = (one for operation in api.operations for one in returned_responses(operation))
    media = (one for response in responses for one in response.media)
    return any(codec_of(one) is Codec.BYTES and one.type != BYTES_OR_NONE for one in media)


def may_be_unknown(union: UnionClass, api: Api) -> bool:
    """Whether a received value of a union may be none of its members: the API may add objects later."""
    return any(isinstance(member, Named) and member.name in api.models for member in union.members)


def has_unknown(api: Api) -> bool:
    """Whether a union of the API may have unknown members."""
    return any(may_be_unknown(union, api) for union in api.unions.values())


def response_type(response: Response, api: Api) -> Type:
    """The type that a caller receives, over all media types of a response; null for no content."""
    members = tuple(dict.fromkeys(media_response_type(media, response, api) for media in response.media))
    return Scalar.NULL if not members else members[0] if len(members) == 1 else UnionOf(members)


def media_response_type(media: Media, response: Response, api: Api) -> Type:
    """The type that a caller receives for one media type of a response.

    ASP.NET documents every response as ``text/plain`` too. If the same object or array is also documented
    as JSON, such a text is JSON.
    """
    if is_plain_value(media):
        return media.type
    if without_parameters(media.media_type) == "text/plain":
        as_json = any(codec_of(other) is Codec.JSON and other.type == media.type for other in response.media)
        if as_json and "scalar" not in shapes(media.type, api):
            return media.type
    return received_type(media)


def received_type(media: Media) -> Type:
    """The type of a received body; a string under ``*/*`` is text unless it is binary."""
    if media.media_type == ANY and media.type in {Scalar.STRING, BYTES_OR_NONE}:
        return media.type
    match codec_of(media):
        case Codec.JSON | Codec.SEQUENCE:
            return media.type
        case Codec.TEXT:
            return Scalar.STRING
        case _:
            return Scalar.BYTES


def has_webhooks(api: Api) -> bool:
    """Whether the API sends requests that are not callbacks of an operation."""
    return any(received.key.sender is None for received in api.received)
