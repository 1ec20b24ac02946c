"""The names of a client for its record, so that a later generator can see which ones it changes.

A name that `plain` derives is not listed. `plain` is not a naming rule, and must never change.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from codegen.model.operations import Operation
from codegen.naming.names import Names


def recorded(names: Names) -> dict[str, str]:
    """The names by their parts: ``GET /pets``, ``GET /pets: query limit``, ``schema Pet: age``."""
    return dict((*_of_operations(names), *_of_schemas(names)))


def _of_operations(names: Names) -> Iterator[tuple[str, str]]:
    for resource in names.all_resources:
        for method in resource.methods:
            owner = operation_key(method.operation)
            yield owner, f"{resource.dotted}.{method.name}"
            several: list[tuple[str, str, str]] = [
                (one.parameter.location, one.parameter.wire_name, one.name) for one in method.parameters
            ]
            several += [("property", one.field.wire_name, one.name) for one in method.fields]
            for location, wire_name, name in several:
                if name != plain_snake(wire_name):
                    yield key_within(owner, location, wire_name), name


def _of_schemas(names: Names) -> Iterator[tuple[str, str]]:
    for key, name in names.classes.items():
        yield schema_key(key), name
    for key, model in names.models.items():
        for one in model.fields:
            if one.name != plain_snake(one.field.wire_name):
                yield key_within(schema_key(key), one.field.wire_name), one.name
    for key, enum in names.enums.items():
        for two in enum.members:
            value = str(two.member.value)
            if two.name != plain_snake(value).upper():
                yield key_within(schema_key(key), value), two.name


def operation_key(operation: Operation) -> str:
    """``GET /pets``."""
    return _on_one_line(f"{operation.method} {operation.path}")


def schema_key(key: str) -> str:
    """``schema Pet``."""
    return _on_one_line(f"schema {key}")


def key_within(owner: str, *words: str) -> str:
    """``schema Pet: age``."""
    return f"{owner}: {_on_one_line(' '.join(words))}"


def plain_snake(text: str) -> str:
    """A text in snake case, as far as one expression can do it."""
    return _BREAK.sub("_", text).strip("_").lower()


_BREAK = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[^0-9A-Za-z]+")


def _on_one_line(text: str) -> str:
    return json.dumps(text)[1:-1]
