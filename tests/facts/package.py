"""What a client has, as facts in the words of `tests.facts.document`.

They are told by looking at the imported classes. Which argument is which parameter is what the generator
says; calls show that it is true (`tests/spec/test_calls.py`).
"""

from __future__ import annotations

import ast
import inspect
import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import cached_property, reduce
from importlib import import_module
from operator import or_
from types import ModuleType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

import msgspec
from msgspec import inspect as types

from corpus.emitted import normalised as shape
from corpus.package import credentials
from corpus.signatures import Signature
from tests.clients import classes_of
from tests.facts.document import Facts, version
from tests.facts.schemas import normalised

Signatures = Mapping[tuple[str, str], Signature]


def facts(package: ModuleType, client: type, signatures: Signatures) -> Facts:
    """Write down what a package has, as one of its clients, sync or async, shows it."""
    opened = client(**credentials(client), base_url="https://example.com")
    return {
        "version": version(package.__version__) or "",
        "server": _server(client),
        **dict(_methods(package, opened, signatures)),
        **dict(_models(import_module(f"{package.__name__}.models"))),
    }


def _server(client: type) -> str:
    try:
        return str(client(**credentials(client)).base_url)
    except (TypeError, ValueError):
        return ""  # one must be given


def _resources(owner: Any, path: str = "", around: str = "") -> Iterator[tuple[str, type, str]]:
    """The attributes that lead to each resource, its class, and its own description or that around it."""
    for attribute, found in vars(type(owner)).items():
        if isinstance(found, cached_property):
            resource = getattr(owner, attribute)
            about = (inspect.getdoc(resource) or "").partition("\n\nAsync counterpart of `")[0]
            about = around if around and about.startswith("The operations of `") else about
            yield path + attribute, type(resource), about
            yield from _resources(resource, f"{path}{attribute}.", about)


def _methods(package: ModuleType, client: Any, signatures: Signatures) -> Iterator[tuple[str, str]]:
    known = {
        (signature.resource, signature.method): (route, signature) for route, signature in signatures.items()
    }
    for attribute, resource, about in _resources(client):
        if not resource.__module__.startswith(f"{package.__name__}.resources"):
            continue  # what reads webhooks has no operations
        module = import_module(resource.__module__)
        operations = {
            (value.method, shape(value.path)): value
            for value in vars(module).values()
            if type(value).__name__ in {"Operation", "PagedOperation", "StreamOperation"}
        }
        waiting = {
            name[1:].lower() for name, value in vars(module).items() if type(value).__name__ == "Waiter"
        }
        for name, method in vars(resource).items():
            if name.startswith("_") or isinstance(method, cached_property) or name in waiting:
                continue
            is_another = name.startswith("begin_") or hasattr(method, "__deprecated__")
            if is_another and (attribute, name) not in known:
                continue  # for a long-running operation, or by a former name
            (path, verb), signature = known.pop((attribute, name))
            operation = operations[verb, shape(path)]
            yield from _method(package, client, method, signature, operation, about)
    assert not known, f"the client lacks {sorted(known)}"


def _method(
    package: ModuleType, client: Any, method: Any, signature: Signature, operation: Any, about: str
) -> Iterator[tuple[str, str]]:
    doc = _Docstring(method)
    name = doc.route
    assert name.startswith(f"{operation.method} ")
    yield name, ""
    yield f"{name} says", doc.text
    yield f"{name} belongs to", about
    yield f"{name} needs", _needs(client, operation)
    places = {argument: f"{place} {wire}" for (place, wire), argument in signature.parameters.items()}
    for fields in signature.fields.values():
        places |= {argument: f"body {wire}" for wire, argument in (fields or {}).items()}
    _, *parameters = inspect.signature(method).parameters.values()
    annotations = get_type_hints(method, vars(import_module(method.__module__)), _params(package))
    pages = getattr(operation, "pages", None)
    cursors = {f"query {getattr(pages, 'query', '')}", f"header {getattr(pages, 'request_header', '')}"}
    for parameter in parameters:
        place = places.get(parameter.name, f"body* {parameter.name}")
        annotation = annotations[parameter.name]
        if place in cursors:  # it may be null for the first page, whether the document says so or not
            members = [one for one in _members(annotation) if one is not type(None)]
            annotation = reduce(or_, members)
        required = "required" if parameter.default is parameter.empty else "optional"
        assert (parameter.kind is parameter.KEYWORD_ONLY) == (not place.startswith("path "))
        assert _may_be_unset(annotation) <= (required == "optional")
        yield f"{name} {place}", f"{required} {_argument_type(annotation)}"
        yield f"{name} {place} says", doc.arguments.pop(parameter.name, "")
    for outcomes, told in ((operation.successes, doc.returns), (operation.errors, doc.raises)):
        for status, kind in outcomes.items():
            yield f"{name} answers {status}", _answer_type(kind)
            yield f"{name} answers {status} says", told
    for more in doc.arguments:
        yield f"{name} explains {more}", "which is not there"


