"""What a comparison of a page with a document finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from codegen.drift.spot import Spot


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
    unreadable: Sequence[str] = ()
    """Why further pages were not compared."""

    def of(self, kind: Kind) -> list[Finding]:
        """The findings of a kind."""
        return [one for one in self.findings if one.kind is kind]

    @property
    def has_drift(self) -> bool:
        """Whether the document differs from what is published."""
        return bool(self.of(Kind.DRIFT))
