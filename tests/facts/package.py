"""What a client has, as facts in the words of `tests.facts.document`.

They are told by looking at the imported classes and by calling each method with a client that keeps the
request instead of sending it.
"""

from __future__ import annotations

import ast
import inspect
import json
import re
import textwrap
from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from importlib import import_module
from types import ModuleType, SimpleNamespace, UnionType
from typing import Any, get_args, get_type_hints
from urllib.parse import parse_qs, urlsplit
from uuid import UUID, uuid5

import msgspec
from msgspec import inspect as types

from tests.facts.document import Facts, one_line


def facts(package: ModuleType, client: type) -> Facts:
    """Write down what a package has, as one of its clients, sync or async, shows it."""
    with_token = client(token="t")
    return {
        "version": package.__version__,
        "server": with_token.base_url,
        **dict(_methods(package, with_token)),
        **dict(_models(import_module(f"{package.__name__}.models"))),
    }


def _methods(package: ModuleType, client: Any) -> Iterator[tuple[str, str]]:
    for attribute, found in vars(type(client)).items():
        if not isinstance(found, cached_property):
            continue
        resource = type(getattr(client, attribute))
        yield attribute, one_line(inspect.getdoc(resource).partition("\n\n")[0])
        for name, method in vars(resource).items():
            if not name.startswith("_"):
                yield from _method(package, resource, f"{attribute}.{name}", method)


def _method(package: ModuleType, resource: type, name: str, method: Any) -> Iterator[tuple[str, str]]:
    doc = _Docstring(method)
    _, *parameters = inspect.signature(method, eval_str=True).parameters.values()
    samples = {parameter.name: _sample(parameter) for parameter in parameters}
    request = _called(resource, method, parameters, samples)
    operation = request.operation
    assert doc.route.startswith(f"{operation.method} ")
    yield name, doc.route
    yield f"{name} says", doc.text
    yield f"{name} needs", "a token" if operation.security is None else "something else"
    for parameter in parameters:
        kind = _spelled(_type_of_argument(parameter))
        required = "optional" if _may_be_unset(parameter.annotation) else "required"
        place = _place_of(doc.route, request, samples[parameter.name])
        assert (parameter.kind is parameter.KEYWORD_ONLY) == (not place.startswith("path "))
        default = msgspec.UNSET if required == "optional" else parameter.empty
        assert parameter.default is default
        yield (
            f"{name}({parameter.name})",
            f"{required} {kind}, {place}: {doc.arguments.pop(parameter.name, '')}",
        )
    for status, kind in operation.answers.items():
        yield f"{name} returns {status}", f"{_spelled(types.type_info(kind))}: {doc.returns}"
    for status, kind in operation.errors.items():
        error = package.errors.error_class(int(status)).__name__
        yield f"{name} raises {status}", f"{_spelled(types.type_info(kind))}: {doc.raises.pop(error, '')}"
    for more in [*doc.arguments, *doc.raises]:
        yield f"{name} explains {more}", "which is not there"


class _Docstring:
    """A docstring in Google's style, taken apart."""

    def __init__(self, documented: object) -> None:
        text = inspect.getdoc(documented) or ""
        head, *rest = re.split(r"\n\n(Args|Returns|Raises):\n", text)
        sections = dict(zip(rest[::2], rest[1::2], strict=True))
        told, self.route = re.fullmatch(r"(.*)\n\n``(.*)``", head, re.DOTALL).groups()
        self.text = one_line(told)
        self.arguments = self._entries(sections.get("Args", ""))
        self.returns = one_line(sections.get("Returns", ""))
        self.raises = self._entries(sections.get("Raises", ""))

    @staticmethod
    def _entries(section: str) -> dict[str, str]:
        found = re.findall(r"^(\w+): (.*(?:\n +.*)*)", textwrap.dedent(section), re.MULTILINE)
        return {name: one_line(text) for name, text in found}


def _type_of_argument(parameter: inspect.Parameter) -> types.Type:
    """Its type when it is given. What is never decoded may be `UUID | str`, which msgspec would refuse."""
    members = _members(parameter.annotation)
    kinds = [types.type_info(member) for member in members if member is not msgspec.UnsetType]
    return types.UnionType(tuple(kinds)) if len(kinds) > 1 else kinds[0]


