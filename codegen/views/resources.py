"""What a module of ``resources/`` is made of: one tag's operations, sync and async."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from codegen.annotations import Annotations, Imports
from codegen.media_types import ANY, Codec, is_range
from codegen.model import Api, Media, Operation, Parameter, Response
from codegen.naming import Group, Method, Names
from codegen.paths import path_in_words
from codegen.quoting import EMPTY, Code, Section, docstring, join, literal, name, splice
from codegen.runtime import error_class, stands_for_one_status
from codegen.value_types import ListOf, Scalar, Type, UnionOf
from codegen.views.authentication import alternatives, needs
from codegen.views.bodies import Argument, BodyView, body_view, style_code
from codegen.views.prose import about, capitalised, in_words, opening, says_nothing, see, sentence, summary
from codegen.views.received import sections as received_sections
from codegen.views.servers import own_server
from codegen.views.uses import about_group, described
from codegen.wire import BYTES_OR_NONE, answered_type, codec_of, received, style_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentView:
    """An argument of a method; `default` includes its equals sign."""

    name: Code
    annotation: Code
    default: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView:
    """An operation: its constant, the function that builds its request, and its two methods."""

    constant: Code
    builder: Code
    name: Code
    docstring: Code
    returns: Code
    settings: tuple[Code, ...]
    """Keyword arguments of ``Operation``."""
    arguments: tuple[ArgumentView, ...]
    """All of them, as the builder takes them."""
    positional: tuple[ArgumentView, ...]
    keywords: tuple[ArgumentView, ...]
    has_keywords: bool
    values: tuple[Code, ...]
    """Arguments of ``Operation.request``."""
    passed: Code
    """The method's arguments, handed on to the builder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceView:
    """A module of ``resources/``."""

    docstring: Code
    imports: tuple[Code, ...]
    class_name: Code
    async_class_name: Code
    class_docstring: Code
    async_class_docstring: Code
    methods: tuple[MethodView, ...]


def resource_view(group: Group, api: Api, names: Names) -> ResourceView:
    """Describe the module of one tag."""
    imports = Imports(package="..", shadowed=[method.name for method in group.methods])
    annotations = Annotations(names.classes, imports, qualifier="models")
    methods = tuple(_method(method, api, names, annotations, imports) for method in group.methods)
    text = about_group(group)
    for needed in ("AsyncResource", "Operation", "Request", "Resource"):
        imports.use(needed)
    return ResourceView(
        docstring=docstring(text, indent=0),
        imports=imports.lines(),
        class_name=name(group.class_name),
        async_class_name=name(f"Async{group.class_name}"),
        class_docstring=docstring(text, indent=4),
        async_class_docstring=docstring(f"{text}\n\n`{group.class_name}`, awaited.", indent=4),
        methods=methods,
    )


def _method(method: Method, api: Api, names: Names, annotations: Annotations, imports: Imports) -> MethodView:
    operation = method.operation
    positional, keywords, body = _call(method, api, annotations, imports)
    others = received_sections(operation, api, annotations)
    returns = _returns(operation, api, annotations)
    return MethodView(
        constant=name(f"_{method.own.upper()}"),
        builder=name(f"_{method.own}"),
        name=name(method.name),
        docstring=_docstring(
            operation,
            [*positional, *keywords],
            returns,
            needs(operation, names),
            others,
        ),
        returns=returns,
        settings=_settings(method, api, names, annotations, imports),
        arguments=tuple(_written(argument, imports) for argument in (*positional, *keywords)),
        positional=tuple(_written(argument, imports) for argument in positional),
        keywords=tuple(_written(argument, imports) for argument in keywords),
        has_keywords=bool(keywords),
        values=_values(method, body),
        passed=join(", ", [name(argument.name) for argument in (*positional, *keywords)]),
    )


def _call(
    method: Method, api: Api, annotations: Annotations, imports: Imports
) -> tuple[list[Argument], list[Argument], BodyView]:
    """The positional arguments, the keywords (required ones first), and how the body is made."""
    arguments = [
        (parameter, _parameter(parameter, argument, annotations, api))
        for parameter, argument in zip(method.operation.parameters, method.parameters, strict=True)
    ]
    positional = [argument for parameter, argument in arguments if parameter.location == "path"]
    others = [argument for parameter, argument in arguments if parameter.location != "path"]
    body = body_view(method, api, annotations, imports)
    return positional, sorted([*body.arguments, *others], key=lambda argument: not argument.required), body


def outline(method: Method, api: Api, annotations: Annotations, imports: Imports) -> tuple[list[Code], Code]:
    """The arguments that a call must have, ``...`` for those that it may have, and the type of its result."""
    positional, keywords, _ = _call(method, api, annotations, imports)
    arguments = [name(one.name) for one in positional]
    if keywords:
        arguments.append(Code("*"))
    arguments += [name(one.name) for one in keywords if one.required]
    if any(not one.required for one in keywords):
        arguments.append(Code("..."))
    return arguments, _returns(method.operation, api, annotations)


