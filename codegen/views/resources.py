"""What a module of ``resources/`` is made of: one tag's operations, sync and async."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from codegen.annotations import Annotations, Imports
from codegen.model import Api, Field, Named, Operation, Parameter, Response, Scalar, Type, UnionOf
from codegen.naming import Group, Method, Names, spoken
from codegen.quoting import EMPTY, Code, Section, docstring, join, literal, name, splice
from codegen.runtime import error_class, stands_for_one_status
from codegen.views.prose import about, in_words, sentence, summary


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
    methods = tuple(_method(method, api, annotations, imports) for method in group.methods)
    text = summary(group.tag.description, otherwise=f"The operations of `{group.tag.name}`.")
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


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument before it is written: what it is named, of what type, what is said of it."""

    name: str
    annotation: Code
    required: bool
    text: str


def _method(method: Method, api: Api, annotations: Annotations, imports: Imports) -> MethodView:
    operation = method.operation
    positional, keywords, json = _call(method, api, annotations)
    returns = _returns(operation, annotations)
    return MethodView(
        constant=name(f"_{method.bare.upper()}"),
        builder=name(f"_{method.bare}"),
        name=name(method.name),
        docstring=_docstring(operation, [*positional, *keywords], returns),
        returns=returns,
        settings=_settings(method, annotations),
        arguments=tuple(_written(argument, imports) for argument in (*positional, *keywords)),
        positional=tuple(_written(argument, imports) for argument in positional),
        keywords=tuple(_written(argument, imports) for argument in keywords),
        has_keywords=bool(keywords),
        values=_values(method, json),
        passed=join(", ", [name(argument.name) for argument in (*positional, *keywords)]),
    )


def _call(
    method: Method, api: Api, annotations: Annotations
) -> tuple[list[Argument], list[Argument], Code | None]:
    """The positional arguments, the keywords (required ones first), and the expression of the body."""
    arguments = [
        (parameter, _parameter(parameter, argument, annotations))
        for parameter, argument in zip(method.operation.parameters, method.parameters, strict=True)
    ]
    positional = [argument for parameter, argument in arguments if parameter.location == "path"]
    others = [argument for parameter, argument in arguments if parameter.location != "path"]
    body, json = _body(method, api, annotations)
    return positional, sorted([*body, *others], key=lambda argument: not argument.required), json


def signature(method: Method, api: Api, annotations: Annotations) -> tuple[list[Code], Code]:
    """A method's arguments, with ``= ...`` those that may be left out, and the type of its result."""
    positional, keywords, _ = _call(method, api, annotations)
    arguments = [splice("{}: {}", name(one.name), one.annotation) for one in positional]
    if keywords:
        arguments.append(Code("*"))
    for one in keywords:
        pattern = "{}: {}" if one.required else "{}: {} = ..."
        arguments.append(splice(pattern, name(one.name), one.annotation))
    return arguments, _returns(method.operation, annotations)


def _written(argument: Argument, imports: Imports) -> ArgumentView:
    return ArgumentView(
        name=name(argument.name),
        annotation=argument.annotation,
        default=EMPTY if argument.required else splice(" = {}", imports.use("UNSET")),
    )


def _parameter(parameter: Parameter, argument: str, annotations: Annotations) -> Argument:
    return Argument(
        argument,
        annotations.given(parameter.type, optional=not parameter.required),
        parameter.required,
        about(parameter.notes),
    )


def _body(method: Method, api: Api, annotations: Annotations) -> tuple[list[Argument], Code | None]:
    """The arguments that the body is made of, and the expression that makes it."""
    body = method.operation.body
    if body is None:
        return [], None
    media = body.media[0]
    if method.fields is None or not isinstance(media.type, Named):
        annotation = annotations.of(media.type, optional=not body.required)
        return [Argument("body", annotation, body.required, sentence(body.description))], Code("body")
    fields = list(zip(api.models[media.type.name].fields, method.fields, strict=True))
    sent = [(field, argument) for field, argument in fields if field.required or not field.read_only]
    arguments = [_field(field, argument, annotations) for field, argument in sent]
    pairs = [splice("{0}={0}", name(argument)) for _, argument in sent]
    return arguments, splice("{}({})", annotations.of(media.type), join(", ", pairs))


def _field(field: Field, argument: str, annotations: Annotations) -> Argument:
    annotation = annotations.of(field.type, optional=not field.required)
    return Argument(argument, annotation, field.required, about(field.notes))


