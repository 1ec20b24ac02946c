"""Differences between a response and the API's document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from msgspec import Struct

DriftKind: TypeAlias = Literal[
    "undocumented_status", "unknown_value", "missing_field", "unknown_field", "wrong_type"
]


class Drift(Struct, frozen=True, kw_only=True):
    """A difference between a response and the API's document; `str()` gives one line.

    It is safe to log and to forward: it contains field names and JSON types, but no values from the
    response, except unknown enum values that look like identifiers.
    """

    kind: DriftKind
    """`unknown_value`: not in the enumeration; `wrong_type`: also a body that is not JSON."""
    operation: str
    """The `operationId` in the API's document, such as `updateCluster`."""
    status_code: int
    """The status of the response."""
    where: str
    """The place in the body, a JSONPath (RFC 9535) without indices: `$.items[*].status`."""
    pointer: str
    """The place in the API's document, a JSON Pointer (RFC 6901) after `#`.

    It is the property, such as `#/components/schemas/Cluster/properties/status`. If the document
    has no such property, it is the schema or the response.
    """
    message: str
    """The difference."""
    got: str = ""
    """The JSON type of the value: `string`, `null` and so on; of a list of one type
    `array[string]`. Empty if nothing arrived, or what is not JSON."""
    value: str | float | None = None
    """The unknown enum value, if it is a number or looks like an identifier; otherwise None."""

    def __str__(self) -> str:
        place = f"{self.operation}: {self.status_code}: {self.where}"
        return f"{place}: {self.message} ({self.pointer})"


class Deviation(Struct, frozen=True, kw_only=True):
    """A place where a response deviates from the document and was decoded leniently.

    There, a missing field is `UNSET`, null is `None`, a value of another type is the plain JSON
    value, and a value that is no known member of a union is `Unknown`.
    """

    kind: DriftKind
    """`missing_field`, `wrong_type` (also for null), or `unknown_value` (of a discriminator)."""
    pointer: str
    """The place in the body, a JSON Pointer (RFC 6901): `/items/3/id`; empty for the whole body."""
    where: str
    """The same place as a JSONPath (RFC 9535) without indices and keys of maps: `$.items[*].id`."""
    expected: str
    """The documented type, as annotated in the models: `str | None`."""

    def __str__(self) -> str:
        return f"{self.where}: {self.kind}, expected {self.expected}"


Decoding: TypeAlias = Literal["lenient", "strict"]
"""How to decode a response that deviates from the document: keep its values, or raise."""

OnDrift: TypeAlias = Callable[[Drift], None] | Literal["log", "strict"]
"""What to do about drift: call a function, log a warning, or raise `DriftError`."""
