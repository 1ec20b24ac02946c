"""The calls in the README of a client: those that show the most in one line."""

from __future__ import annotations

from msgspec import Struct

from codegen.model.api import Api
from codegen.model.responses import response_type, returned_responses
from codegen.model.streams import stream_of, without_streams
from codegen.model.types import Scalar, Type
from codegen.naming.methods import Method
from codegen.naming.names import Names
from codegen.naming.resources import Resource
from codegen.naming.results import name_result
from codegen.views.example_arguments import example_arguments
from codegen.views.expressions import Expression, Item, call
from codegen.views.passed_values import Passed
from codegen.views.printed_results import printed
from codegen.views.resources import path
from codegen.views.text.quoting import EMPTY, Code, name, splice


class Sample(Struct, frozen=True):
    """A call such as `clusters.update`, and the name of its result; None without a result."""

    method: Method
    function: Code
    arguments: tuple[Item, ...]
    result: Code | None
    shown: Code
    """The printed expression."""

    def statement(self, *, indent: int, awaited: bool = False) -> Code:
        """The call on a client named `client`, on one line if it fits after `indent`."""
        start = splice("{} = ", self.result) if self.result else EMPTY
        return self._call.laid_out(indent, splice("{}{}", start, Code("await ") if awaited else EMPTY))

    def loop(self, *, indent: int) -> Code:
        """The beginning of a loop over the items of all pages."""
        return self._call.laid_out(indent, Code("for item in "), Code(":"))

    def raw(self, *, indent: int) -> Code:
        """The call for the raw response."""
        function = Item(Expression(splice("client.{}", self.function)))
        raw = call(Code("client.with_raw_response"), [function, *self.arguments])
        return raw.laid_out(indent, Code("response = "))

    @property
    def _call(self) -> Expression:
        return call(splice("client.{}", self.function), self.arguments)


def sample(api: Api, names: Names) -> Sample | None:
    """The most useful simple call among those with plain arguments; None if there is none.

    A call that lists or gets comes before one that changes something. Then fewer required arguments count,
    then the size of the resource, then the order in the document.
    """
    return _sample(api, names, paged=False)


def sample_of_pages(api: Api, names: Names) -> Sample | None:
    """The same among the calls that return pages."""
    return _sample(api, names, paged=True)


def sample_of_waiting(api: Api, names: Names) -> Code | None:
    """A call that waits for a state, as a statement; None if there is none with plain arguments."""
    for resource in names.all_resources:
        for method in resource.methods:
            for one in method.waiters:
                arguments = _plain_arguments(method, api, names, is_wait=True) if one.waiter.state else None
                if arguments is not None:
                    result = name(name_result(resource, method))
                    function = splice("client.{}.{}", path(resource), name(one.name))
                    shown = [*arguments, Item(Expression(Code("print")), Code("on_state="))]
                    return call(function, shown).laid_out(8, splice("{} = ", result))
    return None


def sample_of_polling(api: Api, names: Names) -> Code | None:
    """A call that returns a poller, as a statement; None if there is none with plain arguments."""
    for resource in names.all_resources:
        for method in resource.methods:
            if not method.begin or method.operation.deprecated:
                continue
            arguments = _plain_arguments(method, api, names)
            if arguments is not None:
                function = splice("client.{}.{}", path(resource), name(method.begin))
                return call(function, arguments).laid_out(4, Code("poller = "))
    return None


def sample_of_streaming(api: Api, names: Names) -> Code | None:
    """A `with` statement for a stream, without its block; None if there is none with plain arguments."""
    for resource in names.all_resources:
        for method in resource.methods:
            stream = stream_of(method.operation, api)
            if stream is None or method.operation.deprecated:
                continue
            arguments = _plain_arguments(method, api, names)
            if arguments is not None and not any(one.before == "stream=" for one in arguments):
                if stream.has_flag and not stream.by_default:
                    arguments = [*arguments, Item(Expression(Code("True")), Code("stream="))]
                function = splice("client.{}.{}", path(resource), name(method.name))
                return call(function, arguments).laid_out(4, Code("with "), Code(" as stream:"))
    return None


def _sample(api: Api, names: Names, *, paged: bool) -> Sample | None:
    calls = [
        (resource, method)
        for resource in names.all_resources
        for method in resource.methods
        if not paged or method.operation.pagination is not None
        if not _is_stream(method, api)
    ]
    for resource, method in sorted(calls, key=lambda call: _interest(call[0], call[1], api)):
        arguments = _plain_arguments(method, api, names)
        if arguments is not None:
            function = splice("{}.{}", path(resource), name(method.name))
            result = _result(resource, method, api)
            shown = _shown(result, method, api, names) if result else Code('"done"')
            return Sample(method, function, tuple(arguments), result, shown)
    return None


def _is_stream(method: Method, api: Api) -> bool:
    """Whether a call returns nothing but a stream, which takes more than one line to show."""
    stream = stream_of(method.operation, api)
    return stream is not None and not stream.has_flag


def _interest(resource: Resource, method: Method, api: Api) -> tuple[bool, bool, int, int, int]:
    operation = method.operation
    types = _types(method, api)
    is_read = operation.method == "GET" and bool(types) and Scalar.NULL not in types
    ranks = {"list": 0, "get": 1, "retrieve": 1, "search": 2}
    rank = ranks.get(method.bare, 3 if method.bare.startswith("list_") else 4)
    changes = {"POST": 5 if method.bare == "create" else 7, "PUT": 6, "PATCH": 6}
    rank = rank if is_read else changes.get(operation.method, 8)
    needed = sum(parameter.required for parameter in operation.parameters)
    return operation.deprecated, not is_read, rank, needed, -len(resource.methods)


def _plain_arguments(method: Method, api: Api, names: Names, *, is_wait: bool = False) -> list[Item] | None:
    """The arguments, if each is a literal such as a string or a number."""
    arguments = example_arguments(method, api, names, Passed(api), is_wait=is_wait)
    is_plain = arguments is not None and not any(one.value.end for one in arguments)
    return arguments if is_plain else None


def _types(method: Method, api: Api) -> list[Type]:
    stream = stream_of(method.operation, api)
    plain = without_streams(method.operation) if stream is not None else method.operation
    return [response_type(response, api) for response in returned_responses(plain)]


def _result(resource: Resource, method: Method, api: Api) -> Code | None:
    """The variable for the result; None if the call returns nothing."""
    types = _types(method, api)
    return None if not types or Scalar.NULL in types else name(name_result(resource, method))


def _shown(result: Code, method: Method, api: Api, names: Names) -> Code:
    """The printed expression: an informative field, the number of items, or the whole result."""
    types = _types(method, api)
    if method.operation.pagination is not None:
        return splice("len({}.items)", result)
    if len(types) != 1:
        return result
    return printed(result, types[0], api, names, is_list=method.bare.startswith("list"))
