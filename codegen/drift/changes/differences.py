"""Differences between two documents, as values: what is not the same, where, and which way it goes."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from codegen.document.node import Json, Pointer
from codegen.views.text.printable import printable

Direction: TypeAlias = Literal["request", "response", ""]
"""Which way values go, from the client; empty where none go."""

Part: TypeAlias = tuple[Pointer | None, Pointer | None]
"""The pointers of the same part in the old and in the new document; None where it is not there."""

Aspect: TypeAlias = Literal["existence", "name", "required", "type", "order", "text"]
"""What about a part differs. Differences of one part and aspect are one entry of a report."""


class Difference(Struct, frozen=True, kw_only=True):
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


Differences: TypeAlias = dict[tuple[str, Direction, Part], Difference]
"""Each difference once, although many places may lead to a part."""

_LONGEST = 120


def code(value: Json) -> str:
    """A name or a value of a document between backticks, which it cannot end, on one line."""
    text = printable(str(value)).replace("`", "'")
    return f"`{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}`"


def definite(subject: str) -> str:
    """A subject with an article, if it is no name and has none."""
    return subject if subject.startswith(("`", "each ")) else f"the {subject}"


class Where(Struct, frozen=True, kw_only=True):
    """A part of both documents that is being compared."""

    subject: str
    direction: Direction
    part: Part
    """The property, parameter, body or operation."""
    places: Part
    """Where exactly it is. The place of its owner stands for that of a part which is not there."""
    into: Differences
    is_text: bool = False
    """Whether it is sent as text, in which numbers and truth values have no types of their own."""
    is_shared: bool = False
    """Whether it belongs to a class, which may go both ways."""

    def at(self, subject: str, old: Pointer | None, new: Pointer | None) -> Where:
        """A part of its own, such as a property, at its places; None where it is not there."""
        places = (self.places[0] if old is None else old, self.places[1] if new is None else new)
        return replace(self, subject=subject, part=(old, new), places=places)

    def within(self, what: str) -> Where:
        """A part without a name, such as each item of a list."""
        return replace(self, subject=f"{what} of {definite(self.subject)}")

    def schema(self, old: Pointer, new: Pointer) -> Where:
        """The schemas of the part at other places."""
        return replace(self, places=(old, new))

    def add(
        self,
        rule: str,
        *,
        was: str = "",
        now: str = "",
        places: tuple[Pointer | None, Pointer | None] = (None, None),
        part: Part | None = None,
    ) -> None:
        """Add a difference here. `was` and `now` are texts for people; `places` are more exact ones."""
        place = (places[0] or self.places[0], places[1] or self.places[1])
        self.into.setdefault(
            (rule, self.direction, place),
            Difference(
                rule=rule,
                direction=self.direction,
                is_shared=self.is_shared,
                subject=self.subject,
                place=place,
                part=part or self.part,
                was=was,
                now=now,
            ),
        )
