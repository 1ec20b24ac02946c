"""Which operations return streams of items, and the type of an item."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from codegen.document.node import Json
from codegen.model.api import Api
from codegen.model.notes import Absent
from codegen.model.operations import Media, Operation
from codegen.model.responses import returned_responses
from codegen.model.types import ListOf, Named, Scalar, Type, union, without_null
from codegen.standard.media_types import is_event_stream, is_sequence

_FLAG = "stream"


class Stream(Struct, frozen=True):
    """The items that an operation returns one after another."""

    item: Type
    whole_events: bool
    """Whether an item has the fields of an event, and not only its data."""
    has_flag: bool
    """Whether the argument ``stream`` asks for them, and the operation returns something else without it."""
    by_default: bool
    """Whether that argument is true where it is omitted."""


def stream_of(operation: Operation, api: Api) -> Stream | None:
    """The stream that an operation returns; None if it returns none, or it is unknown when."""
    if operation.pagination is not None:
        return None
    media = [one for response in returned_responses(operation) for one in response.media]
    items = [(one, item) for one in media if (item := item_of(one)) is not None]
    if not items:
        return None
    has_others = len(items) < len(media)
    default = _flag(operation, api)
    if has_others and default is None:
        return None
    item = union(tuple(dict.fromkeys(item for _, item in items)))
    are_events = all(one.has_events for one, _ in items)
    return Stream(item, are_events, has_others, has_others and default is True)


def item_of(media: Media) -> Type | None:
    """The type of the items of a response; None if it is not several values one after another.

    Before OpenAPI 3.2, documents describe an item where they can only describe the whole.
    """
    if not is_sequence(media.media_type):
        return None
    if media.item is not None:
        return media.item
    if isinstance(media.type, ListOf):
        return media.type.item
    is_opaque = media.type in {Scalar.ANY, Scalar.STRING, Scalar.BYTES, Scalar.FILE}
    if not is_opaque:
        return media.type
    return Scalar.STRING if is_event_stream(media.media_type) else None


def only_streams(operation: Operation) -> Operation:
    """The operation with only the streams among its successes."""
    return _with(operation, streams=True)


def without_streams(operation: Operation) -> Operation:
    """The operation without the streams among its successes."""
    return _with(operation, streams=False)


def has_streams(api: Api) -> bool:
    """Whether an operation returns a stream."""
    return any(stream_of(operation, api) is not None for operation in api.operations)


def _with(operation: Operation, *, streams: bool) -> Operation:
    returned = {response.status for response in returned_responses(operation)}
    responses = tuple(
        replace(
            response,
            media=tuple(one for one in response.media if (item_of(one) is not None) is streams),
        )
        if response.status in returned
        else response
        for response in operation.responses
    )
    pairs = zip(responses, operation.responses, strict=True)
    return replace(operation, responses=tuple(one for one, whole in pairs if one.media or not whole.media))


def _flag(operation: Operation, api: Api) -> bool | None:
    """The default of the argument ``stream``; None if there is no such argument."""
    fields = [
        (one.type, one.constant, one.notes.default)
        for one in operation.parameters
        if one.wire_name == _FLAG and one.location == "query"
    ]
    types = dict.fromkeys(media.type for media in operation.body.media) if operation.body else ()
    in_body: list[tuple[Type, Json | Absent, Json | Absent]] = []
    for type_ in types:
        if isinstance(type_, Named) and (model := api.models.get(type_.name)) is not None:
            named = (one for one in model.fields if one.wire_name == _FLAG and model.extra is None)
            in_body += [(one.type, one.constant, one.notes.default) for one in named]
    fields += in_body[:1] if all(one == in_body[0] for one in in_body) else in_body
    if len(fields) != 1:
        return None
    type_, constant, default = fields[0]
    if without_null(type_) is not Scalar.BOOLEAN or not isinstance(constant, Absent):
        return None
    return default is True
