"""Where a comparison is, in the words of the report."""

from __future__ import annotations

from dataclasses import dataclass, replace

from codegen.document.node import Json, Pointer
from codegen.drift.changes.differences import Difference, Differences, Direction, Part
from codegen.views.text.printable import printable

_LONGEST = 120


def code(value: Json) -> str:
    """A name or a value of a document between backticks, which it cannot end, on one line."""
    text = printable(str(value)).replace("`", "'")
    return f"`{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}`"


def definite(subject: str) -> str:
    """A subject with an article, if it is no name and has none."""
    return subject if subject.startswith(("`", "each ")) else f"the {subject}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A part of both documents that is being compared."""

    subject: str
    direction: Direction
    part: Part
    """The property, parameter, body or operation."""
    into: Differences
    is_text: bool = False
    """Whether it is sent as text, in which numbers and truth values have no types of their own."""
    is_shared: bool = False
    """Whether it belongs to a class, which may go both ways."""

    def at(self, subject: str, part: Part) -> Where:
        """A part of its own, such as a property."""
        return replace(self, subject=subject, part=part)

    def within(self, what: str) -> Where:
        """A part without a name, such as each item of a list."""
        return replace(self, subject=f"{what} of {definite(self.subject)}")

    def add(  # noqa: PLR0913 - what a difference consists of
        self,
        rule: str,
        old: Pointer | None,
        new: Pointer | None,
        *,
        was: str = "",
        now: str = "",
        part: Part | None = None,
        subject: str = "",
    ) -> None:
        """Add a difference here. `was` and `now` are texts for people."""
        self.into.add(
            Difference(
                rule=rule,
                direction=self.direction,
                is_shared=self.is_shared,
                subject=subject or self.subject,
                place=(old, new),
                part=part or self.part,
                was=was,
                now=now,
            )
        )
