"""Values of unions that match no documented member."""

from __future__ import annotations

from typing import Any, cast

from ._hooks import Asked


class _Raw(Asked):
    """The metaclass of `Unknown`, which is encoded as its raw value."""

    def to_json(self, value: object) -> object:
        return getattr(value, "raw", None)


class Unknown(metaclass=_Raw):
    """A value of a union that matches no documented member, such as a new kind of event.

    Match it with `case Unknown(raw)`. It compares by its raw value and is sent unchanged. The
    properties of an object are attributes, under their names in JSON.
    """

    __match_args__ = ("raw",)
    __slots__ = ("raw",)

    raw: Any
    """The value as `json.loads` returns it: a dict, list, str, number or bool."""

    def __init__(self, raw: Any) -> None:
        """Wrap a JSON value."""
        object.__setattr__(self, "raw", raw)

    def __getattr__(self, name: str) -> Any:
        """A property of the raw object, such as one that all known members have.

        Its name is that in JSON. Names that Python itself looks up are none.
        """
        items: object = None if name.startswith("_") or name == "raw" else self.raw
        if isinstance(items, dict) and name in items:
            return cast("dict[str, Any]", items)[name]
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"immutable type: '{type(self).__name__}'")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"immutable type: '{type(self).__name__}'")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Unknown) and other.raw == self.raw

    def __hash__(self) -> int:
        raw = self.raw
        if isinstance(raw, dict):
            return hash(frozenset(cast("dict[str, object]", raw)))
        return hash(len(cast("list[object]", raw)) if isinstance(raw, list) else raw)

    def __reduce__(self) -> tuple[type[Unknown], tuple[Any]]:
        return Unknown, (self.raw,)

    def __repr__(self) -> str:
        return f"Unknown({self.raw!r})"
