"""How an answer differs from what the API's document says of it.

Decoding stops at the first thing that makes it impossible, and passes over what does not. So the
body is decoded again, as plain JSON, and compared with the documented types part by part.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeAlias, TypeGuard, Union, get_args, get_origin

import msgspec
from msgspec import Struct, UnsetType

from .._places import MERGED, MODELS, OPERATIONS
from ._answer import Answer
from ._drift import Drift, DriftKind
from ._hooks import Asked, decoded
from ._operation import Operation
from ._reading import UNDECODABLE, content_of, documented

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | None"

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}", re.ASCII)
_LIKE_A_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _.:/-]{0,31}", re.ASCII)
_LONGEST_NAME = 64


def drifts(operation: Operation[Any], answer: Answer) -> Iterator[Drift]:
    """Every difference, the outer ones first; what differs in each item of a list comes as often.

    A body is compared where its status is documented, and has content there.
    """
    answers = f"{OPERATIONS[operation.id]}/responses"
    place = _Place(operation.id, answer.status_code, "$", answers)
    kinds = operation.answers if answer.is_success else operation.errors
    key = documented(kinds, answer.status_code)
    if key is None:
        yield place.drift("undocumented_status", "the status is not documented")
    elif kinds[key] is not None and answer.defect is None:
        yield from _in_body(answer, kinds[key], place.at("", f"{answers}/{key}"))


class _Place(Struct, frozen=True):
    """A place in an answer, and what describes it in the document."""

    operation: str
    status_code: int
    where: str
    pointer: str

    def at(self, step: str, pointer: str) -> _Place:
        """A place within this one."""
        return _Place(self.operation, self.status_code, self.where + step, pointer)

    def drift(self, kind: DriftKind, message: str) -> Drift:
        return Drift(
            kind=kind,
            operation=self.operation,
            status_code=self.status_code,
            where=self.where,
            pointer=self.pointer,
            message=message,
        )


def _in_body(answer: Answer, kind: Any, place: _Place) -> Iterator[Drift]:
    content = content_of(kind, answer)
    if content is None:
        expected = "a documented media type" if isinstance(kind, Mapping) else "JSON"
        got = "another media type" if answer.content else "no body"
        yield place.drift("wrong_type", f"Expected {expected}, got {got}")
    elif content.is_json:
        try:
            value = msgspec.json.decode(answer.content)
        except UNDECODABLE:
            yield place.drift("wrong_type", "Expected JSON, got what is not JSON")
        else:
            yield from _in_value(value, content.kind, place)


def _in_value(value: Json, kind: Any, place: _Place) -> Iterator[Drift]:
    """Compare a value with its type, then what is in it; not by recursion, it may be deep."""
    pending: deque[tuple[Json, Any, _Place]] = deque([(value, kind, place)])
    while pending:
        value, kind, place = pending.popleft()
        untold: list[tuple[str, str]] = []
        kind = _member(kind, value, untold)
        for key, said in untold:
            unknown = place.at(_step(key), place.pointer)
            yield unknown.drift("unknown_value", f"{_shown(said)} is not a documented value")
        yield from _in_itself(value, kind, place)
        pending.extend(_parts(value, kind, place))


def _in_itself(value: Json, kind: Any, place: _Place) -> Iterator[Drift]:
    if isinstance(value, dict) and _is_model(kind):
        fields = _fields(kind)
        for name, field in fields.items():
            if field.required and name not in value:
                missing = place.at(field.step, field.pointer)
                yield missing.drift("missing_field", "the field is required, and missing")
        for name in value:
            if name not in fields:
                unknown = place.at(_step(name), _pointer(kind))
                yield unknown.drift("unknown_field", "the field is not documented")
    elif _is_alike(kind, value):
        return  # only what is in it can differ
    elif mismatch := _mismatch(value, kind):
        yield place.drift("wrong_type", mismatch)
    elif _is_enum(kind) and isinstance(value, str | int) and value not in _values(kind):
        yield place.drift("unknown_value", f"{_shown(value)} is not a documented value")


def _parts(value: Json, kind: Any, place: _Place) -> Iterator[tuple[Json, Any, _Place]]:
    """What a value consists of, with its types and places."""
    if isinstance(value, dict) and _is_model(kind):
        for name, field in _fields(kind).items():
            if name in value:
                yield value[name], field.type, place.at(field.step, field.pointer)
    elif isinstance(value, dict | list) and _is_alike(kind, value):
        inside = place.at("[*]", place.pointer)  # also in a map: its keys are values of the answer
        for item in value.values() if isinstance(value, dict) else value:
            yield item, get_args(kind)[-1], inside


def _member(kind: Any, value: Json, untold: list[tuple[str, str]]) -> Any:
    """The member of a union to compare a value with; the union itself if the value is like none.

    An object that no member fits is compared with one that is an object too, and so are lists: what
    keeps it from fitting is in there. Discriminators that say what is not documented are added to
    `untold`.
    """
    if isinstance(kind, Asked):
        if said := kind.untold(value):
            untold.append(said)
        return _member(kind.closest(value), value, untold)
    if get_origin(kind) not in {Union, UnionType}:
        return kind
    members = [member for member in get_args(kind) if member is not UnsetType]
    alike = [member for member in members if isinstance(member, Asked) or _is_alike(member, value)]
    if len(alike) == 1 and isinstance(value, dict | list):
        # Not tried: that would decode all that is in the value.
        return _member(alike[0], value, untold)
    fitting = [member for member in members if not _mismatch(value, member)]
    return _member((fitting or alike)[0], value, untold) if fitting or alike else kind


def _is_alike(kind: Any, value: Json) -> bool:
    """Whether a type is that of objects and the value is one, or both are lists."""
    if isinstance(value, dict):
        return get_origin(kind) is dict or _is_model(kind)
    return isinstance(value, list) and get_origin(kind) is list


def _is_model(kind: Any) -> TypeGuard[type[Struct]]:
    return isinstance(kind, type) and issubclass(kind, Struct)


def _is_enum(kind: Any) -> TypeGuard[type[Enum]]:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _mismatch(value: Json, kind: Any) -> str | None:
    """Why a value is not of a type, as msgspec says it: by types, without the value."""
    try:
        msgspec.convert(value, kind, dec_hook=decoded)
    except msgspec.ValidationError as error:
        return str(error)
    return None


class _Field(Struct, frozen=True):
    """A documented field of a model."""

    step: str
    type: Any
    required: bool
    pointer: str


@cache
def _fields(model: type[Struct]) -> Mapping[str, _Field]:
    """The fields of a model by their names in JSON."""
    return {
        field.encode_name: _Field(
            step=_step(field.encode_name),
            type=field.type,
            required=field.required,
            pointer=_field_pointer(model, field.encode_name),
        )
        for field in msgspec.structs.fields(model)
    }


@cache
def _values(enum: type[Enum]) -> frozenset[object]:
    return frozenset(member.value for member in enum)


def _pointer(model: type[Struct]) -> str:
    """Where the document describes a model."""
    return MODELS.get(model.__name__, f"#/components/schemas/{model.__name__}")


def _field_pointer(model: type[Struct], name: str) -> str:
    """Where the document describes a field: it may be a property of a schema merged into this."""
    merged = MERGED.get(model.__name__, {}).items()
    owner = next((schema for schema, names in merged if name in names), _pointer(model))
    token = name.replace("~", "~0").replace("/", "~1")  # RFC 6901 section 3
    return f"{owner}/properties/{token}"


def _step(name: str) -> str:
    """A field in a JSONPath (RFC 9535 section 2.5.1): `.name`, or `['any other']`."""
    if _NAME.fullmatch(name):
        return f".{name}"
    if len(name) > _LONGEST_NAME:
        name = f"{name[:_LONGEST_NAME]}..."
    return f"[{name!r}]"


def _shown(value: str | int) -> str:
    """A value that an enumeration lacks, if it looks like one that it may get; else its length.

    Nothing else tells what has become of the enumeration; but what is no name may be anything.
    """
    if isinstance(value, int) or _LIKE_A_NAME.fullmatch(value):
        return repr(value)
    return f"a string of {len(value)} characters"
