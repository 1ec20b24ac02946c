"""What a comparison of a page with a document finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a finding means."""

    DRIFT = "drift"
    """The page says something else than the document."""
    BEYOND = "beyond"
    """The document says more than the page. Its authors may know it from elsewhere."""
    PROSE = "prose"
    """The words for people differ."""
    UNJUDGED = "unjudged"
    """The page does not show it."""


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in a file."""

    file: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A difference between a page and a document, or something that cannot be judged."""

    kind: Kind
    rule: str
    message: str
    document: Spot
    page: Spot
    words: str
    """The line of the page."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was found on some pages."""

    findings: Sequence[Finding]
    facts: int
    """How many facts of the pages were compared."""

    def of(self, kind: Kind) -> list[Finding]:
        """The findings of a kind."""
        return [one for one in self.findings if one.kind is kind]

    @property
    def has_drift(self) -> bool:
        """Whether the document differs from what is published."""
        return bool(self.of(Kind.DRIFT))
