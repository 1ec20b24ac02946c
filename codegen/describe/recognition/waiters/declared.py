"""A state to wait for that a document declares with ``x-waiter`` (docs/waiting.md)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Literal, cast, get_args

from msgspec import Struct, field

from codegen.describe.recognition.property_paths import split
from codegen.document.node import Json, Node, Pointer
from codegen.document.problems import Problem, Refused
from codegen.document.spelling import did_you_mean
from codegen.model.api import Api
from codegen.model.operations import Operation, Path, State, Waiter
from codegen.model.pagination import within_lists
from codegen.model.streams import stream_of
from codegen.model.types import Named, Scalar, Type
from codegen.model.waiters import state_type
from codegen.model.wire import alternatives
from codegen.standard.extensions import is_public_name

TIMEOUT, INTERVAL = 600.0, 2.0
"""The defaults, in seconds."""

_LONGEST = 365 * 24 * 3600
_KEYS = ("state", "success", "failure", "name", "timeout", "interval", "missing")
_Missing = Literal["raise", "wait", "success"]
_SHAPE = "{state: status, success: [running], failure: [failed]}"
_OF_TYPES: tuple[tuple[Scalar, type], ...] = (
    (Scalar.BOOLEAN, bool),
    (Scalar.INTEGER, int),
    (Scalar.STRING, str),
)


def declared_waiter(value: Json, where: Pointer, operation: Operation, api: Api) -> Waiter:
    """The waiter that a value stands for.

    Args:
        value: The value of ``x-waiter``, or an item of its list: a mapping.
        where: The place of the value.
        operation: Its operation.
        api: The client, with the types of the operation.

    Raises:
        Refused: The value is not valid, or does not fit the operation.
    """
    if not isinstance(value, Node):
        text = f"'x-waiter' must be a mapping, or a list of mappings: {_SHAPE}"
        raise Refused([Problem(text, "waiter", where)])
    if operation.method != "GET":
        text = (
            f"only a GET can be repeated until a state is reached, and this is {operation.method}; "
            "true declares that its response says where to ask whether it is done"
        )
        raise Refused([Problem(text, "waiter", where)])
    reading = _WaiterDeclaration(value, where, operation, api)
    waiter = reading.waiter()
    if reading.problems:
        raise Refused(reading.problems)
    return waiter


class _WaiterDeclaration(Struct, frozen=True):
    """A declaration, and its problems."""

    value: Node
    where: Pointer
    operation: Operation
    api: Api
    problems: list[Problem] = field(default_factory=list)

    def waiter(self) -> Waiter:
        """The declared waiter."""
        for key in self.value:
            if key not in _KEYS:
                self._refuse(f"'x-waiter' has no key {key!r}{did_you_mean(key, _KEYS)}", key)
        if stream_of(self.operation, self.api) is not None:
            self._refuse("an operation that returns a stream cannot be waited with")
        missing = self._missing()
        state, type_ = self._state(is_needed=missing != "success")
        success, failure = self._states("success", type_), self._states("failure", type_)
        if "success" not in self.value and missing != "success":
            self._refuse(f"'success' must list the states that end the wait: {_SHAPE}")
        for one in failure:
            if one in success:
                self._refuse(f"{_shown(one)} cannot be a success and a failure", "failure")
        return Waiter(
            name=self._name(success),
            state=state,
            success=success,
            failure=failure,
            timeout=self._seconds("timeout", TIMEOUT),
            interval=self._seconds("interval", INTERVAL),
            missing=missing,
            where=self.where,
        )

    def _missing(self) -> _Missing:
        value = self.value.get("missing", "raise")
        if value in get_args(_Missing):
            return cast("_Missing", value)
        meant = did_you_mean(value, get_args(_Missing)) if isinstance(value, str) else ""
        text = f"'missing' says what 404 means: it must be one of {', '.join(get_args(_Missing))}{meant}"
        self._refuse(text, "missing")
        return "raise"

    def _state(self, *, is_needed: bool) -> tuple[Path, Type]:
        """The path of the state, and its type."""
        if "state" not in self.value:
            if is_needed or "success" in self.value or "failure" in self.value:
                self._refuse("'state' must be the path of the state in the response, such as status")
            return (), Scalar.ANY
        path = split(self.value["state"])
        if not path:
            self._refuse("'state' must be a path in the response, such as status or cluster.state", "state")
            return (), Scalar.ANY
        for index, name in enumerate(path):
            if state_type(self.operation, path[: index + 1], self.api) is None:
                known = self._properties(path[:index])
                owner = f"{'.'.join(path[:index])!r}" if index else "the response"
                self._refuse(f"{owner} has no property {name!r}{did_you_mean(name, known)}", "state")
                return (), Scalar.ANY
        type_ = within_lists(state_type(self.operation, path, self.api) or Scalar.ANY)
        if not _may_be_state(type_, self.api):
            text = f"{'.'.join(path)!r} is neither a string, an integer nor a boolean, so it is no state"
            self._refuse(text, "state")
        return path, type_

    def _properties(self, path: Path) -> list[str]:
        type_ = within_lists(state_type(self.operation, path, self.api) or Scalar.ANY)
        return [
            one.wire_name
            for part in alternatives(type_, self.api)
            if isinstance(part, Named) and part.name in self.api.models
            for one in self.api.models[part.name].fields
        ]

    def _states(self, key: str, type_: Type) -> tuple[State, ...]:
        value = self.value.get(key, [])
        listed = value if isinstance(value, list) else [value]
        if key in self.value and not listed:
            self._refuse(f"{key!r} lists no state", key)
        found: list[State] = []
        for index, one in enumerate(listed):
            place = (key, index) if isinstance(value, list) else (key,)
            if not isinstance(one, str | int):
                self._refuse(f"{key!r} must list states: texts, integers or booleans", *place)
            elif text := _unknown(one, type_, self.api):
                self._refuse(text, *place)
            else:
                found.append(one)
        return tuple(found)

    def _name(self, success: tuple[State, ...]) -> str:
        """The declared name; empty if one can be derived."""
        if "name" in self.value:
            name = self.value["name"]
            if isinstance(name, str) and is_public_name(name) and name == name.lower():
                return name
            self._refuse("'name' must be the name of a method, such as wait_until_running", "name")
        elif self.value.get("success") and not self.problems:
            (one, *others) = success
            if others or not (isinstance(one, str) or one is True):
                self._refuse("the method needs a 'name', since none follows from these states", "success")
        return ""

    def _seconds(self, key: str, otherwise: float) -> float:
        value = self.value.get(key, otherwise)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if is_number and math.isfinite(seconds := cast("float", value)) and 0 < seconds <= _LONGEST:
            return seconds
        self._refuse(f"{key!r} must be a number of seconds, above 0", key)
        return otherwise

    def _refuse(self, message: str, *place: str | int) -> None:
        self.problems.append(Problem(message, "waiter", (*self.where, *place)))


def _may_be_state(type_: Type, api: Api) -> bool:
    wanted = {Scalar.ANY, Scalar.STRING, Scalar.INTEGER, Scalar.BOOLEAN, Scalar.NUMBER}
    return all(
        part in wanted or (isinstance(part, Named) and part.name in api.enums)
        for part in alternatives(type_, api)
        if part is not Scalar.NULL
    )


def _unknown(state: State, type_: Type, api: Api) -> str:
    """Why a property of a type never has a state; empty if it may have it."""
    parts = [part for part in alternatives(type_, api) if part is not Scalar.NULL]
    documented: list[str | int] = []
    for part in parts:
        if isinstance(part, Named) and part.name in api.enums:
            documented += [member.value for member in api.enums[part.name].members]
        elif part not in dict(_OF_TYPES) or type(state) is dict(_OF_TYPES)[part]:
            return ""
    if any(type(one) is type(state) and one == state for one in documented):
        return ""
    if not documented:
        return f"the document has no state {_shown(state)}: it documents another type"
    return f"the document has no state {_shown(state)}{_advice(state, documented)}"


def _shown(state: State) -> str:
    return str(state).lower() if isinstance(state, bool) else repr(state)


def _advice(state: State, documented: Iterable[str | int]) -> str:
    known = [str(one) for one in documented]
    meant = did_you_mean(str(state), known)
    return meant or f"; it has {', '.join(known[:12])}{', ...' if len(known) > 12 else ''}"
