"""How a method takes the body of its request, and how it passes the body on."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from codegen.model.api import Api
from codegen.model.directions import is_needed, sends_back
from codegen.model.operations import Body, Encoding, Media, Style
from codegen.model.types import ListOf, MapOf, Named, Scalar, Type, members_of, union
from codegen.model.wire import field_styles, joined_styles, part_type, sent_as, sent_codec, sent_type
from codegen.naming.components import NamedField
from codegen.naming.methods import Method
from codegen.standard.media_types import Codec, is_json, is_range
from codegen.views.annotations import Annotations, Imports
from codegen.views.arguments import ArgumentView, coerced
from codegen.views.class_uses import described, with_default
from codegen.views.multipart_parts import (
    are_files,
    checked_parts,
    content_type,
    files_argument,
    has_files,
    part_types,
)
from codegen.views.prose import about, sentence
from codegen.views.text.quoting import EMPTY, Code, join, literal, name, splice


class Argument(Struct, frozen=True):
    """An argument of a method, before it is rendered."""

    name: str
    annotation: Code
    required: bool
    text: str
    default: Code | None = None
    """The default; None for ``UNSET``."""
    members: tuple[Code, ...] = ()
    """The members of the annotation, if it is of a body: without ``UnsetType``."""
    takes_files: bool = False
    others: tuple[Code, ...] = ()
    """The members that are no files, if it takes files."""


def argument_view(argument: Argument, imports: Imports) -> ArgumentView:
    """Describe an argument of a method."""
    return ArgumentView(
        name=name(argument.name),
        annotation=argument.annotation,
        default=EMPTY if argument.required else splice(" = {}", argument.default or imports.use("UNSET")),
    )


class BodyView(Struct, frozen=True):
    """The arguments for a body, and the arguments of ``request`` made from them."""

    arguments: tuple[Argument, ...] = ()
    values: tuple[Code, ...] = ()
    headers: tuple[Code, ...] = ()
    """Pairs for the headers of the request."""


def body_view(
    method: Method, api: Api, annotations: Annotations, imports: Imports, *, is_chosen: bool = False
) -> BodyView:
    """Describe how a method takes its body.

    Args:
        method: The method, which has no alternatives.
        api: Its API.
        annotations: Writes types for the module.
        imports: Collects the imports of the module.
        is_chosen: Whether the body is one of several alternatives. Where it is made, arguments have no
            types, and ``content_type`` is one of them.
    """
    body = method.operation.body
    if body is None or not body.media:
        return BodyView()
    return _Taking(method, body, api, annotations, imports, is_chosen).view()


class _Taking(Struct, frozen=True):
    """A method with a body."""

    method: Method
    body: Body
    api: Api
    annotations: Annotations
    imports: Imports
    is_chosen: bool

    def view(self) -> BodyView:
        media = sent_as(self.body, self.api)
        if media is None:
            return BodyView()
        match sent_codec(media, self.api):
            case Codec.JSON:
                return self._json(media)
            case Codec.SEQUENCE:
                return self._sequence(media)
            case Codec.FORM:
                return self._form(media)
            case Codec.MULTIPART:
                return self._multipart(media)
            case _:
                return self._as_it_is(media)

    def _json(self, media: Media) -> BodyView:
        arguments, value = self._taken(media)
        said = media.media_type if is_json(media.media_type) else "application/json"
        written = Code("content_type") if self._is_open(media) else literal(said)
        headers = () if written == literal("application/json") else (splice('"content-type": {}', written),)
        return BodyView(arguments, (splice("json={}", self._sent(value, media)),), headers)

    def _sequence(self, media: Media) -> BodyView:
        argument = self._whole(media.type, self.annotations)
        function = self.imports.use("sequence_content")
        body = coerced(Code("body"), media.type, "body", self.api, self.annotations)
        content = splice("content={}({}, {})", function, literal(media.media_type), body)
        return BodyView((argument,), (content,))

    def _form(self, media: Media) -> BodyView:
        arguments, value = self._taken(media)
        function = self.imports.use("form_content")
        styles = _mapping_argument(self._styles(media))
        content = splice("content={}({}{})", function, self._sent(value, media), styles)
        return BodyView(arguments, (content,))

    def _styles(self, media: Media) -> dict[str, Code]:
        return {
            property_: style_code(style, self.imports)
            for property_, style in field_styles(media, self.api).items()
        }

    def _multipart(self, media: Media) -> BodyView:
        """The parts as arguments instead of a model, because files in a model are strings."""
        files = self.annotations.sending_files()
        if isinstance(media.type, ListOf):
            return self._parts(media, files)
        sent = self._sent_fields(media)
        if sent is None:
            parts = media.type if isinstance(media.type, MapOf) else MapOf(Scalar.ANY)
            arguments: tuple[Argument, ...] = (self._whole(parts, files, takes_files=True),)
            value = Code("body")
        else:
            arguments = tuple(
                _with_headers(
                    _field(one, files, self.api, part_type(one.field), sends_files=True),
                    media.encodings.get(one.field.wire_name),
                )
                for one in sent
            )
            pairs = [splice("{}: {}", literal(one.field.wire_name), self._coerced(one)) for one in sent]
            value = splice("{{{}}}", join(", ", pairs))
        further = splice(
            "{}{}",
            _mapping_argument(part_types(media, self.api)),
            _mapping_argument(self._joined(media), "joined="),
        )
        if sent is not None:
            fields = [one.field for one in sent]
            further = splice("{}{}", further, files_argument(fields))
            value = checked_parts(value, fields, self.imports)
        value = self._sent(value, media)
        if sent is not None and not self.body.required:
            value = splice("{}({})", self.imports.use("given"), value)
        function = self.imports.use("multipart_content")
        content = splice("content={}({}, {}{})", function, literal(media.media_type), value, further)
        return BodyView(arguments, (content,))

    def _parts(self, media: Media, files: Annotations) -> BodyView:
        """Parts without names, as a list (OpenAPI 3.2.0, 4.15.1)."""
        argument = self._whole(media.type, files, takes_files=True)
        content_types = [content_type(one) for one in media.positions]
        types = splice(", ({},)", join(", ", [*map(literal, content_types)])) if any(content_types) else EMPTY
        others = content_type(media.others) if media.others is not None else None
        further = EMPTY if others is None else splice(", further={}", literal(others))
        function = self.imports.use("parts_content")
        content = splice("content={}({}, body{}{})", function, literal(media.media_type), types, further)
        return BodyView((argument,), (content,))

    def _joined(self, media: Media) -> dict[str, Code]:
        """The styles of lists that are one part (OpenAPI 3.1.1, 4.8.15.1.2)."""
        return {
            property_: style_code(style, self.imports)
            for property_, style in joined_styles(media, self.api).items()
        }

    def _as_it_is(self, media: Media) -> BodyView:
        """Text and bytes. The caller passes the media type if the document does not define it."""
        files = self.annotations.sending_files()
        is_file = sent_codec(media, self.api) is Codec.BYTES
        argument = self._whole(sent_type(media, self.api), files, takes_files=is_file)
        function = self.imports.use("bytes_content") if is_file else EMPTY
        if not is_range(media.media_type):
            content = splice("content={}({}, body)", function, literal(media.media_type))
            return BodyView((argument,), (content,))
        default = literal("application/octet-stream" if is_file else "text/plain")
        text = "The media type of the body."
        further = Argument(
            "content_type", self.imports.use("str"), required=False, text=text, default=default
        )
        arguments = (argument,) if self.is_chosen else (argument, further)
        return BodyView(arguments, (splice("content={}(content_type, body)", function),))

    def _is_open(self, media: Media) -> bool:
        """Whether the caller names the media type, because the document has only a range."""
        return self.is_chosen and is_range(media.media_type)

    def _taken(self, media: Media) -> tuple[tuple[Argument, ...], Code]:
        """The arguments for a body with its own type, and the expression that makes the body."""
        sent = self._sent_fields(media)
        if sent is None:
            body = coerced(Code("body"), media.type, "body", self.api, self.annotations)
            return (self._whole(media.type, self.annotations),), body
        passed = [self._passed(one) for one in sent]
        value = splice("{}({})", self.annotations.of(media.type), join(", ", [pair for _, pair in passed]))
        return tuple(argument for argument, _ in passed), value

    def _passed(self, one: NamedField) -> tuple[Argument, Code]:
        """The argument for a field, and how it is passed on. For the first page, the cursor may be null."""
        argument, written = _field(one, self.annotations, self.api), name(one.name)
        value = self._value(one, written)
        pages, nullable = self.method.operation.pagination, union((one.field.type, Scalar.NULL))
        if pages is None or pages.body != (one.field.wire_name,) or nullable == one.field.type:
            return argument, splice("{}={}", written, value)
        annotation = self.annotations.given(nullable, optional=not one.field.required)
        pair = splice("{0}={1} if {0} is None else {0}", written, self.imports.use("UNSET"))
        members = tuple(self.annotations.accepted(nullable))
        return replace(argument, annotation=annotation, members=members), pair

    def _coerced(self, one: NamedField) -> Code:
        """The value of a part."""
        value = self._value(one, name(one.name))
        return coerced(value, one.field.type, one.name, self.api, self.annotations)

    def _value(self, one: NamedField, written: Code) -> Code:
        """The value of a field. Arguments of alternatives have no defaults but ``UNSET``."""
        constant = self.annotations.constant(one.field.type, one.field.constant)
        if not self.is_chosen or constant is None:
            return written
        return splice("{1} if {0} is {2} else {0}", written, constant, self.imports.use("UNSET"))

    def _sent_fields(self, media: Media) -> list[NamedField] | None:
        """The fields that are keyword arguments; None if the body is one argument."""
        if self.method.keywords is None or not isinstance(media.type, Named):
            return None
        return [one for one in self.method.keywords if not one.field.read_only]

    def _sent(self, value: Code, *several: Media) -> Code:
        """The expression for what is sent of a value: no read-only properties."""
        types: list[Type] = [media.type for media in several]
        if len(several) == 1 and (fields := self._sent_fields(several[0])) is not None:
            types = [one.field.type for one in fields]
        return splice("{}({})", self.imports.use("writable"), value) if sends_back(types, self.api) else value

    def _whole(self, type_: Type, annotations: Annotations, *, takes_files: bool = False) -> Argument:
        return Argument(
            "body",
            annotations.given(type_, optional=not self.body.required),
            self.body.required,
            sentence(self.body.description) or described(self.body.media[0].type, self.api),
            members=tuple(annotations.accepted(type_)),
            takes_files=takes_files,
            others=_others(type_, annotations) if takes_files else (),
        )


def _mapping_argument(pairs: Mapping[str, Code], keyword: str = "") -> Code:
    """A mapping from properties to values, as one more argument."""
    if not pairs:
        return EMPTY
    items = [splice("{}: {}", literal(property_), value) for property_, value in pairs.items()]
    return splice(", {}{{{}}}", Code(keyword), join(", ", items))


def _field(
    named: NamedField,
    annotations: Annotations,
    api: Api,
    accepted: Type | None = None,
    *,
    sends_files: bool = False,
) -> Argument:
    field = named.field
    type_ = accepted or field.type
    takes_files = sends_files and has_files(type_)
    return Argument(
        named.name,
        annotations.given(type_, optional=not field.required),
        is_needed(field),
        about(with_default(field.notes, field.type, api), otherwise=described(field.type, api)),
        default=annotations.constant(field.type, field.constant),
        members=tuple(annotations.accepted(type_)),
        takes_files=takes_files,
        others=_others(type_, annotations) if takes_files else (),
    )


def _others(type_: Type, annotations: Annotations) -> tuple[Code, ...]:
    """The members of an annotation that are no files."""
    others = [one for one in members_of(type_) if not are_files(one)]
    return tuple(code for one in others for code in annotations.accepted(one))


def _with_headers(argument: Argument, encoding: Encoding | None) -> Argument:
    """The argument of a part, with the headers that the part may have."""
    if encoding is None or not encoding.headers:
        return argument
    said = f"The part may have the headers {', '.join(f'`{header}`' for header in encoding.headers)}."
    return replace(argument, text=f"{argument.text} {said}".strip())


def style_code(style: Style, imports: Imports, *, key: str | None = None, is_whole: bool = False) -> Code:
    """A style as an argument for the runtime."""
    arguments = [literal(style.name)]
    if style.explode and "/" not in style.name:
        arguments.append(Code("explode=True"))
    if style.reserved:
        arguments.append(Code("reserved=True"))
    if key is not None:
        arguments.append(splice("key={}", literal(key)))
    if is_whole:
        arguments.append(Code("whole=True"))
    if is_whole and style.fields:
        pairs = [splice("{}: {}", literal(name), style_code(one, imports)) for name, one in style.fields]
        arguments.append(splice("fields={{{}}}", join(", ", pairs)))
    return splice("{}({})", imports.use("Style"), join(", ", arguments))
