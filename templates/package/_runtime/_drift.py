"""How a response differs from the API's document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from msgspec import Struct

DriftKind: TypeAlias = Literal[
    "undocumented_status", "unknown_value", "missing_field", "unknown_field", "wrong_type"
]


class Drift(Struct, frozen=True, kw_only=True):
    """One way in which an answer differs from the API's document; as text it is one line.

    It may be logged and sent on: of the answer it has names of fields and JSON types, not values.
    The one exception are values that an enumeration lacks, where they look like a name.
    """

    kind: DriftKind
    """`unknown_value`: an enumeration lacks it; `wrong_type`: also a body that is not JSON."""
    operation: str
    """The operation's id in the API's document, such as `updateCluster`."""
    status_code: int
    """The status of the answer."""
    where: str
    """The place in the answer, a JSONPath (RFC 9535): `$.items[*].status` is that of any item."""
    pointer: str
    """The place in the API's document, a JSON pointer (RFC 6901) behind `#`.

    That of the property, such as `#/components/schemas/Cluster/properties/status`; where there is
    none, that of the model or of the response.
    """
    message: str
    """What differs there."""

    def __str__(self) -> str:
        place = f"{self.operation}: {self.status_code}: {self.where}"
        return f"{place}: {self.message} ({self.pointer})"


class Deviation(Struct, frozen=True, kw_only=True):
    """One place where a response could not be decoded as documented, and was read leniently.

    What the decoded value has there is what the response has: a missing field is `UNSET`, null is
    `None`, a value of another type is as JSON has it, and one of no known member of a union is
    `Unknown`.
    """

    kind: DriftKind
    """`missing_field`, `wrong_type` (also null), or `unknown_value` (of a discriminator)."""
    pointer: str
    """The place in the body, a JSON Pointer (RFC 6901): `/items/3/id`; empty for the whole body."""
    where: str
    """The same place as a JSONPath (RFC 9535) without indices and keys of maps: `$.items[*].id`."""
    expected: str
    """The type that is documented there, as the models have it: `str | None`."""

    def __str__(self) -> str:
        return f"{self.where}: {self.kind}, expected {self.expected}"


Decoding: TypeAlias = Literal["lenient", "strict"]
"""What to do where a response cannot be decoded as documented: keep what came, or raise."""

OnDrift: TypeAlias = Callable[[Drift], None] | Literal["log", "strict"]
"""What to do about drift: call a function, warn, or raise `DriftError`."""
