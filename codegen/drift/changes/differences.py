"""Differences between two documents, as values: the kind, the place and the direction."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from codegen.document.node import Json, Pointer
from codegen.views.text.printable import printable

Direction: TypeAlias = Literal["request", "response", ""]
"""The direction of values, seen from the client; empty if there are none."""

Part: TypeAlias = tuple[Pointer | None, Pointer | None]
"""The pointers of the same part in the old and in the new document; None where it does not exist."""

Aspect: TypeAlias = Literal["existence", "name", "required", "type", "order", "text"]
"""The aspect of a part that differs. Differences of one part and aspect are one entry of a report."""


class Difference(Struct, frozen=True, kw_only=True):
    """A difference in what the documents allow on the wire."""

    rule: str
    """A key of `codegen.drift.changes.rules.RULES`."""
    direction: Direction
    subject: str
    """The part that differs, in words, such as ``the query parameter `limit` of `GET /pets```."""
    place: Part
    """The exact place of the difference."""
    part: Part
    """The property, parameter, body or operation that it belongs to, which has a name in the client."""
    is_shared: bool = False
    """Whether it is a part of a class, which may be sent and received."""
    was: str = ""
    now: str = ""


Differences: TypeAlias = dict[tuple[str, Direction, Part], Difference]
"""Each difference once, even if many places lead to a part."""

_LONGEST = 120


def code(value: Json) -> str:
    """A name or a value of a document on one line in a code span, which it cannot close."""
    text = printable(str(value)).replace("`", "'")
    return f"`{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}`"


def definite(subject: str) -> str:
    """A subject with an article, unless it has one or is a name."""
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
