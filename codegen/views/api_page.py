"""View of api.md: the methods of the client, and the documented headers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from codegen.model.api import Api
from codegen.model.operations import Header, Operation
from codegen.model.responses import raised_responses, returned_responses
from codegen.naming.methods import Method
from codegen.naming.names import Names
from codegen.naming.waiters import NamedWaiter
from codegen.views.alternatives import ways
from codegen.views.annotations import Annotations, Imports
from codegen.views.bodies import Argument
from codegen.views.inbound import callback_lines
from codegen.views.long_running import result_type
from codegen.views.methods import call_arguments, decoded_type, keywords_of_ways, title
from codegen.views.pages import items_of_page, sending_view
from codegen.views.prose import about
from codegen.views.resources import path
from codegen.views.sending import stream_sending
from codegen.views.streams import streamed
from codegen.views.text.quoting import (
    EMPTY,
    Code,
    code_span,
    join,
    markdown,
    markdown_with_code,
    name,
    splice,
)
from codegen.views.waiters import goal, returned, waiter_outline


class OperationView(Struct, frozen=True, kw_only=True):
    """An operation in api.md."""

    call: Code
    request: Code
    summary: Code
    headers: Code
    """The names of the response headers, after the summary."""
    callbacks: Code
    """The callbacks, after the summary."""


class GroupSection(Struct, frozen=True, kw_only=True):
    """A group of operations in api.md."""

    attribute: Code
    """``client.issues``, in a code span."""
    link: Code
    """A link to the heading."""
    examples: Code
    """The page with an example for each method."""
    operations: tuple[OperationView, ...]


def group_sections(api: Api, names: Names) -> tuple[GroupSection, ...]:
    """The groups of operations."""
    return tuple(
        GroupSection(
            attribute=code_span(f"client.{resource.dotted}"),
            link=splice("[{}](#client{})", code_span(resource.dotted), join("", [*map(name, resource.path)])),
            examples=splice("docs/{}.md", name(resource.module)),
            operations=tuple(
                line
                for method in resource.methods
                for line in (
                    _line(method, path(resource), api, names),
                    *_begins(method, path(resource), api, names),
                    *_waits(method, path(resource), api, names),
                )
            ),
        )
        for resource in names.all_resources
        if resource.methods
    )


def _line(method: Method, resource: Code, api: Api, names: Names) -> OperationView:
    imports = Imports(package=".")
    annotations = Annotations(names.components, imports, qualifier="models")
    outlines, returns = _outlines(method, api, annotations, imports)
    calls = [f"client.{resource}.{method.name}({join(', ', one)}) -> {returns}" for one in outlines]
    operation = method.operation
    return OperationView(
        call=join("<br>", list(dict.fromkeys(map(code_span, calls)))),
        request=code_span(f"{operation.method} {operation.path}"),
        summary=markdown_with_code(
            f"Deprecated. {title(operation)}" if operation.deprecated else title(operation)
        ),
        headers=_header_names(operation),
        callbacks=callback_lines(operation, api, annotations),
    )


def _begins(method: Method, resource: Code, api: Api, names: Names) -> Iterator[OperationView]:
    """The method that returns a poller."""
    operation, imports = method.operation, Imports(package=".")
    if operation.long_running is None:
        return
    annotations = Annotations(names.components, imports, qualifier="models")
    arguments, body = outline(method, api, annotations, imports)
    result = result_type(operation.long_running, annotations)
    call = f"client.{resource}.{method.begin}({join(', ', arguments)}) -> Poller[{result}, {body}]"
    yield OperationView(
        call=code_span(call),
        request=code_span(f"{operation.method} {operation.path}"),
        summary=markdown("The same, with a poller for the result."),
        headers=EMPTY,
        callbacks=EMPTY,
    )


def _waits(method: Method, resource: Code, api: Api, names: Names) -> Iterator[OperationView]:
    """The methods that wait with an operation."""
    imports = Imports(package=".")
    annotations = Annotations(names.components, imports, qualifier="models")
    operation = method.operation
    for one, arguments, returns in outlines_of_waiters(method, api, annotations, imports):
        text = f"Wait {goal(one.waiter)}.".replace("`", "")
        yield OperationView(
            call=code_span(f"client.{resource}.{one.name}({join(', ', arguments)}) -> {returns}"),
            request=code_span(f"{operation.method} {operation.path}"),
            summary=markdown(f"Deprecated. {text}" if operation.deprecated else text),
            headers=EMPTY,
            callbacks=EMPTY,
        )


def _headers(operation: Operation) -> list[Header]:
    """The documented headers of all responses, one per name. The first response with the name counts."""
    headers: dict[str, Header] = {}
    for response in (*returned_responses(operation), *raised_responses(operation)):
        for header in response.headers:
            headers.setdefault(header.wire_name, header)
    return [*headers.values()]


def _header_names(operation: Operation) -> Code:
    found = [code_span(header.wire_name) for header in _headers(operation)]
    return splice(" Headers: {}.", join(", ", found)) if found else EMPTY


def header_lines(api: Api, names: Names) -> tuple[Code, ...]:
    """The descriptions of the headers, without duplicates."""
    annotations = Annotations(names.components, Imports(package="."), qualifier="models")
    lines = (_header(header, annotations) for operation in api.operations for header in _headers(operation))
    return tuple(sorted(dict.fromkeys(lines)))


def _header(header: Header, annotations: Annotations) -> Code:
    written = code_span(f"{header.wire_name}: {annotations.of(header.type)}")
    text = about(header.notes)
    return splice("{} {}", written, markdown_with_code(text)) if text else written


_MOST_OPTIONAL = 8
"""The maximum number of optional arguments of a method in ``api.md``."""


def outline(method: Method, api: Api, annotations: Annotations, imports: Imports) -> tuple[list[Code], Code]:
    """The arguments of a call, ``name=...`` for optional ones, and the type of the result."""
    outlines, returns = _outlines(method, api, annotations, imports)
    return outlines[0], returns


def _outlines(
    method: Method, api: Api, annotations: Annotations, imports: Imports
) -> tuple[list[list[Code]], Code]:
    """The arguments of a call in each way to pass its body, and the type of the result."""
    positional, keywords, body = call_arguments(method, api, annotations, imports)
    several = keywords_of_ways(ways(method, api, annotations, imports), keywords, body) or [keywords]
    return [_shown(positional, one) for one in several], _result(method, api, annotations, imports)


def _shown(positional: Iterable[Argument], keywords: Sequence[Argument]) -> list[Code]:
    arguments = [name(one.name) for one in positional]
    if keywords:
        arguments.append(Code("*"))
    arguments += [name(one.name) for one in keywords if one.required]
    optional = [splice("{}=...", name(one.name)) for one in keywords if not one.required]
    arguments += optional[:_MOST_OPTIONAL]
    if len(optional) > _MOST_OPTIONAL:
        arguments.append(Code("..."))
    return arguments


def _result(method: Method, api: Api, annotations: Annotations, imports: Imports) -> Code:
    found = streamed(method, api)
    if found is not None and not found.flag:
        item = annotations.of(found.stream.item)
        return stream_sending(EMPTY, EMPTY, item, imports).returns
    decoded = decoded_type((method if found is None else found.plain).operation, api, annotations)
    items = items_of_page(method.operation, api, annotations)
    returns = sending_view(method, EMPTY, decoded, items, imports).returns
    if found is not None:
        returns = splice("{} | {}[{}]", returns, imports.use("Stream"), annotations.of(found.stream.item))
    return returns


def outlines_of_waiters(
    method: Method, api: Api, annotations: Annotations, imports: Imports
) -> Iterator[tuple[NamedWaiter, list[Code], Code]]:
    """The methods that wait with an operation: the arguments of a call, and the type of the result."""
    if method.waiters:
        positional, keywords, _ = call_arguments(method, api, annotations, imports)
        body = decoded_type(method.operation, api, annotations)
        for one in method.waiters:
            yield one, waiter_outline(one.waiter, positional, keywords), returned(one.waiter, body)
