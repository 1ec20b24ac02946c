"""The arguments for the runtime about the parts of a multipart body."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from codegen.model.api import Api
from codegen.model.classes import Field
from codegen.model.operations import Encoding, Media
from codegen.model.types import ListOf, Named, Scalar, Type, UnionOf, members_of
from codegen.model.wire import are_dates
from codegen.standard.media_types import is_range
from codegen.views.annotations import Imports
from codegen.views.text.quoting import EMPTY, Code, join, literal, splice


def part_types(media: Media, api: Api) -> dict[str, Code]:
    """The media types of parts that the document defines; the caller narrows a range."""
    model = api.models.get(media.type.name) if isinstance(media.type, Named) else None
    types = {
        field.wire_name: field.notes.constraints["contentMediaType"]
        for field in (() if model is None else model.fields)
        if "contentMediaType" in field.notes.constraints
    }
    for property_, encoding in media.encodings.items():
        types[property_] = encoding.content_type or types.get(property_)
    return {
        property_: literal(type_)
        for property_, type_ in types.items()
        if isinstance(type_, str) and not is_range(type_)
    }


def content_type(encoding: Encoding) -> str | None:
    """The media type of a part, unless the caller narrows it."""
    type_ = encoding.content_type
    return None if type_ is None or is_range(type_) else type_


def files_argument(fields: Iterable[Field]) -> Code:
    """The argument that names the parts that are files."""
    return _naming("files", fields, _is_file)


def checked_parts(values: Code, fields: Iterable[Field], imports: Imports) -> Code:
    """The values of parts. The runtime checks that dates are not datetimes, and which parts may be null."""
    fields = [*fields]
    further = [_naming("dates", fields, are_dates), _naming("nullable", fields, _may_be_null)]
    return splice("{}({}{}{})", imports.use("checked"), values, *further)


def _naming(argument: str, fields: Iterable[Field], matches: Callable[[Type], bool]) -> Code:
    names = [literal(field.wire_name) for field in fields if matches(field.type)]
    return splice(", {}=[{}]", Code(argument), join(", ", names)) if names else EMPTY


def _may_be_null(type_: Type) -> bool:
    return not {Scalar.NULL, Scalar.ANY}.isdisjoint(members_of(type_))


def has_files(type_: Type) -> bool:
    """Whether a part may be a file, or a list with files."""
    match type_:
        case ListOf():
            return has_files(type_.item)
        case UnionOf():
            return any(map(has_files, type_.members))
        case _:
            return type_ in {Scalar.FILE, Scalar.BYTES}


def are_files(type_: Type) -> bool:
    """Whether a value is always a file, or a list of files."""
    match type_:
        case ListOf():
            return are_files(type_.item)
        case UnionOf():
            return all(map(are_files, type_.members))
        case _:
            return type_ in {Scalar.FILE, Scalar.BYTES}


def _is_file(type_: Type) -> bool:
    """Whether a part is a file or a list of files."""
    match type_:
        case ListOf():
            return _is_file(type_.item)
        case UnionOf():
            return all(_is_file(one) for one in type_.members if one is not Scalar.NULL)
        case _:
            return type_ is Scalar.FILE