def _values(method: Method, json: Code | None) -> tuple[Code, ...]:
    """The arguments of ``request``: path values in the order of the path, then what goes elsewhere."""
    arguments = list(zip(method.operation.parameters, method.parameters, strict=True))
    values = [name(argument) for parameter, argument in arguments if parameter.location == "path"]
    for location, keyword in (("query", "query"), ("header", "headers")):
        pairs = [
            splice("{}: {}", literal(parameter.wire_name), name(argument))
            for parameter, argument in arguments
            if parameter.location == location
        ]
        if pairs:
            values.append(splice("{}={{{}}}", name(keyword), join(", ", pairs)))
    if json is not None:
        values.append(splice("json={}", json))
    return tuple(values)


def _settings(method: Method, annotations: Annotations) -> tuple[Code, ...]:
    operation = method.operation
    settings = [
        splice("id={}", literal(identifier(operation))),
        splice("method={}", literal(operation.method)),
        splice("path={}", literal(_path(method))),
        splice("answers={}", _by_status(answers(operation), annotations)),
        splice("errors={}", _by_status(errors(operation), annotations)),
    ]
    if not operation.authenticated:
        settings.append(Code("authenticated=False"))
    if operation.body is not None and not operation.body.required:
        settings.append(Code("optional_body=True"))
    return tuple(settings)


def _path(method: Method) -> str:
    """The path in the runtime's form: the arguments' names in braces, fixed text percent-encoded."""
    path = method.operation.path
    placeholders: dict[str, str] = {}
    for parameter, argument in zip(method.operation.parameters, method.parameters, strict=True):
        if parameter.location == "path":
            placeholders[parameter.wire_name] = (
                f"{{{argument}:uuid}}" if parameter.type is Scalar.UUID else f"{{{argument}}}"
            )
    parts: list[str] = []
    while path:
        fixed, brace, rest = path.partition("{")
        parts.append(quote(fixed, safe="/:@!$&'()*+,;=-._~%"))
        if brace:
            wire_name, _, rest = rest.partition("}")
            parts.append(placeholders[wire_name])
        path = rest
    return "".join(parts)


def answers(operation: Operation) -> list[Response]:
    """The responses that are returned: of success, or the default where it is the only one."""
    documented = [response for response in operation.responses if response.status.startswith("2")]
    return documented or [response for response in operation.responses if response.status == "default"]


def errors(operation: Operation) -> list[Response]:
    """The responses that are raised."""
    return [response for response in operation.responses if not response.status.startswith("2")]


def content(response: Response) -> Type:
    """The type of a response's content, whatever the media type; null for none."""
    members = tuple(dict.fromkeys(media.type for media in response.media))
    return Scalar.NULL if not members else members[0] if len(members) == 1 else UnionOf(members)


def _by_status(responses: list[Response], annotations: Annotations) -> Code:
    pairs = [
        splice(
            "{}: {}",
            literal(int(response.status) if response.status.isdigit() else response.status),
            annotations.of(content(response)),
        )
        for response in responses
    ]
    return splice("{{{}}}", join(", ", pairs))


def _returns(operation: Operation, annotations: Annotations) -> Code:
    types = tuple(dict.fromkeys(content(response) for response in answers(operation)))
    return annotations.of(UnionOf(types) if types else Scalar.NULL)


def _docstring(operation: Operation, arguments: list[Argument], returns: Code) -> Code:
    call = f"``{operation.method} {operation.path}``"
    text = summary(
        "Deprecated." if operation.deprecated else "",
        title(operation),
        operation.description,
        otherwise="",
    )
    sections: list[Section] = []
    described_arguments = tuple((argument.name, argument.text) for argument in arguments if argument.text)
    if described_arguments:
        sections.append(Section("Args", described_arguments))
    described = [sentence(response.description) for response in answers(operation) if response.description]
    if returns != "None" and described:
        sections.append(Section("Returns", (("", " Or: ".join(dict.fromkeys(described))),)))
    raised = _raised(operation)
    if raised:
        sections.append(Section("Raises", tuple(raised.items())))
    return docstring(f"{text}\n\n{call}", indent=8, sections=sections)


def identifier(operation: Operation) -> str:
    """What the client calls an operation in errors and logs."""
    return operation.id or f"{operation.method} {operation.path}"


def title(operation: Operation) -> str:
    """An operation in one sentence."""
    return sentence(operation.summary) or in_words(operation.id or spoken(operation))


def _raised(operation: Operation) -> dict[str, str]:
    """The documented errors by class; classes that stand for several statuses say which."""
    raised: dict[str, str] = {}
    for response in errors(operation):
        class_ = error_class(response.status)
        text = sentence(response.description)
        if not stands_for_one_status(class_):
            text = f"{response.status}: {text}" if text else response.status
        raised[class_] = f"{raised[class_]} {text}" if class_ in raised else text or response.status
    return raised
