"""The arguments of the runtime's ``Operation`` and of ``Operation.request``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from codegen.model.api import Api
from codegen.model.operations import Body, Operation, Parameter, Response
from codegen.model.responses import media_response_type, raised_responses, returned_responses
from codegen.model.streams import item_of, stream_of
from codegen.model.types import Scalar, Type, members_of
from codegen.model.types import named as components_in
from codegen.model.wire import are_dates, codec_of, is_idempotency_key, sent_as, sent_codec, style_of
from codegen.naming.arguments import NamedParameter
from codegen.naming.methods import Method
from codegen.naming.names import Names
from codegen.standard.media_types import Codec, is_range
from codegen.views.annotations import Annotations, Imports
from codegen.views.arguments import coerced
from codegen.views.bodies import BodyView, style_code
from codegen.views.credentials import alternatives_code
from codegen.views.pages import leads_to_a_page, pages_argument
from codegen.views.servers import own_server
from codegen.views.text.quoting import Code, join, literal, name, splice


def operation_arguments(
    method: Method, api: Api, names: Names, annotations: Annotations, imports: Imports
) -> tuple[Code, ...]:
    """The keyword arguments of an operation's constant."""
    operation = method.operation
    annotations = annotations.decoding()
    authentication = names.authentication
    settings = [
        splice("id={}", literal(identifier(operation))),
        splice("method={}", literal(operation.method)),
        splice("path={}", literal(_path(method, api))),
        *_successes(operation, api, names, annotations, imports),
    ]
    if raised := raised_responses(operation):
        settings.append(splice("errors={}", _by_status(raised, api, names, annotations, imports)))
    if (security := authentication.own(operation)) is not None and not authentication.is_one_token:
        settings.append(splice("security={}", alternatives_code(security)))
    if (own := own_server(operation, api)) is not None:
        settings.append(splice("server={}", literal(own)))
    settings += _of_body(method, api)
    settings += _of_parameters(operation)
    if styles := _styles(method, api, imports):
        settings.append(splice("styles={{{}}}", join(", ", styles)))
    if (pages := pages_argument(operation, api, names, imports)) is not None:
        settings.append(pages)
    return tuple(settings)


def spread_bodies(method: Method) -> list[Body]:
    """The bodies, one for each media type, whose properties are arguments."""
    spread = [one for one in method.each or (method,) if one.keywords is not None]
    return [one.operation.body for one in spread if one.operation.body is not None]


def _of_body(method: Method, api: Api) -> Iterator[Code]:
    bodies = spread_bodies(method)
    if any(not body.required for body in bodies):
        yield Code("optional_body=True")
    media = [sent_as(body, api) for body in bodies]
    if any(one is not None and sent_codec(one, api) is Codec.JSON for one in media):
        yield Code("spread_body=True")


def _of_parameters(operation: Operation) -> Iterator[Code]:
    if any(is_idempotency_key(parameter, operation) for parameter in operation.parameters):
        yield Code("has_idempotency_key=True")
    if dates := [
        literal(parameter.wire_name)
        for parameter in operation.parameters
        if parameter.location != "path" and are_dates(parameter.type)
    ]:
        yield splice("dates=({},)", join(", ", dates))

    if required := [
        literal(parameter.wire_name)
        for parameter in operation.parameters
        if parameter.location != "path" and parameter.required and not _may_be_none(parameter, operation)
    ]:
        yield splice("required=({},)", join(", ", required))


def _may_be_none(parameter: Parameter, operation: Operation) -> bool:
    is_null = not {Scalar.NULL, Scalar.ANY}.isdisjoint(members_of(parameter.type))
    return is_null or leads_to_a_page(parameter, operation) or is_idempotency_key(parameter, operation)


def _styles(method: Method, api: Api, imports: Imports) -> list[Code]:
    """The styles that differ from the default, by location; in a path, by argument name."""
    styles: dict[str, list[Code]] = {}
    for named in method.parameters:
        parameter, argument = named.parameter, named.name
        if (style := style_of(parameter, api)) is not None:
            in_path = parameter.location == "path"
            key = parameter.wire_name if style.name == "matrix" and argument != parameter.wire_name else None
            is_whole = parameter.location == "querystring"
            written = style_code(style, imports, key=key, is_whole=is_whole)
            pair = splice("{}: {}", literal(argument if in_path else parameter.wire_name), written)
            styles.setdefault("query" if is_whole else parameter.location, []).append(pair)
    return [splice("{}: {{{}}}", literal(place), join(", ", pairs)) for place, pairs in styles.items()]


_IN_BRACES = re.compile(r"\{([^{}]*)\}")


_FRAGMENT = re.compile(r"(\{[^{}]*\})|#.*", re.DOTALL)
"""A placeholder, whose name may have any character, or the fragment."""


def _sent(path: str) -> str:
    """The path without a fragment, because requests have none (RFC 9110, section 7.1)."""
    return _FRAGMENT.sub(r"\1", path)


_MARKS: Mapping[Type, str] = {Scalar.UUID: ":uuid", Scalar.DATE: ":date"}
"""The types of path values that the runtime checks."""


