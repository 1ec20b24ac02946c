"""A call that shows how to use the client, with the examples of the document."""

from __future__ import annotations

from dataclasses import dataclass

from codegen.document.node import Json
from codegen.model.api import Api
from codegen.model.directions import is_optional
from codegen.model.notes import Absent
from codegen.model.operations import Body, Parameter
from codegen.model.responses import response_type, returned_responses
from codegen.model.streams import stream_of, without_streams
from codegen.model.types import ListOf, Named, Scalar, Type, UnionOf
from codegen.model.wire import sent_as
from codegen.naming.methods import Method
from codegen.naming.names import Names
from codegen.naming.resources import Resource
from codegen.naming.results import name_result
from codegen.views.resources import path
from codegen.views.text.quoting import EMPTY, Code, join, literal, name, splice

_STAND_INS: dict[Scalar, Json] = {
    Scalar.BOOLEAN: True,
    Scalar.INTEGER: 1,
    Scalar.NUMBER: 1.5,
    Scalar.STRING: "example",
    Scalar.UUID: "2f1c7a52-8d0e-4b6f-9a3c-5e7d1b204c68",
}
"""Values for arguments without an example. Other types cannot be shown in one line."""

_WIDTH = 88
"""The maximum width of code in the documents."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A call such as `clusters.update`, and the name of its result; None without a result."""

    method: Method
    function: Code
    arguments: tuple[Code, ...]
    result: Code | None
    shown: Code
    """The printed expression."""

    def statement(self, *, indent: int, awaited: bool = False) -> Code:
        """The call on a client named `client`, on one line if it fits after `indent`."""
        start = splice("{} = ", self.result) if self.result else EMPTY
        start = splice("{}{}client.{}", start, Code("await ") if awaited else EMPTY, self.function)
        return _call(start, [*self.arguments], indent)

    def loop(self, *, indent: int) -> Code:
        """The beginning of a loop over the items of all pages."""
        start = splice("for item in client.{}", self.function)
        return splice("{}:", _call(start, [*self.arguments], indent))

    def raw(self, *, indent: int) -> Code:
        """The call for the raw response."""
        function = splice("client.{}", self.function)
        return _call(Code("response = client.with_raw_response"), [function, *self.arguments], indent)


def _call(start: Code, arguments: list[Code], indent: int) -> Code:
    """The call on one line if it fits, else with one argument per line."""
    line = splice("{}({})", start, join(", ", arguments))
    if indent + len(line) <= _WIDTH or not arguments:
        return line
    margin = Code(" " * indent)
    lines = [splice("{}    {},\n", margin, argument) for argument in arguments]
    return splice("{}(\n{}{})", start, join("", lines), margin)


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
            arguments = _arguments(method, api)
            for one in method.waiters:
                if one.waiter.state and arguments is not None:
                    result = name(name_result(resource, method))
                    start = splice("{} = client.{}.{}", result, path(resource), name(one.name))
                    return _call(start, [*arguments, Code("on_state=print")], 8)
    return None


def sample_of_polling(api: Api, names: Names) -> Code | None:
    """A call that returns a poller, as a statement; None if there is none with plain arguments."""
    for resource in names.all_resources:
        for method in resource.methods:
            arguments = _arguments(method, api)
            if method.begin and arguments is not None and not method.operation.deprecated:
                start = splice("poller = client.{}.{}", path(resource), name(method.begin))
                return _call(start, arguments, 4)
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
        arguments = _arguments(method, api)
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


def _arguments(method: Method, api: Api) -> list[Code] | None:
    """The required arguments and those in the body's first example; None if one is not plain."""
    operation = method.operation
    arguments: list[Code] = []
    for named in method.parameters:
        parameter = named.parameter
        if parameter.required and parameter.constant is Absent.ABSENT:
            value = _value(parameter.type, _example(parameter), api)
            if value is None:
                return None
            arguments.append(
                value if parameter.location == "path" else splice("{}={}", name(named.name), value)
            )
    if operation.body is None:
        return arguments
    fields = _fields(operation.body, method, api)
    return None if fields is None else arguments + fields


def _fields(body: Body, method: Method, api: Api) -> list[Code] | None:
    media = sent_as(body, api)
    if media is None or method.keywords is None or not isinstance(media.type, Named):
        return None if body.required else []
    examples = [example for example in media.examples if isinstance(example, dict)]
    example = examples[0] if examples else {}
    arguments: list[Code] = []
    for named in method.keywords:
        field = named.field
        if field.read_only or field.constant is not Absent.ABSENT:
            continue
        if field.required or field.wire_name in example:
            value = _value(field.type, example.get(field.wire_name), api)
            if value is None and field.required:
                return None
            if value is not None:
                arguments.append(splice("{}={}", name(named.name), value))
    return arguments


def _example(parameter: Parameter) -> Json:
    default = parameter.notes.default
    return next(iter(parameter.notes.examples), None if isinstance(default, Absent) else default)


def _value(type_: Type, example: Json, api: Api) -> Code | None:
    if isinstance(type_, UnionOf):
        type_ = type_.members[0]
    if isinstance(type_, Named) and type_.name in api.enums:
        values = [member.value for member in api.enums[type_.name].members]
        return literal(example if example in values else values[0])
    if not isinstance(type_, Scalar) or type_ not in _STAND_INS:
        return None
    fits = isinstance(example, (str, int, float)) and type(example) is type(_STAND_INS[type_])
    return literal(example if fits else _STAND_INS[type_])


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
    return telling(result, types[0], api, names, is_list=method.bare.startswith("list"))


def telling(result: Code, type_: Type, api: Api, names: Names, *, is_list: bool = False) -> Code:
    """What to print of a value: the number of items, an informative attribute, or the whole value."""
    if isinstance(type_, ListOf):
        return splice("len({})", result)
    if not isinstance(type_, Named) or type_.name not in api.models:
        return result
    fields = [one for one in names.models[type_.name].fields if not is_optional(one.field)]
    for one in fields:
        if is_list and isinstance(one.field.type, ListOf):
            return splice("len({}.{})", result, name(one.name))
    attributes = {one.field.wire_name: one.name for one in fields}
    best = next((attributes[property_] for property_ in _TELLING if property_ in attributes), None)
    return splice("{}.{}", result, name(best)) if best else result


_TELLING = ("name", "title", "status", "id")
"""Informative properties, which identify an object or describe its state."""
