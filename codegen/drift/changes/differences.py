"""Differences between two documents, as values: what is not the same, where, and which way it goes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from codegen.document.node import Pointer

Direction: TypeAlias = Literal["request", "response", ""]
"""Which way values go, from the client; empty where none go."""

Part: TypeAlias = tuple[Pointer | None, Pointer | None]
"""The pointers of the same part in the old and in the new document; None where it is not there."""

Aspect: TypeAlias = Literal["existence", "name", "required", "type", "order", "text"]
"""What about a part differs. Differences of one part and aspect are one entry of a report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A difference in what the documents allow on the wire."""

    rule: str
    """A key of `codegen.drift.changes.rules.RULES`."""
    direction: Direction
    subject: str
    """What differs, in words, such as ``the query parameter `limit` of `GET /pets```."""
    place: Part
    """What differs, exactly."""
    part: Part
    """The property, parameter, body or operation that it belongs to, which has a name in the client."""
    is_shared: bool = False
    """Whether it is a part of a class, which may go both ways."""
    was: str = ""
    now: str = ""


@dataclass(slots=True)
class Differences:
    """Collects differences; each once, although many places may lead to a part."""

    found: dict[tuple[str, Direction, Part], Difference] = field(default_factory=dict)

    def add(self, one: Difference) -> None:
        """Add a difference."""
        self.found.setdefault((one.rule, one.direction, one.place), one)