def _path(method: Method, api: Api) -> str:
    """The path in the form of the runtime: argument names in braces, fixed text percent-encoded."""
    path = _sent(method.operation.path)
    placeholders: dict[str, str] = {}
    for named in method.parameters:
        parameter = named.parameter
        if parameter.location == "path":
            mark = _MARKS.get(parameter.type, "") if style_of(parameter, api) is None else ""
            if parameter.has_segments and _is_alone(parameter.wire_name, path):
                mark = mark or ":path"
            placeholders[parameter.wire_name] = f"{{{named.name}{mark}}}"
    parts: list[str] = []
    while path:
        fixed, brace, rest = path.partition("{")
        parts.append(quote(fixed, safe="/:@!$&'()*+,;=-._~%?"))
        if brace:
            wire_name, _, rest = rest.partition("}")
            parts.append(placeholders[wire_name])
        path = rest
    return "".join(parts)


def _is_alone(wire_name: str, path: str) -> bool:
    """Whether a placeholder is a segment of its own, which a verb of gRPC may follow: ``{name}:cancel``."""
    before, _, after = path.partition(f"{{{wire_name}}}")
    return before.endswith("/") and after[:1] in {"", "/", ":", "?"}


def _by_status(
    responses: list[Response], api: Api, names: Names, annotations: Annotations, imports: Imports
) -> Code:
    kinds = [_kinds(response, api, annotations) for response in responses]
    return _mapping(responses, kinds, names, imports)


def _mapping(responses: list[Response], kinds: list[Code], names: Names, imports: Imports) -> Code:
    """The types by status. Those of a large API are looked up when the first is used: see ``_later.py``."""
    pairs = [
        splice("{}: {}", _status(response), kind) for response, kind in zip(responses, kinds, strict=True)
    ]
    written = splice("{{{}}}", join(", ", pairs))
    has_classes = any(components_in(media.type for response in responses for media in response.media))
    if not (has_classes and names.model_modules):
        return written
    return splice("{}(lambda: {})", imports.use("Later"), written)


def _successes(
    operation: Operation, api: Api, names: Names, annotations: Annotations, imports: Imports
) -> Iterator[Code]:
    stream, responses = stream_of(operation, api), returned_responses(operation)
    if stream is None or stream.has_flag:
        yield splice("successes={}", _by_status(responses, api, names, annotations, imports))
        return
    yield splice("successes={}", _mapping(responses, _items(responses, annotations), names, imports))
    if stream.whole_events:
        yield Code("whole_events=True")


def _items(responses: list[Response], annotations: Annotations) -> list[Code]:
    """The types of the items of streams by media type, for each response."""
    kinds: list[Code] = []
    for response in responses:
        items = [
            splice("{}: {}", literal(media.media_type), annotations.of(item))
            for media in response.media
            if (item := item_of(media)) is not None
        ]
        kinds.append(splice("{{{}}}", join(", ", items)) if items else Code("None"))
    return kinds


def _status(response: Response) -> Code:
    return literal(int(response.status) if response.status.isdigit() else response.status)


def _kinds(response: Response, api: Api, annotations: Annotations) -> Code:
    """The type if JSON is the only media type, else the types by media type.

    A success of another kind of JSON, such as ``application/vnd.api+json``, keeps its media type: the header
    ``Accept`` has to name it.
    """
    if not response.media:
        return Code("None")
    first, *others = response.media
    is_usual = first.media_type.lower() == "application/json" or is_range(first.media_type)
    is_alone = not others and codec_of(first) is Codec.JSON
    if is_alone and (is_usual or not response.status.startswith("2")):
        return annotations.of(first.type)
    pairs = [
        splice("{}: {}", literal(media.media_type), annotations.of(media_response_type(media, response, api)))
        for media in response.media
    ]
    return splice("{{{}}}", join(", ", pairs))


def identifier(operation: Operation) -> str:
    """The name of an operation in errors and logs, which no other has."""
    has_own = operation.id is not None and not operation.shares_id
    return str(operation.id) if has_own else f"{operation.method} {operation.path}"


def request_arguments(method: Method, body: BodyView, api: Api, annotations: Annotations) -> tuple[Code, ...]:
    """The arguments of ``request``: path values in the order of the path, then the others."""

    def passed(one: NamedParameter) -> Code:
        return coerced(name(one.name), one.parameter.type, one.name, api, annotations)

    in_path = {
        one.parameter.wire_name: passed(one) for one in method.parameters if one.parameter.location == "path"
    }
    values = [in_path[wire_name] for wire_name in _IN_BRACES.findall(_sent(method.operation.path))]
    for location, keyword in (("query", "query"), ("header", "headers"), ("cookie", "cookies")):
        whole = "querystring" if location == "query" else None
        pairs = [
            splice("{}: {}", literal(one.parameter.wire_name), passed(one))
            for one in method.parameters
            if one.parameter.location in {location, whole}
        ]
        if location == "header":
            pairs += body.headers
        if pairs:
            values.append(splice("{}={{{}}}", name(keyword), join(", ", pairs)))
    return (*values, *body.values)
