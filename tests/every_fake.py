"""Calls every operation of a client against its fake, with the examples of the document."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import importlib
import inspect
import types
import typing
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from types import ModuleType
from typing import Any, Union, get_args, get_origin

import msgspec

_PLAIN = {
    str: "x",
    int: 1,
    float: 1.5,
    bool: True,
    bytes: b"x",
    object: "x",
    Any: "x",
    types.NoneType: None,
    uuid.UUID: uuid.UUID(int=1),
    dt.date: dt.date(2026, 1, 31),
    dt.datetime: dt.datetime(2026, 1, 31, tzinfo=dt.UTC),
}


def fake_of(package: ModuleType) -> type[Any]:
    """The class of the fake of a package."""
    testing = importlib.import_module(f"{package.__name__}.testing")
    (name,) = (name for name in testing.__all__ if name.startswith("Fake"))
    return getattr(testing, name)


def operations(fake: Any) -> Iterator[tuple[str, Any]]:
    """The fakes of all operations, with the attributes of the client that lead to their methods."""
    for attribute, resource in fake._resources():
        yield from _within(attribute, resource())


def _within(path: str, resource: Any) -> Iterator[tuple[str, Any]]:
    for name, value in vars(type(resource)).items():
        if type(value).__name__ == "Declared":
            yield f"{path}.{name}", getattr(resource, name)
        elif type(value).__name__ == "cached_property":
            yield from _within(f"{path}.{name}", getattr(resource, name))


def arguments(operation: Any, package: ModuleType, method: Any) -> tuple[list[Any], dict[str, Any]]:
    """Values for the required arguments of a call. If the body has several media types, it is the first."""
    call = operation._call
    known: dict[str, Any] = {}
    for name in ("models", "params"):
        with suppress(ImportError):
            module = importlib.import_module(f"{package.__name__}.{name}")
            known |= {name: module, f"{name}_": module}
    hints = typing.get_type_hints(call, localns=known)
    positional: list[Any] = []
    keywords: dict[str, Any] = {}
    for name, field in call.__dataclass_fields__.items():
        if field.default is dataclasses.MISSING:
            value = sample(hints[name])
            if field.kw_only:
                keywords[name] = value
            else:
                positional.append(value)
    ways = [one for one in typing.get_overloads(method.__func__) if "content_type" in one.__annotations__]
    for way in [one for one in ways if one.__annotations__.get("stream") != "Literal[True]"][:1]:
        hints = typing.get_type_hints(way, localns=known)
        for name, parameter in inspect.signature(way).parameters.items():
            if parameter.kind is parameter.KEYWORD_ONLY and parameter.default is parameter.empty:
                keywords[name] = sample(hints[name])
    return positional, keywords


def sample(kind: Any, depth: int = 0) -> Any:
    """A value of a type of an argument."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    origin = get_origin(kind)
    if origin in {Union, types.UnionType}:
        return sample(next(one for one in get_args(kind) if one is not msgspec.UnsetType), depth)
    if origin is typing.Literal:
        return get_args(kind)[0]
    if origin in {list, Sequence}:
        return [sample(get_args(kind)[0], depth + 1)] if depth < 3 else []
    if origin in {dict, Mapping}:
        return {}
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return next(iter(kind))
    if hasattr(kind, "members") and callable(kind.members) and kind.members():
        return sample(kind.members()[0], depth + 1)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        fields = [one for one in msgspec.structs.fields(kind) if one.required]
        return kind(**{one.name: sample(one.type, depth + 1) for one in fields})
    if isinstance(kind, type) and kind.__name__ == "bytes":
        return b"x"
    return "x" if not isinstance(kind, type) else kind()


def used(result: Any) -> Any:
    """A result: the items of a page or a stream, read to the end; anything else itself."""
    if type(result).__name__ in {"Page", "Stream"}:
        return list(result)
    return result


def drive(package: ModuleType) -> tuple[int, list[str]]:
    """Call every operation by its example; return how many there are, and what went wrong."""
    fake = fake_of(package)().use_examples()
    client = fake.client(on_drift="strict", max_retries=0)
    wrong: list[str] = []
    count = 0
    for path, operation in operations(fake):
        count += 1
        try:
            method: Any = client
            for name in path.split("."):
                method = getattr(method, name)
            args, kwargs = arguments(operation, package, method)
            used(method(*args, **kwargs))
            operation.assert_called_once_with(*args, **kwargs)
        except Exception as error:  # noqa: BLE001 - all are told at once
            wrong.append(f"{path}: {type(error).__name__}: {error}")
    return count, wrong
