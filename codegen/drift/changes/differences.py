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


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """A difference between two clients: what a program in Python notices."""

    rule: str
    symbol: str
    """``models.Pet.name``, ``client.pets.list(limit=)``."""
    aspect: Aspect
    part: Part
    callers: bool = False
    """Whether a program that makes requests with the old client does not work with the new one."""
    readers: bool = False
    """Whether a program that reads results of the old client does not work with the new one."""
    adds: bool = False
    """Whether there is something new to use: a name beside a former one."""
    text: str
    """One sentence."""
    before: str = ""
    """Code for the old client."""
    after: str = ""
    """The same for the new one."""


@dataclass(slots=True)
class Differences:
    """Collects differences; each once, although many places may lead to a part."""

    found: dict[tuple[str, Direction, Part], Difference] = field(default_factory=dict)

    def add(self, one: Difference) -> None:
        """Add a difference."""
        self.found.setdefault((one.rule, one.direction, one.place), one)
