"""A call that shows how the client is used, made of the document's own examples."""

from __future__ import annotations

import builtins
import keyword
from dataclasses import dataclass

from codegen.document import Json
from codegen.model import Absent, Api, Body, Named, Parameter, Scalar, Type, UnionOf
from codegen.names import snake, words
from codegen.naming import Method, Names
from codegen.quoting import EMPTY, Code, join, literal, name, splice
from codegen.views.resources import answers
from codegen.wire import received, sent_as

_STAND_INS: dict[Scalar, Json] = {
    Scalar.BOOLEAN: True,
    Scalar.INTEGER: 1,
    Scalar.NUMBER: 1.5,
    Scalar.STRING: "example",
    Scalar.UUID: "2f1c7a52-8d0e-4b6f-9a3c-5e7d1b204c68",
}
"""Values for arguments of which the document gives no example; other types cannot be shown in one line."""

_TAKEN = frozenset({*dir(builtins), "client", "response", "error", "asyncio"})
"""Names that mean something else around a sample; the result of a call must not hide them."""

_WIDTH = 88
"""Of the lines of code in the documents."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A call, such as `clusters.update` of a client, and the name of what comes back, None for nothing."""

    method: Method
    function: Code
    arguments: tuple[Code, ...]
    result: Code | None

    def statement(self, *, indent: int, awaited: bool = False) -> Code:
        """The call on a client named `client`, on one line if it fits behind `indent`."""
        start = splice("{} = ", self.result) if self.result else EMPTY
        start = splice("{}{}client.{}", start, Code("await ") if awaited else EMPTY, self.function)
        return _call(start, [*self.arguments], indent)

    def raw(self, *, indent: int) -> Code:
        """The call for the whole response."""
        function = splice("client.{}", self.function)
        return _call(Code("response = client.with_raw_response"), [function, *self.arguments], indent)


def _call(start: Code, arguments: list[Code], indent: int) -> Code:
    """On one line if it fits, else with each argument on one of its own."""
    line = splice("{}({})", start, join(", ", arguments))
    if indent + len(line) <= _WIDTH:
        return line
    margin = Code(" " * indent)
    lines = [splice("{}    {},\n", margin, argument) for argument in arguments]
    return splice("{}(\n{}{})", start, join("", lines), margin)


def sample(api: Api, names: Names) -> Sample | None:
    """The first operation that can be called with plain values; None when there is none."""
    for group in names.groups:
        for method in group.methods:
            arguments = _arguments(method, api)
            if arguments is not None:
                function = splice("{}.{}", name(group.module), name(method.name))
                return Sample(method, function, tuple(arguments), _result(method, api, names))
    return None


def _arguments(method: Method, api: Api) -> list[Code] | None:
    """The required arguments and those of the body's first example; None if one is not plain."""
    operation = method.operation
    arguments: list[Code] = []
    for parameter, argument in zip(operation.parameters, method.parameters, strict=True):
        if parameter.required:
            value = _value(parameter.type, _example(parameter))
            if value is None:
                return None
            arguments.append(
                value if parameter.location == "path" else splice("{}={}", name(argument), value)
            )
    if operation.body is None:
        return arguments
    fields = _fields(operation.body, method, api)
    return None if fields is None else arguments + fields


def _fields(body: Body, method: Method, api: Api) -> list[Code] | None:
    media = sent_as(body)
    if media is None or method.fields is None or not isinstance(media.type, Named):
        return None if body.required else []
    examples = [example for example in media.examples if isinstance(example, dict)]
    example = examples[0] if examples else {}
    arguments: list[Code] = []
    for field, argument in zip(api.models[media.type.name].fields, method.fields, strict=True):
        if field.required or field.wire_name in example:
            value = _value(field.type, example.get(field.wire_name))
            if value is None and field.required:
                return None
            if value is not None:
                arguments.append(splice("{}={}", name(argument), value))
    return arguments


def _example(parameter: Parameter) -> Json:
    default = parameter.notes.default
    return next(iter(parameter.notes.examples), None if isinstance(default, Absent) else default)


def _value(type_: Type, example: Json) -> Code | None:
    if isinstance(type_, UnionOf):
        type_ = type_.members[0]
    if not isinstance(type_, Scalar) or type_ not in _STAND_INS:
        return None
    fits = isinstance(example, (str, int, float)) and type(example) is type(_STAND_INS[type_])
    return literal(example if fits else _STAND_INS[type_])


def _result(method: Method, api: Api, names: Names) -> Code | None:
    types = [received(response, api) for response in answers(method.operation)]
    if not types or Scalar.NULL in types:
        return None
    if len(types) == 1 and isinstance(types[0], Named):
        result = snake(words(names.classes[types[0].name]))
        if not keyword.iskeyword(result) and result not in _TAKEN:
            return name(result)
    return Code("answer")
