"""Changes of the structure of a schema, and of arguments, bodies and responses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.drift.changes.parts import NOTHING, Json, response

Structure = Callable[[str], tuple[Any, Any]]
Side = Callable[[str], Any]
Values = Callable[[str], list[Json]]


def _body(
    properties: Callable[[str], dict[str, Any]], sent: Callable[[str], list[Json]]
) -> Callable[[str], Any]:
    def make(name: str) -> Any:
        schema = {"type": "object", **properties(name)}
        content = {"application/json": {"schema": {"$ref": f"#/components/schemas/C{name}"}}}
        operation = {"requestBody": {"required": True, "content": content}, "responses": NOTHING}
        return operation, {f"C{name}": schema}, sent(name), []

    return make


def _answer(
    properties: Callable[[str], dict[str, Any]], received: Callable[[str], list[Json]]
) -> Callable[[str], Any]:
    def make(name: str) -> Any:
        operation = {"responses": response({"$ref": f"#/components/schemas/C{name}"})}
        return operation, {f"C{name}": {"type": "object", **properties(name)}}, [], received(name)

    return make


def _asked(parameters: Callable[[str], list[Any]], sent: Values) -> Side:
    return lambda name: ({"parameters": parameters(name), "responses": NOTHING}, {}, sent(name), [])


def _both(before: Callable[[str], Any], after: Callable[[str], Any]) -> Structure:
    return lambda name: (before(name), after(name))


_TEXT = {"type": "string"}
_A = {"properties": {"a": _TEXT}}
_A_REQUIRED = {**_A, "required": ["a"]}
_A_AND_B = {"properties": {"a": _TEXT, "b": _TEXT}}
_A_AND_B_REQUIRED = {**_A_AND_B, "required": ["a", "b"]}


def _query(*names: str, required: bool = False) -> Callable[[str], list[Any]]:
    return lambda _: [{"name": one, "in": "query", "required": required, "schema": _TEXT} for one in names]


def _const(value: Any) -> Callable[[str], Any]:
    return lambda _: value


STRUCTURES: dict[str, Structure] = {
    "a property of a body is required": _both(
        _body(_const(_A), _const([{}, {"a": "x"}])), _body(_const(_A_REQUIRED), _const([{"a": "x"}]))
    ),
    "a body has a new property": _both(
        _body(_const(_A), _const([{}, {"a": "x"}])),
        _body(_const(_A_AND_B), _const([{}, {"a": "x", "b": "x"}])),
    ),
    "a body has a new required property": _both(
        _body(_const(_A_REQUIRED), _const([{"a": "x"}])),
        _body(_const(_A_AND_B_REQUIRED), _const([{"a": "x", "b": "x"}])),
    ),
    "a closed body has a new property": _both(
        _body(_const({**_A, "additionalProperties": False}), _const([{"a": "x"}])),
        _body(_const({**_A_AND_B, "additionalProperties": False}), _const([{"a": "x", "b": "x"}])),
    ),
    "a property of a response is required": _both(
        _answer(_const(_A), _const([{}, {"a": "x"}])), _answer(_const(_A_REQUIRED), _const([{"a": "x"}]))
    ),
    "a response has a new property": _both(
        _answer(_const(_A), _const([{}, {"a": "x"}])),
        _answer(_const(_A_AND_B), _const([{}, {"a": "x", "b": "x"}])),
    ),
    "a response has a new required property": _both(
        _answer(_const(_A_REQUIRED), _const([{"a": "x"}])),
        _answer(_const(_A_AND_B_REQUIRED), _const([{"a": "x", "b": "x"}])),
    ),
    "a parameter is new": _both(
        _asked(_query("a"), _const([{}, {"a": "x"}])), _asked(_query("a", "b"), _const([{}, {"b": "x"}]))
    ),
    "a parameter is required": _both(
        _asked(_query("a"), _const([{}, {"a": "x"}])),
        _asked(_query("a", required=True), _const([{"a": "x"}])),
    ),
    "a required parameter is new": _both(
        _asked(_query(), _const([{}])), _asked(_query("a", required=True), _const([{"a": "x"}]))
    ),
    "an operation is gone": _both(_asked(_query(), _const([{}])), lambda _: (None, {}, [], [])),
    "a response is empty": _both(
        _answer(_const(_A_REQUIRED), _const([{"a": "x"}])), lambda _: ({"responses": NOTHING}, {}, [], [])
    ),
    "a body is gone": _both(_body(_const(_A_REQUIRED), _const([{"a": "x"}])), _asked(_query(), _const([{}]))),
    "an item of a response has another class": _both(
        lambda name: (
            {"responses": response({"type": "array", "items": {"$ref": f"#/components/schemas/C{name}"}})},
            {f"C{name}": {"type": "object", **_A_REQUIRED}},
            [],
            [[{"a": "x"}]],
        ),
        lambda name: (
            {"responses": response({"type": "array", "items": {"$ref": f"#/components/schemas/D{name}"}})},
            {f"D{name}": {"type": "object", **_A_REQUIRED}},
            [],
            [[{"a": "x"}]],
        ),
    ),
}