def _written(argument: Argument, imports: Imports) -> ArgumentView:
    return ArgumentView(
        name=name(argument.name),
        annotation=argument.annotation,
        default=EMPTY if argument.required else splice(" = {}", argument.default or imports.use("UNSET")),
    )


def _parameter(parameter: Parameter, argument: str, annotations: Annotations, api: Api) -> Argument:
    type_ = _without_null(parameter.type) if parameter.location == "path" else parameter.type
    return Argument(
        argument,
        annotations.given(type_, optional=not parameter.required),
        parameter.required,
        about(parameter.notes, otherwise=described(parameter.type, api)),
    )


def _without_null(type_: Type) -> Type:
    """A path has no form for null."""
    if not isinstance(type_, UnionOf):
        return type_
    members = tuple(member for member in type_.members if member is not Scalar.NULL)
    return members[0] if len(members) == 1 else UnionOf(members)


def _values(method: Method, body: BodyView) -> tuple[Code, ...]:
    """The arguments of ``request``: path values in the order of the path, then what goes elsewhere."""
    arguments = list(zip(method.operation.parameters, method.parameters, strict=True))
    in_path = {one.wire_name: argument for one, argument in arguments if one.location == "path"}
    values = [name(in_path[wire_name]) for wire_name in _IN_BRACES.findall(_sent(method.operation.path))]
    for location, keyword in (("query", "query"), ("header", "headers"), ("cookie", "cookies")):
        pairs = [
            splice("{}: {}", literal(parameter.wire_name), name(argument))
            for parameter, argument in arguments
            if parameter.location == location
        ]
        if location == "header":
            pairs += body.headers
        if pairs:
            values.append(splice("{}={{{}}}", name(keyword), join(", ", pairs)))
    return (*values, *body.values)


def _settings(
    method: Method, api: Api, names: Names, annotations: Annotations, imports: Imports
) -> tuple[Code, ...]:
    operation = method.operation
    authentication = names.authentication
    settings = [
        splice("id={}", literal(identifier(operation))),
        splice("method={}", literal(operation.method)),
        splice("path={}", literal(_path(method, api))),
        splice("answers={}", _by_status(answers(operation), api, annotations)),
    ]
    if raised := errors(operation):
        settings.append(splice("errors={}", _by_status(raised, api, annotations)))
    if (security := authentication.own(operation)) is not None and not authentication.is_one_token:
        settings.append(splice("security={}", alternatives(security)))
    if (own := own_server(operation, api)) is not None:
        settings.append(splice("server={}", literal(own)))
    if operation.body is not None and not operation.body.required and method.fields is not None:
        settings.append(Code("optional_body=True"))
    if dates := [
        literal(parameter.wire_name)
        for parameter in operation.parameters
        if parameter.location != "path" and _are_dates(parameter.type)
    ]:
        settings.append(splice("dates=({},)", join(", ", dates)))
    if styles := _styles(method, api, imports):
        settings.append(splice("styles={{{}}}", join(", ", styles)))
    return tuple(settings)


def _styles(method: Method, api: Api, imports: Imports) -> list[Code]:
    """The styles that the runtime has to be told, by place; in a path by the names of the arguments."""
    styles: dict[str, list[Code]] = {}
    for parameter, argument in zip(method.operation.parameters, method.parameters, strict=True):
        if (style := style_of(parameter, api)) is not None:
            in_path = parameter.location == "path"
            key = parameter.wire_name if style.name == "matrix" and argument != parameter.wire_name else None
            written = style_code(style, imports, key=key)
            pair = splice("{}: {}", literal(argument if in_path else parameter.wire_name), written)
            styles.setdefault(parameter.location, []).append(pair)
    return [splice("{}: {{{}}}", literal(place), join(", ", pairs)) for place, pairs in styles.items()]


_IN_BRACES = re.compile(r"\{([^{}]*)\}")


def _sent(path: str) -> str:
    """A path without a fragment, which no request has (RFC 9110, section 7.1)."""
    return path.partition("#")[0]


_MARKS: Mapping[Type, str] = {Scalar.UUID: ":uuid", Scalar.DATE: ":date"}
"""What the runtime checks of a value in a path."""


def _are_dates(type_: Type) -> bool:
    """Whether a value may be a date, or a list of dates, and no datetime."""
    members = type_.members if isinstance(type_, UnionOf) else (type_,)
    items = {one.item if isinstance(one, ListOf) else one for one in members}
    return Scalar.DATE in items and Scalar.DATETIME not in items