def _may_be_unset(annotation: object) -> bool:
    return msgspec.UnsetType in _members(annotation)


def _members(annotation: object) -> tuple[Any, ...]:
    return get_args(annotation) if isinstance(annotation, UnionType) else (annotation,)


def _called(resource: type, method: Any, parameters: list[inspect.Parameter], samples: dict[str, Any]) -> Any:
    """The request that a method makes of the samples; an async one hands it over to be awaited."""
    positional = [samples[p.name] for p in parameters if p.kind is not p.KEYWORD_ONLY]
    keywords = {p.name: samples[p.name] for p in parameters if p.kind is p.KEYWORD_ONLY}

    async def hand_over(request: object) -> object:
        return request

    if not inspect.iscoroutinefunction(method):
        return method(resource(SimpleNamespace(send=lambda request: request)), *positional, **keywords)
    try:
        method(resource(SimpleNamespace(send=hand_over)), *positional, **keywords).send(None)
    except StopIteration as returned:
        return returned.value
    raise AssertionError("it waits for something else")


def _sample(parameter: inspect.Parameter) -> Any:
    """A value that tells where it went."""
    return _sample_of(_type_of_argument(parameter), parameter.name)


def _sample_of(kind: types.Type, name: str) -> Any:
    match kind:
        case types.UnionType(types=kinds):
            return _sample_of(kinds[0], name)
        case types.UUIDType():
            return uuid5(UUID(int=0), name)
        case types.StrType():
            return f"sample-{name}"
        case types.IntType():
            return sum(name.encode())
        case types.EnumType(cls=enum):
            return enum(f"sample-{name}")
    raise AssertionError(f"no sample of {kind}")


def _place_of(route: str, request: Any, value: object) -> str:
    """Where in a request a sample went: the name of its segment of the path, or its key."""
    url = urlsplit(request.target)
    _, template = route.split(" ")
    text = str(value)
    segments = zip(template.split("/"), url.path.split("/"), strict=True)
    members = json.loads(request.content or "{}")
    places = [
        *(f"path {key.strip('{}')}" for key, segment in segments if segment == text),
        *(f"query {key}" for key, values in parse_qs(url.query).items() if text in values),
        *(f"header {key}" for key, header in request.headers.items() if header == text),
        *(f"body {key}" for key, member in members.items() if str(member) == text),
    ]
    (place,) = places
    return place


def _models(models: ModuleType) -> Iterator[tuple[str, str]]:
    for name, model in vars(models).items():
        if not isinstance(model, type) or model.__module__ != models.__name__:
            continue
        yield f"{name} says", one_line(inspect.getdoc(model).partition("\n\nA value that this version")[0])
        if issubclass(model, Enum):
            yield name, json.dumps([member.value for member in model])
            continue
        texts = dict(_texts_of_fields(model))
        annotations = get_type_hints(model)
        info = types.type_info(model)
        yield name, json.dumps([field.encode_name for field in info.fields])
        for field in info.fields:
            required = "optional" if _may_be_unset(annotations[field.name]) else "required"
            assert field.required == (required == "required")
            text = texts.get(field.name, "")
            yield f"{name}.{field.name}", f"{required} {_spelled(field.type)}, {field.encode_name}: {text}"


def _texts_of_fields(model: type) -> Iterator[tuple[str, str]]:
    """The strings below fields, which the interpreter does not keep."""
    (definition,) = ast.parse(inspect.getsource(model)).body
    for field, text in zip(definition.body, definition.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr):
            yield field.target.id, one_line(text.value.value)


def _spelled(kind: types.Type) -> str:
    """A type in the words of the document."""
    match kind:
        case types.UnionType(types=kinds):
            return " or ".join(sorted(_spelled(member) for member in kinds))
        case types.ListType(item_type=item):
            return f"array of {_spelled(item)}"
        case types.StructType(cls=named) | types.EnumType(cls=named):
            return named.__name__
        case _:
            return _NAMES[type(kind)]


_NAMES = {
    types.BoolType: "boolean",
    types.DateTimeType: "date-time",
    types.DateType: "date",
    types.FloatType: "number",
    types.IntType: "integer",
    types.NoneType: "null",
    types.StrType: "string",
    types.UUIDType: "uuid",
}
