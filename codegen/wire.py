"""How an operation's values go over the wire: bodies by their media types, parameters by their styles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from codegen.media_types import ANY, Codec, codec, is_range
from codegen.model import Api, Body, Media, Operation, Parameter, Response, Style
from codegen.value_types import ListOf, MapOf, Named, Scalar, Type, UnionOf

Shape: TypeAlias = Literal["scalar", "array", "object"]


BYTES_OR_NONE = UnionOf((Scalar.BYTES, Scalar.NULL))
"""Content of which a document says nothing."""


def codec_of(media: Media) -> Codec:
    """How a body or an answer is made or read; a range is JSON where only JSON can hold the type."""
    if is_range(media.media_type):
        if media.type not in {Scalar.ANY, Scalar.STRING, Scalar.FILE, BYTES_OR_NONE}:
            return Codec.JSON
        return Codec.TEXT if media.media_type.lower().startswith("text/") else Codec.BYTES
    return codec(media.media_type)


def sent_codec(media: Media, api: Api) -> Codec:
    """How a body is made; a form of what has no names is written by the caller."""
    found = codec_of(media)
    if found is not Codec.FORM or _may_have_names(media.type, api):
        return found
    return Codec.TEXT if _shapes(media.type, api) == {"scalar"} else Codec.BYTES


def _may_have_names(type_: Type, api: Api) -> bool:
    return any(part is Scalar.ANY or _is_object(part, api) for part in _alternatives(type_, api))


def sent_type(media: Media, api: Api) -> Type:
    """What a caller gives as a body."""
    match sent_codec(media, api):
        case Codec.TEXT:
            return Scalar.STRING
        case Codec.BYTES:
            return Scalar.BYTES
        case _:
            return media.type


def received_type(media: Media) -> Type:
    """What a caller gets of an answer; a string of any media type at all is a text, if it is not binary."""
    if media.media_type == ANY and media.type in {Scalar.STRING, BYTES_OR_NONE}:
        return media.type
    match codec_of(media):
        case Codec.JSON:
            return media.type
        case Codec.TEXT:
            return Scalar.STRING
        case _:
            return Scalar.BYTES


def sent_as(body: Body, api: Api) -> Media | None:
    """The media type that a body is sent as: the first that we prefer, if all have the same schema.

    Parts, which are given by their names, are not preferred where the schema has none.

    None where they differ, so that the caller has to say which one a body is.
    """
    if len({media.type for media in body.media}) > 1:
        return None

    def rank(media: Media) -> tuple[bool, int]:
        found = sent_codec(media, api)
        return found is Codec.MULTIPART and not _may_have_names(media.type, api), [*Codec].index(found)

    return min(body.media, key=rank, default=None)


def answered_type(media: Media, response: Response, api: Api) -> Type:
    """What a caller gets of one media type of an answer.

    ASP.NET documents whatever it answers as ``text/plain`` too: where the same object or list may be JSON,
    such a text is JSON.
    """
    if media.media_type.partition(";")[0].strip().lower() == "text/plain":
        as_json = any(codec_of(other) is Codec.JSON and other.type == media.type for other in response.media)
        if as_json and "scalar" not in _shapes(media.type, api):
            return media.type
    return received_type(media)


def received(response: Response, api: Api) -> Type:
    """What a caller gets of an answer, of whichever media type it is; null for no content."""
    members = tuple(dict.fromkeys(answered_type(media, response, api) for media in response.media))
    return Scalar.NULL if not members else members[0] if len(members) == 1 else UnionOf(members)


def style_of(parameter: Parameter, api: Api) -> Style | None:
    """How a parameter is written, if the runtime has to be told."""
    return _needed(parameter.style, parameter.type, api, in_path=parameter.location in {"path", "header"})


def field_styles(media: Media, api: Api) -> Mapping[str, Style]:
    """How the properties of a form are written where the runtime has to be told."""
    model = api.models.get(media.type.name) if isinstance(media.type, Named) else None
    types = {} if model is None else {field.wire_name: field.type for field in model.fields}
    return {
        name: encoding.style
        for name, encoding in media.encodings.items()
        if encoding.style is not None
        and (name not in types or _needed(encoding.style, types[name], api, in_path=False))
    }


def _needed(style: Style, type_: Type, api: Api, *, in_path: bool) -> Style | None:
    shapes = _shapes(type_, api)
    told = "/" in style.name or style.name in {"label", "matrix"} or style.reserved
    if "array" in shapes and not in_path:
        told = told or style.name != "form" or not style.explode
    return style if told or "object" in shapes else None


def _shapes(type_: Type, api: Api) -> set[Shape]:
    """What a value may be; a list of what has no form of its own, such as lists, is like an object."""
    found: set[Shape] = set()
    for part in _alternatives(type_, api):
        if isinstance(part, ListOf):
            found.add("array")
            items = _alternatives(part.item, api)
            if any(isinstance(item, ListOf) or _is_object(item, api) for item in items):
                found.add("object")
        else:
            found.add("object" if _is_object(part, api) else "scalar")
    return found


def _is_object(type_: Type, api: Api) -> bool:
    return isinstance(type_, MapOf) or (isinstance(type_, Named) and type_.name in api.models)


def _alternatives(type_: Type, api: Api) -> Iterator[Type]:
    """What a value may be, none of which is a union."""
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


def modules_of_wire(api: Api) -> Mapping[str, bool]:
    """The optional modules of the runtime that write requests, and whether the API needs them."""
    bodies = [operation.body for operation in api.operations if operation.body is not None]
    codecs = {sent_codec(media, api) for body in bodies if (media := sent_as(body, api)) is not None}
    several = any(sent_as(body, api) is None for body in bodies)
    return {
        "_any_content.py": several,
        "_form.py": several or Codec.FORM in codecs,
        "_multipart.py": several or Codec.MULTIPART in codecs,
        "_styles.py": any(_has_styles(operation, api) for operation in api.operations),
    }


def _has_styles(operation: Operation, api: Api) -> bool:
    body = operation.body
    sent = () if body is None else body.media if (one := sent_as(body, api)) is None else (one,)
    return any(style_of(parameter, api) for parameter in operation.parameters) or any(
        sent_codec(media, api) is Codec.FORM and field_styles(media, api) for media in sent
    )
