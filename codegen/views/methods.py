"""Views of the methods of operations: their arguments, docstrings and overloads, and how they send."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from codegen.model.api import Api
from codegen.model.notes import Absent
from codegen.model.operations import Operation
from codegen.model.responses import raised_responses, response_type, returned_responses
from codegen.model.runtime.interface import error_class, stands_for_one_status
from codegen.model.types import Scalar, UnionOf, union, without_null
from codegen.model.wire import is_idempotency_key
from codegen.naming.arguments import NamedParameter
from codegen.naming.ids import in_plain_words
from codegen.naming.methods import Method
from codegen.naming.names import Names
from codegen.views.alternatives import ChoiceView, RequestView, Way, choice_view, merged_ways, ways
from codegen.views.annotations import Annotations, Imports
from codegen.views.arguments import ArgumentView, CallView
from codegen.views.bodies import Argument, BodyView, argument_view, body_view
from codegen.views.class_uses import described, with_default
from codegen.views.credentials import needs
from codegen.views.docstrings import Entries, method_docstring
from codegen.views.inbound import received_entries
from codegen.views.long_running import BeginView, begin_views
from codegen.views.overloads import Given, OverloadView, overload_of
from codegen.views.pages import items_of_page, leads_to_a_page, sending_view
from codegen.views.prose import about, capitalised, in_words, opening, says_nothing, see, sentence, summary
from codegen.views.requests import operation_arguments, request_arguments
from codegen.views.sending import SendingView, stream_sending
from codegen.views.streams import (
    Streamed,
    StreamView,
    either,
    overloads,
    stream_view,
    streamed,
)
from codegen.views.text.quoting import EMPTY, Code, join, literal, name, splice
from codegen.views.waiters import WaiterView, waiter_views


class MethodView(CallView, frozen=True, kw_only=True):
    """An operation: its constant, the function that builds its request, and its two methods."""

    constant: Code
    builder: Code
    name: Code
    docstring: Code
    body: Code
    """The type of the decoded response."""
    sending: SendingView
    streams: tuple[StreamView, ...]
    """The stream that it returns if an argument asks for it; empty if there is no such argument."""
    overloads: tuple[OverloadView, ...]
    decorators: tuple[Code, ...]
    """The decorators for deprecation and for former names of arguments, without `@`."""
    settings: tuple[Code, ...]
    """The keyword arguments of ``Operation``."""
    arguments: tuple[ArgumentView, ...]
    """All arguments, as the builder takes them."""
    requests: tuple[RequestView, ...]
    """The request that the builder makes; empty if it chooses one."""
    choices: tuple[ChoiceView, ...]
    """How the builder chooses among several media types of the body; empty if there is no choice."""
    waiters: tuple[WaiterView, ...]
    """The methods that wait with the operation."""
    begins: tuple[BeginView, ...]
    """The method that returns a poller; empty unless the operation takes long."""


def method_view(
    method: Method, api: Api, names: Names, annotations: Annotations, imports: Imports
) -> MethodView:
    """Describe the methods of an operation."""
    found = streamed(method, api)
    is_flagged = found is not None and bool(found.flag)
    plain = method if found is None else found.plain
    operation = plain.operation
    positional, keywords, body = call_arguments(method, api, annotations, imports)
    item = EMPTY if found is None else annotations.of(found.stream.item)
    decoded = decoded_type(operation, api, annotations) if is_flagged or found is None else item
    passed = join(", ", [name(argument.name) for argument in (*positional, *keywords)])
    request = splice("{}({})", name(method.builder), passed)
    items = items_of_page(operation, api, annotations)
    is_stream = found is not None and not is_flagged
    written = (_written(positional, imports), _written(keywords, imports))
    decorators = _decorators(operation, imports)
    sending = (
        stream_sending(name(method.constant), request, item, imports)
        if is_stream
        else sending_view(method, request, decoded, items, imports)
    )
    several = ways(method, api, annotations, imports)
    each = keywords_of_ways(several, keywords, body)
    given = [Given(written[0], _written(one, imports), decorators) for one in each]
    overloaded = tuple(overload_of(name(method.name), one, sending, imports) for one in given)
    streams: tuple[StreamView, ...] = ()
    if found is not None and is_flagged:
        settings = operation_arguments(found.alone, api, names, annotations, imports)
        view = stream_view(found, request, item, settings, imports)
        streams = (view,)
        overloaded = tuple(
            overload
            for one in given or [Given(*written, decorators)]
            for overload in overloads(found, view.sending, sending, one, imports)
        )
        sending = either(sending, view.sending, imports)
    return MethodView(
        constant=name(method.constant),
        builder=name(method.builder),
        name=name(method.name),
        docstring=_docstring(
            operation,
            [*positional, *keywords],
            _returned(operation, decoded, _about_stream(found)),
            needs(operation, names),
            received_entries(operation, api, annotations),
        ),
        body=decoded,
        sending=sending,
        streams=streams,
        overloads=overloaded,
        decorators=decorators,
        settings=operation_arguments(plain, api, names, annotations, imports),
        arguments=(*written[0], *_untyped(written[1], body if several else BodyView(), imports)),
        requests=()
        if several
        else (RequestView(name(method.constant), request_arguments(method, body, api, annotations)),),
        choices=(_choice(method, several, api, annotations, imports),) if several else (),
        positional=written[0],
        keywords=written[1],
        waiters=waiter_views(
            method, (positional, keywords, each), decoded, decorators, api, names, annotations, imports
        ),
        begins=tuple(
            replace(one, overloads=tuple(_begun(one, some, sending, imports) for some in given))
            for one in begin_views(
                method, (positional, keywords), decoded, request, decorators, annotations, imports
            )
        ),
    )


def _about_stream(found: Streamed | None) -> str:
    if found is None:
        return ""
    if not found.flag:
        return "The items, each when it arrives: use it in a `with` block."
    value = f"unless `{found.flag}=False`" if found.stream.by_default else f"with `{found.flag}=True`"
    return f"A stream of items {value}: use it in a `with` block."


def call_arguments(
    method: Method, api: Api, annotations: Annotations, imports: Imports
) -> tuple[list[Argument], list[Argument], BodyView]:
    """The positional arguments, the keyword arguments (required ones first), and the body."""
    positional: list[Argument] = []
    others: list[Argument] = []
    for named in method.parameters:
        arguments = positional if named.parameter.location == "path" else others
        arguments.append(_parameter(named, method.operation, annotations, api))
    several = ways(method, api, annotations, imports)
    if several:
        body = BodyView(several[0].taken if len(several) == 1 else merged_ways(several, annotations, imports))
    else:
        body = body_view(method, api, annotations, imports)
    return positional, _in_order((*body.arguments, *others)), body


def keywords_of_ways(
    several: tuple[Way, ...], keywords: list[Argument], body: BodyView
) -> list[list[Argument]]:
    """The keyword arguments of each way to pass the body; empty if there is only one."""
    others = [one for one in keywords if one not in body.arguments]
    return [_in_order((*one.taken, *others)) for one in several] if len(several) > 1 else []


def _begun(view: BeginView, given: Given, sending: SendingView, imports: Imports) -> OverloadView:
    """A way to call the method that returns a poller."""
    returned = replace(sending, returns=view.returns, async_returns=view.async_returns)
    return overload_of(view.name, given, replace(returned, definition=Code("async def")), imports)


def _in_order(arguments: Iterable[Argument]) -> list[Argument]:
    return sorted(arguments, key=lambda argument: not argument.required)


def _written(arguments: Iterable[Argument], imports: Imports) -> tuple[ArgumentView, ...]:
    return tuple(argument_view(one, imports) for one in arguments)


def _untyped(arguments: Iterable[ArgumentView], body: BodyView, imports: Imports) -> Iterator[ArgumentView]:
    """The arguments of the builder. Those of a body of several media types may be of any type there."""
    names = {one.name for one in body.arguments}
    for one in arguments:
        yield replace(one, annotation=imports.use("Any")) if str(one.name) in names else one


def _choice(
    method: Method, several: tuple[Way, ...], api: Api, annotations: Annotations, imports: Imports
) -> ChoiceView:
    def values(one: Method) -> tuple[Code, ...]:
        body = body_view(one, api, annotations, imports, is_chosen=True)
        return request_arguments(one, body, api, annotations)

    return choice_view(method, several, values, imports)


def _decorators(operation: Operation, imports: Imports) -> tuple[Code, ...]:
    if not operation.deprecated:
        return ()
    message = literal(f"{operation.method} {operation.path} is deprecated")
    return (splice("{}({})", imports.use("deprecated"), message),)


_MADE = "By default the client makes a key for each call, so that it can retry safely."


def _parameter(named: NamedParameter, operation: Operation, annotations: Annotations, api: Api) -> Argument:
    parameter, type_ = named.parameter, named.parameter.type
    if parameter.location == "path":  # null cannot be written there
        type_ = without_null(type_)
    elif leads_to_a_page(parameter, operation):
        type_ = union((type_, Scalar.NULL))
    is_made = is_idempotency_key(parameter, operation)
    required = parameter.required and not is_made
    text = about(with_default(parameter.notes, parameter.type, api), otherwise=described(parameter.type, api))
    return Argument(
        named.name,
        annotations.given(type_, optional=not required),
        required and parameter.constant is Absent.ABSENT,
        f"{text}\n\n{_MADE}".strip() if is_made else text,
        default=annotations.constant(parameter.type, parameter.constant),
    )


def decoded_type(operation: Operation, api: Api, annotations: Annotations) -> Code:
    """The type of the decoded response."""
    types = tuple(dict.fromkeys(response_type(response, api) for response in returned_responses(operation)))
    return annotations.of(UnionOf(types) if types else Scalar.NULL)


def _docstring(
    operation: Operation,
    arguments: list[Argument],
    returned: str,
    needed: str,
    received: tuple[Entries, Entries],
) -> Code:
    call = f"``{operation.method} {operation.path}``"
    text = summary(
        "Deprecated." if operation.deprecated else "",
        title(operation) if operation.summary or not opening(operation.description)[0] else "",
        operation.description,
        see(operation.docs),
    )
    callbacks, links = received
    return method_docstring(
        (*opening(text), call, needed),
        arguments,
        returns=returned,
        raises=_raised(operation).items(),
        callbacks=callbacks,
        links=links,
    )


def _returned(operation: Operation, returns: Code, stream: str) -> str:
    described = [
        sentence(response.description)
        for response in returned_responses(operation)
        if not says_nothing(response.description)
    ]
    returned = " Or: ".join(dict.fromkeys(described)) if returns != "None" else ""
    if operation.pagination is not None:
        returned = f"{returned} Iterate over the result for the items of all pages.".strip()
    return f"{returned} {stream}".strip()


def title(operation: Operation) -> str:
    """An operation in one sentence."""
    return (
        capitalised(sentence(operation.summary))
        or opening(sentence(operation.description))[0]
        or in_words(in_plain_words(operation))
    )


def _raised(operation: Operation) -> dict[str, str]:
    """The documented errors by class. A class for several statuses names the status."""
    raised: dict[str, str] = {}
    for response in raised_responses(operation):
        class_ = error_class(response.status)
        if says_nothing(response.description) and response.status == "default":
            continue
        text = sentence(response.description)
        if not stands_for_one_status(class_):
            text = f"{response.status}: {text}" if text else response.status
        raised[class_] = f"{raised[class_]} {text}" if class_ in raised else text or response.status
    return raised
