"""How requests are encoded: bodies by their media types, parameters by their styles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from codegen.model.api import Api
from codegen.model.classes import Field, Model
from codegen.model.notes import Absent
from codegen.model.operations import Body, Media, Operation, Parameter, Style
from codegen.model.types import (
    ListOf,
    MapOf,
    Named,
    Scalar,
    Type,
    UnionOf,
    members_of,
    named,
    without_null,
)
from codegen.standard.media_types import Codec, codec, is_range, is_sequence, without_parameters

Shape: TypeAlias = Literal["scalar", "array", "object"]

BYTES_OR_NONE = UnionOf((Scalar.BYTES, Scalar.NULL))
"""The type of content that the document does not describe."""


_IDEMPOTENT = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "QUERY"})
_TEXTS = (Scalar.STRING, Scalar.UUID)
_FILE = re.compile(r"^file$|[_-]file$|[a-z]File$")
_LIMITS = frozenset({"pattern", "minLength", "maxLength"})
"""What is said of a text, and hardly of the content of a file."""


def is_idempotency_key(parameter: Parameter, operation: Operation) -> bool:
    """Whether a parameter makes an operation repeatable, by a key that the client can make."""
    return (
        operation.method not in _IDEMPOTENT
        and parameter.location == "header"
        and parameter.wire_name.lower() == "idempotency-key"
        and without_null(parameter.type) in _TEXTS
    )


def codec_of(media: Media) -> Codec:
    """The codec of a body or a response; a range is JSON where only JSON can represent the type."""
    if is_range(media.media_type):
        if media.type not in {Scalar.ANY, Scalar.STRING, Scalar.FILE, BYTES_OR_NONE}:
            return Codec.JSON
        return Codec.TEXT if media.media_type.lower().startswith("text/") else Codec.BYTES
    if media.item is not None and is_sequence(media.media_type):
        return Codec.SEQUENCE
    return codec(media.media_type)


def sent_codec(media: Media, api: Api) -> Codec:
    """The codec of a request body; a form whose schema has no properties is written by the caller."""
    found = codec_of(media)
    if found is Codec.SEQUENCE and codec(media.media_type) is Codec.TEXT:
        return Codec.TEXT  # events, which clients read only
    if found is not Codec.FORM or _may_have_names(media.type, api):
        return found
    return Codec.TEXT if shapes(media.type, api) == {"scalar"} else Codec.BYTES


def _may_have_names(type_: Type, api: Api) -> bool:
    return any(part is Scalar.ANY or _is_object(part, api) for part in alternatives(type_, api))


def are_dates(type_: Type) -> bool:
    """Whether a value may be a date, or a list of dates, and no datetime."""
    items = {one.item if isinstance(one, ListOf) else one for one in members_of(type_)}
    return Scalar.DATE in items and Scalar.DATETIME not in items


_IN_ONE_WAY = frozenset({Scalar.INTEGER, Scalar.NUMBER, Scalar.BOOLEAN})


def is_plain_value(media: Media) -> bool:
    """Whether a body is the plain text of a number or a truth value, which is written as in JSON."""
    return media.type in _IN_ONE_WAY and without_parameters(media.media_type) == "text/plain"


def sent_type(media: Media, api: Api) -> Type:
    """The type that a caller passes as a body."""
    match sent_codec(media, api):
        case Codec.TEXT:
            return media.type if is_plain_value(media) else Scalar.STRING
        case Codec.BYTES:
            return Scalar.BYTES
        case _:
            return media.type


def sent_as(body: Body, api: Api) -> Media | None:
    """The preferred media type of a body whose media types all have the same schema.

    Multipart comes last where the schema has no properties. None where the schemas differ: the caller then
    chooses by ``content_type``.
    """
    if len({media.type for media in body.media}) > 1:
        return None

    def rank(media: Media) -> tuple[bool, int]:
        found = sent_codec(media, api)
        return found is Codec.MULTIPART and not _may_have_names(media.type, api), [*Codec].index(found)

    return min(body.media, key=rank, default=None)


def by_preference(body: Body, api: Api) -> list[Media]:
    """The media types of a body: the one that is sent unless the caller chooses another one comes first."""
    return sorted(body.media, key=lambda one: [*Codec].index(sent_codec(one, api)))


def style_of(parameter: Parameter, api: Api) -> Style | None:
    """The style of a parameter, unless it is one that the runtime applies by default."""
    return _needed(parameter.style, parameter.type, api, in_path=parameter.location in {"path", "header"})


def field_styles(media: Media, api: Api) -> Mapping[str, Style]:
    """The styles of a form's properties, by wire name, that the runtime does not apply by default."""
    model = api.models.get(media.type.name) if isinstance(media.type, Named) else None
    types = {} if model is None else {field.wire_name: field.type for field in model.fields}
    return {
        name: encoding.style
        for name, encoding in media.encodings.items()
        if encoding.style is not None
        and (name not in types or _needed(encoding.style, types[name], api, in_path=False))
    }


_JOINING = frozenset({"form", "spaceDelimited", "pipeDelimited", "tabDelimited"})


def joined_styles(media: Media, api: Api) -> Mapping[str, Style]:
    """The styles of a multipart body's properties, by wire name, whose lists are one part."""
    return {
        name: style
        for name, style in field_styles(media, api).items()
        if style.name in _JOINING and not style.explode
    }