def _path(method: Method, api: Api) -> str:
    """The path in the runtime's form: the arguments' names in braces, fixed text percent-encoded."""
    path = _sent(method.operation.path)
    placeholders: dict[str, str] = {}
    for parameter, argument in zip(method.operation.parameters, method.parameters, strict=True):
        if parameter.location == "path":
            mark = _MARKS.get(parameter.type, "") if style_of(parameter, api) is None else ""
            placeholders[parameter.wire_name] = f"{{{argument}{mark}}}"
    parts: list[str] = []
    while path:
        fixed, brace, rest = path.partition("{")
        parts.append(quote(fixed, safe="/:@!$&'()*+,;=-._~%?"))
        if brace:
            wire_name, _, rest = rest.partition("}")
            parts.append(placeholders[wire_name])
        path = rest
    return "".join(parts)


def answers(operation: Operation) -> list[Response]:
    """The responses that are returned: of success, or the default where it is the only one."""
    responses = [_as_it_arrives(response, operation) for response in operation.responses]
    documented = [response for response in responses if response.status.startswith("2")]
    return documented or [response for response in responses if response.status == "default"]


def errors(operation: Operation) -> list[Response]:
    """The responses that are raised."""
    return [
        _as_it_arrives(response, operation)
        for response in operation.responses
        if not response.status.startswith("2")
    ]


_WITHOUT_CONTENT = frozenset({"204", "205", "304"})
"""RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5."""


def _as_it_arrives(response: Response, operation: Operation) -> Response:
    """The response without content where HTTP has none, whatever is documented (RFC 9110, section 6.4.1).

    What is got has content even if nobody describes it: bytes, or none.
    """
    empty = operation.method == "HEAD" or response.status in _WITHOUT_CONTENT or response.status[0] == "1"
    if empty:
        return replace(response, media=())
    if operation.method == "GET" and not response.media and response.status.startswith("2"):
        anything = Media(media_type=ANY, type=BYTES_OR_NONE, origins=())
        return replace(response, media=(anything,))
    return response


def _by_status(responses: list[Response], api: Api, annotations: Annotations) -> Code:
    pairs = [
        splice(
            "{}: {}",
            literal(int(response.status) if response.status.isdigit() else response.status),
            _kinds(response, api, annotations),
        )
        for response in responses
    ]
    return splice("{{{}}}", join(", ", pairs))


def _kinds(response: Response, api: Api, annotations: Annotations) -> Code:
    """The type of JSON alone, unless a success is of another kind of JSON, which ``Accept`` has to name.

    Else the types by media type.
    """
    if not response.media:
        return Code("None")
    first, *others = response.media
    is_usual = first.media_type.lower() == "application/json" or is_range(first.media_type)
    is_alone = not others and codec_of(first) is Codec.JSON
    if is_alone and (is_usual or not response.status.startswith("2")):
        return annotations.of(first.type)
    pairs = [
        splice("{}: {}", literal(media.media_type), annotations.of(answered_type(media, response, api)))
        for media in response.media
    ]
    return splice("{{{}}}", join(", ", pairs))


def _returns(operation: Operation, api: Api, annotations: Annotations) -> Code:
    types = tuple(dict.fromkeys(received(response, api) for response in answers(operation)))
    return annotations.of(UnionOf(types) if types else Scalar.NULL)


def _docstring(
    operation: Operation, arguments: list[Argument], returns: Code, needed: str, others: list[Section]
) -> Code:
    call = f"``{operation.method} {operation.path}``"
    text = summary(
        "Deprecated." if operation.deprecated else "",
        title(operation) if operation.summary or not opening(operation.description)[0] else "",
        operation.description,
        see(operation.docs),
    )
    sections: list[Section] = []
    described_arguments = tuple((argument.name, argument.text) for argument in arguments if argument.text)
    if described_arguments:
        sections.append(Section("Args", described_arguments))
    described = [
        sentence(response.description)
        for response in answers(operation)
        if not says_nothing(response.description)
    ]
    if returns != "None" and described:
        sections.append(Section("Returns", (("", " Or: ".join(dict.fromkeys(described))),)))
    raised = _raised(operation)
    if raised:
        sections.append(Section("Raises", tuple(raised.items())))
    sections += others
    head = "\n\n".join(part for part in (*opening(text), call, needed) if part)
    return docstring(head, indent=8, sections=sections)


def identifier(operation: Operation) -> str:
    """What the client calls an operation in errors and logs."""
    return operation.id or f"{operation.method} {operation.path}"


def title(operation: Operation) -> str:
    """An operation in one sentence."""
    return (
        capitalised(sentence(operation.summary))
        or opening(sentence(operation.description))[0]
        or in_words(operation.id or path_in_words(operation))
    )


def _raised(operation: Operation) -> dict[str, str]:
    """The documented errors by class; classes that stand for several statuses say which."""
    raised: dict[str, str] = {}
    for response in errors(operation):
        class_ = error_class(response.status)
        if says_nothing(response.description) and response.status == "default":
            continue
        text = sentence(response.description)
        if not stands_for_one_status(class_):
            text = f"{response.status}: {text}" if text else response.status
        raised[class_] = f"{raised[class_]} {text}" if class_ in raised else text or response.status
    return raised
