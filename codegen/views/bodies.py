"""How a method takes the body of its request, and how it passes the body on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from codegen.model.api import Api
from codegen.model.directions import has_models, is_needed, sends_back
from codegen.model.operations import Body, Encoding, Media, Style
from codegen.model.types import ListOf, MapOf, Named, Scalar, Type, UnionOf, union
from codegen.model.wire import field_styles, joined_styles, part_type, sent_as, sent_codec, sent_type
from codegen.naming.components import NamedField
from codegen.naming.methods import Method
from codegen.standard.media_types import Codec, is_json, is_range
from codegen.views.annotations import Annotations, Imports
from codegen.views.arguments import ArgumentView, coerced
from codegen.views.parts import checked_parts, content_type, files_argument, part_types
from codegen.views.prose import about, sentence
from codegen.views.text.quoting import EMPTY, Code, join, literal, name, splice
from codegen.views.uses import described, with_default

_WITH_MODELS = frozenset({Codec.JSON, Codec.SEQUENCE, Codec.FORM})
"""The codecs that encode models."""


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a method, before it is rendered."""

    name: str
    annotation: Code
    required: bool
    text: str
    default: Code | None = None
    """The default; None for ``UNSET``."""


def argument_view(argument: Argument, imports: Imports) -> ArgumentView:
    """Describe an argument of a method."""
    return ArgumentView(
        name=name(argument.name),
        annotation=argument.annotation,
        default=EMPTY if argument.required else splice(" = {}", argument.default or imports.use("UNSET")),
    )


@dataclass(frozen=True, slots=True)
class BodyView:
    """The arguments for a body, and the arguments of ``request`` made from them."""

    arguments: tuple[Argument, ...] = ()
    values: tuple[Code, ...] = ()
    headers: tuple[Code, ...] = ()
    """Pairs for the headers of the request."""


def body_view(method: Method, api: Api, annotations: Annotations, imports: Imports) -> BodyView:
    """Describe how a method takes its body."""
    body = method.operation.body
    if body is None or not body.media:
        return BodyView()
    return _Taking(method, body, api, annotations, imports).view()