def _needed(style: Style, type_: Type, api: Api, *, in_path: bool) -> Style | None:
    possible = shapes(type_, api)
    is_needed = "/" in style.name or style.name in {"label", "matrix"} or style.reserved
    is_needed = is_needed or ("array" in possible and style.name.endswith("Delimited"))
    if "array" in possible and not in_path:
        is_needed = is_needed or style.name != "form" or not style.explode
    return style if is_needed or "object" in possible else None


def shapes(type_: Type, api: Api) -> set[Shape]:
    """The shapes that a value may have; an array of arrays or objects also counts as an object."""
    found: set[Shape] = set()
    for part in alternatives(type_, api):
        if isinstance(part, ListOf):
            found.add("array")
            items = alternatives(part.item, api)
            if any(isinstance(item, ListOf) or _is_object(item, api) for item in items):
                found.add("object")
        elif part is Scalar.ANY:
            found |= {"scalar", "array", "object"}
        else:
            found.add("object" if _is_object(part, api) else "scalar")
    return found


def _is_object(type_: Type, api: Api) -> bool:
    return isinstance(type_, MapOf) or (isinstance(type_, Named) and type_.name in api.models)


def alternatives(type_: Type, api: Api) -> Iterator[Type]:
    """The types that a value may have, unions resolved."""
    pending, seen = [type_], set[str]()
    while pending:
        match pending.pop():
            case UnionOf(members):
                pending += members
            case Named(name) if name in api.unions:
                if name not in seen:  # a union may contain itself
                    seen.add(name)
                    pending += api.unions[name].members
            case part:
                yield part


def has_alternative_bodies(api: Api) -> bool:
    """Whether a request body has media types with different schemas."""
    return any(sent_as(body, api) is None for body in _bodies(api))


def sends_forms(api: Api) -> bool:
    """Whether a request body may be sent as a form."""
    return _sends(Codec.FORM, api)


def sends_parts(api: Api) -> bool:
    """Whether a request body may be sent as multipart."""
    return _sends(Codec.MULTIPART, api)


def part_type(field: Field) -> Type:
    """The type of a part of a body: a plain string whose name ends with the word "file" may also be a file.

    Stripe's document describes its uploads so, with ``file: {type: string}``.
    """
    is_text = field.type is Scalar.STRING and field.constant is Absent.ABSENT
    is_plain = is_text and not field.notes.constraints.keys() & _LIMITS and field.notes.format is None
    return UnionOf((Scalar.FILE, Scalar.STRING)) if is_plain and _FILE.search(field.wire_name) else field.type


def sends_files(api: Api) -> bool:
    """Whether a request body may be sent as bytes."""
    return _sends(Codec.BYTES, api)


def has_styles(api: Api) -> bool:
    """Whether a parameter or a form's property has a style that the runtime does not apply by default."""
    if any(style_of(parameter, api) for one in api.operations for parameter in one.parameters):
        return True
    sent = (media for body in _bodies(api) for media in _sent_media(body, api))
    return any(
        field_styles(media, api) if sent_codec(media, api) is Codec.FORM else joined_styles(media, api)
        for media in sent
        if sent_codec(media, api) in {Codec.FORM, Codec.MULTIPART}
    )


def _sends(codec_: Codec, api: Api) -> bool:
    sent = (media for body in _bodies(api) for media in _sent_media(body, api))
    return any(sent_codec(media, api) is codec_ for media in sent)


def _sent_media(body: Body, api: Api) -> tuple[Media, ...]:
    """The media types that a body may be sent as."""
    return body.media if (media := sent_as(body, api)) is None else (media,)


def _bodies(api: Api) -> Iterator[Body]:
    return (operation.body for operation in api.operations if operation.body is not None)


def bodies_of_parts(api: Api) -> frozenset[str]:
    """The inline objects that are nothing but the body of multipart requests.

    Their properties are arguments, so that a class for them would have no use.
    """
    bodies: set[str] = set()
    others: set[str] = set()
    sent = [(operation, True) for operation in api.operations]
    for operation, is_sent in (*sent, *((one.operation, False) for one in api.received)):
        for media in () if operation.body is None else operation.body.media:
            in_parts = is_sent and sent_codec(media, api) is Codec.MULTIPART
            (bodies if in_parts else others).update(named([media.type]))
        others.update(named(_other_types(operation)))
    within = [type_ for model in api.models.values() for type_ in _types_in(model)]
    within += [member for union in api.unions.values() for member in union.members]
    unused = bodies - others - {*named(within)}
    return frozenset(key for key in unused if key in api.models and _is_inline(api.models[key]))


def _other_types(operation: Operation) -> Iterator[Type]:
    yield from (parameter.type for parameter in operation.parameters)
    for response in operation.responses:
        yield from (media.type for media in response.media)
        yield from (header.type for header in response.headers)


def _types_in(model: Model) -> list[Type]:
    return [*(field.type for field in model.fields), *(() if model.extra is None else (model.extra,))]


def _is_inline(model: Model) -> bool:
    return model.origins[0][:2] != ("components", "schemas") or len(model.origins[0]) != 3