def _params(package: ModuleType) -> dict[str, Any]:
    """The module of the types of arguments, which other modules import for type checkers alone."""
    return {"params": package.params} if hasattr(package, "params") else {}


def _needs(client: Any, operation: Any) -> str:
    if operation.security is None:
        return "credentials" if credentials(type(client)) else "nothing"
    return "credentials" if any(operation.security) else "nothing"


class _Docstring:
    """A docstring in Google's style, taken apart."""

    def __init__(self, documented: object) -> None:
        text = inspect.getdoc(documented) or ""
        head, *rest = re.split(r"\n\n(Args|Returns|Raises):\n", text)
        sections = dict(zip(rest[::2], rest[1::2], strict=True))
        told, self.route, more = re.fullmatch(r"(.*?)\n\n``([A-Z]+ /.*?)``(.*)", head, re.DOTALL).groups()
        self.text = told + more
        self.arguments = self._entries(sections.get("Args", ""))
        self.returns = sections.get("Returns", "")
        self.raises = sections.get("Raises", "")

    @staticmethod
    def _entries(section: str) -> dict[str, str]:
        found = re.findall(r"^(\w+): (.*(?:\n(?: +.*)?)*)", textwrap.dedent(section), re.MULTILINE)
        return dict(found)


def _may_be_unset(annotation: object) -> bool:
    return msgspec.UnsetType in _members(annotation)


def _members(annotation: object) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) in {Union, UnionType} else (annotation,)


def _argument_type(annotation: Any) -> str:
    """Its type when it is given; a UUID may be a text, a model a dict, and an enum a literal."""
    if get_origin(annotation) in {list, Sequence}:
        return f"array of {_argument_type(get_args(annotation)[0])}"
    members = [
        member
        for member in _members(annotation)
        if member is not msgspec.UnsetType and not is_typeddict(member) and get_origin(member) is not Literal
    ]
    if len(members) == 1 and members[0] is annotation:
        return _spelled(_info(annotation))
    spelled = {_argument_type(member) for member in members}
    return " or ".join(sorted(spelled - {"string"} if "uuid" in spelled else spelled))


def _answer_type(kind: object) -> str:
    return "of several" if isinstance(kind, Mapping) else _spelled(_info(kind))


def _info(kind: object) -> types.Type:
    try:
        return types.type_info(kind)
    except (TypeError, NotImplementedError):
        return types.CustomType(object)


def _models(models: ModuleType) -> Iterator[tuple[str, str]]:
    for name, model in classes_of(models).items():
        called = f"model {normalised(name)}"
        yield f"{called} says", (inspect.getdoc(model) or "").partition("\n\nA value that this version")[0]
        if issubclass(model, Enum):
            yield called, json.dumps([member.value for member in model])
        elif issubclass(model, msgspec.Struct):
            yield from _fields(called, model)


def _fields(called: str, model: type[msgspec.Struct]) -> Iterator[tuple[str, str]]:
    texts = dict(_texts_of_fields(model))
    annotations = get_type_hints(model)
    fields = msgspec.structs.fields(model)
    yield called, json.dumps([field.encode_name for field in fields])
    for field in fields:
        annotation = annotations[field.name]
        members = [member for member in _members(annotation) if member is not msgspec.UnsetType]
        required = "required" if field.required else "optional"
        kind = _one_of({_spelled(_info(member)) for member in members})
        yield f"{called}.{field.encode_name}", f"{required} {kind}"
        yield f"{called}.{field.encode_name} says", texts.get(field.name, "")


def _texts_of_fields(model: type) -> Iterator[tuple[str, str]]:
    """The strings below fields, which the interpreter does not keep."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    for field, text in zip(definition.body, definition.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr):
            yield field.target.id, text.value.value


def _one_of(words: set[str]) -> str:
    """Several types; a number includes integers."""
    return " or ".join(sorted(words - {"integer"} if "number" in words else words))


def _spelled(kind: types.Type) -> str:
    """A type in the words of the document."""
    match kind:
        case types.UnionType(types=kinds):
            return _one_of({_spelled(member) for member in kinds})
        case types.ListType(item_type=item):
            return f"array of {_spelled(item)}"
        case types.StructType(cls=named) | types.EnumType(cls=named):
            return normalised(named.__name__)
        case _:
            return _NAMES.get(type(kind), "something else")


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