@dataclass(frozen=True, slots=True)
class _Taking:
    """A method with a body."""

    method: Method
    body: Body
    api: Api
    annotations: Annotations
    imports: Imports

    def view(self) -> BodyView:
        media = sent_as(self.body, self.api)
        if media is None:
            return self._of_several()
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
        headers = () if said == "application/json" else (splice('"content-type": {}', literal(said)),)
        return BodyView(arguments, (splice("json={}", self._sent(value, media)),), headers)

    def _sequence(self, media: Media) -> BodyView:
        argument = self._whole(self.annotations.given(media.type, optional=not self.body.required))
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
            arguments: tuple[Argument, ...] = (self._whole(self._mapping(media, files)),)
            value = Code("body")
        else:
            arguments = tuple(
                _with_headers(
                    _field(one, files, self.api, part_type(one.field)),
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
        argument = self._whole(files.given(media.type, optional=not self.body.required))
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

    def _mapping(self, media: Media, annotations: Annotations) -> Code:
        values = (
            annotations.given(media.type.value) if isinstance(media.type, MapOf) else self.imports.use("Any")
        )
        mapping = splice("{}[{}, {}]", self.imports.use("Mapping"), self.imports.use("str"), values)
        return mapping if self.body.required else splice("{} | {}", mapping, self.imports.use("UnsetType"))

    def _as_it_is(self, media: Media) -> BodyView:
        """Text and bytes. The caller passes the media type if the document does not define it."""
        files = self.annotations.sending_files()
        argument = self._whole(files.given(sent_type(media, self.api), optional=not self.body.required))
        is_file = sent_codec(media, self.api) is Codec.BYTES
        function = self.imports.use("bytes_content") if is_file else EMPTY
        if not is_range(media.media_type):
            content = splice("content={}({}, body)", function, literal(media.media_type))
            return BodyView((argument,), (content,))
        further = self._content_type([media])
        return BodyView((argument, further), (splice("content={}(content_type, body)", function),))

    def _of_several(self) -> BodyView:
        """Media types with different schemas. The caller chooses one."""
        media = _by_preference(self.body, self.api)
        types = UnionOf(tuple(dict.fromkeys(among_several(one, self.api) for one in media)))
        annotation = self.annotations.sending_files().given(types, optional=not self.body.required)
        styles: dict[str, Code] = {}
        kinds: dict[str, Code] = {}
        for one in media:
            if sent_codec(one, self.api) is Codec.FORM:
                styles |= self._styles(one)
            elif sent_codec(one, self.api) is Codec.MULTIPART:
                kinds |= part_types(one, self.api)
        function = self.imports.use("any_content")
        further = splice(
            "{}{}", _mapping_argument(styles, "styles="), _mapping_argument(kinds, "content_types=")
        )
        body = self._sent(self._coerced_by_type(media), *media)
        value = splice("content={}(content_type, {}{})", function, body, further)
        return BodyView((self._whole(annotation), self._content_type(media)), (value,))

    def _coerced_by_type(self, media: list[Media]) -> Code:
        """The body as the type of its media type. Parts and files have none."""
        types = {
            one.media_type: self.annotations.of(one.type)
            for one in media
            if sent_codec(one, self.api) in _WITH_MODELS and has_models(one.type, self.api)
        }
        if not types:
            return Code("body")
        pairs = join(", ", [splice("{}: {}", literal(key), type_) for key, type_ in types.items()])
        function = self.imports.use("coerced")
        return splice('{}(body, {{{}}}.get(content_type), "body")', function, pairs)

    def _content_type(self, media: list[Media]) -> Argument:
        names = [literal(one.media_type) for one in media if not is_range(one.media_type)]
        if len(names) == len(media):
            annotation = splice("{}[{}]", self.imports.use("Literal"), join(", ", names))
        else:
            annotation = self.imports.use("str")
        is_text = all(sent_codec(one, self.api) is Codec.TEXT for one in media)
        default = names[0] if names else literal("text/plain" if is_text else "application/octet-stream")
        text = "The media type of the body."
        return Argument("content_type", annotation, required=False, text=text, default=default)

    def _taken(self, media: Media) -> tuple[tuple[Argument, ...], Code]:
        """The arguments for a body with its own type, and the expression that makes the body."""
        sent = self._sent_fields(media)
        if sent is None:
            annotation = self.annotations.given(media.type, optional=not self.body.required)
            body = coerced(Code("body"), media.type, "body", self.api, self.annotations)
            return (self._whole(annotation),), body
        passed = [self._passed(one) for one in sent]
        value = splice("{}({})", self.annotations.of(media.type), join(", ", [pair for _, pair in passed]))
        return tuple(argument for argument, _ in passed), value

    def _passed(self, one: NamedField) -> tuple[Argument, Code]:
        """The argument for a field, and how it is passed on. For the first page, the cursor may be null."""
        argument, written = _field(one, self.annotations, self.api), name(one.name)
        pages, nullable = self.method.operation.pagination, union((one.field.type, Scalar.NULL))
        if pages is None or pages.body != (one.field.wire_name,) or nullable == one.field.type:
            return argument, splice("{0}={0}", written)
        annotation = self.annotations.given(nullable, optional=not one.field.required)
        pair = splice("{0}={1} if {0} is None else {0}", written, self.imports.use("UNSET"))
        return replace(argument, annotation=annotation), pair

    def _coerced(self, one: NamedField) -> Code:
        """The value of a part."""
        return coerced(name(one.name), one.field.type, one.name, self.api, self.annotations)

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

    def _whole(self, annotation: Code) -> Argument:
        text = sentence(self.body.description) or described(self.body.media[0].type, self.api)
        return Argument("body", annotation, self.body.required, text)


def preferred(body: Body, api: Api) -> Media:
    """The media type that a body has unless the caller chooses another one."""
    return _by_preference(body, api)[0]


def _by_preference(body: Body, api: Api) -> list[Media]:
    return sorted(body.media, key=lambda one: [*Codec].index(sent_codec(one, api)))


def among_several(media: Media, api: Api) -> Type:
    """The type of the argument. Parts are passed by name, because files in a model are strings."""
    return MapOf(Scalar.ANY) if sent_codec(media, api) is Codec.MULTIPART else sent_type(media, api)


def _mapping_argument(pairs: Mapping[str, Code], keyword: str = "") -> Code:
    """A mapping from properties to values, as one more argument."""
    if not pairs:
        return EMPTY
    items = [splice("{}: {}", literal(property_), value) for property_, value in pairs.items()]
    return splice(", {}{{{}}}", Code(keyword), join(", ", items))


def _field(named: NamedField, annotations: Annotations, api: Api, accepted: Type | None = None) -> Argument:
    field = named.field
    return Argument(
        named.name,
        annotations.given(accepted or field.type, optional=not field.required),
        is_needed(field),
        about(with_default(field.notes, field.type, api), otherwise=described(field.type, api)),
        default=annotations.constant(field.type, field.constant),
    )


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
