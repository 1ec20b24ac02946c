"""The findings of a comparison of pages with a document, and the number of compared facts."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import Enum

from codegen.document.node import Pointer
from codegen.document.source_map import SourceMap
from codegen.drift.formats import Spot
from codegen.drift.reference.page import Page, Shown, Words
from codegen.drift.reference.shapes import Shapes

_SAME_PROSE = 0.6
"""The similarity from which two descriptions say the same."""


class Kind(Enum):
    """What a finding means."""

    DRIFT = "drift"
    """The page contradicts the document."""
    BEYOND = "beyond"
    """The document says more than the page. Its authors may have other sources."""
    PROSE = "prose"
    """The descriptions differ."""
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
    """The findings on some pages."""

    findings: Sequence[Finding]
    facts: int
    """The number of facts that were compared."""
    unreadable: Sequence[str] = ()
    """The reasons why further pages were not compared."""

    def of(self, kind: Kind) -> list[Finding]:
        """The findings of a kind."""
        return [one for one in self.findings if one.kind is kind]

    @property
    def has_drift(self) -> bool:
        """Whether the document differs from what is published."""
        return bool(self.of(Kind.DRIFT))


@dataclass(slots=True)
class Collector:
    """The findings of one page."""

    page: Page
    source: SourceMap
    shapes: Shapes
    """The schemas of the document."""
    given_up: Collection[Pointer] = ()
    """The parts of the document that break the standard and are ignored."""
    findings: dict[tuple[str, str, int], Finding] = field(default_factory=dict)
    facts: int = 0
    within: str = ""
    """The part of the page, such as a callback, which messages name."""

    def add(self, kind: Kind, rule: str, message: str, where: Pointer, line: int) -> None:
        """Add a finding at a part of the document and a line of the page."""
        place = self.source.place(where, "key")
        words = self.page.words[line - 1] if 0 < line <= len(self.page.words) else Words("", line)
        message += self.within
        self.findings[rule, message, line] = Finding(
            kind=kind,
            rule=rule,
            message=message,
            document=Spot(self.source.file(place).name, place.line, place.column),
            page=Spot(self.page.name, words.line, words.column),
            words=words.text,
        )

    def fact(self, agrees: bool, rule: str, message: str, where: Pointer, line: int) -> None:  # noqa: FBT001
        """Count a fact of the page, and add it if the document does not agree."""
        if agrees:
            self.facts += 1
        else:
            self.drift(rule, message, where, line)

    def drift(self, rule: str, message: str, where: Pointer, line: int) -> None:
        """Add a fact on which the page and the document disagree."""
        self.facts += 1
        self.add(Kind.DRIFT, rule, message, where, line)

    def only_on_page(self, noun: str, what: str, where: Pointer, line: int) -> None:
        """Add a part that the document lacks. The rule has a noun, such as ``field``."""
        self.drift(f"{noun}-missing", f"{what} is on the page, and not in the document", where, line)

    def only_in_document(self, noun: str, what: str, where: Pointer, line: int) -> None:
        """Add a part that the page lacks."""
        self.drift(f"{noun}-added", f"{what} is in the document, and not on the page", where, line)

    def unjudged(self, rule: str, message: str, where: Pointer, line: int) -> None:
        """Add something that the page does not show."""
        self.add(Kind.UNJUDGED, rule, message, where, line)

    def has_given_up(self, where: Pointer) -> bool:
        """Whether something directly in a part of the document was ignored, such as a wrong default."""
        return any(one[:-1] == where for one in self.given_up)

    def required(self, theirs: bool, ours: bool, what: str, where: Pointer, shown: Shown) -> None:  # noqa: FBT001
        """Compare whether something is required."""
        words = {True: "required", False: "optional"}
        self.fact(
            theirs is ours,
            "required-changed",
            f"{what} is {words[theirs]} on the page, and {words[ours]} in the document",
            where,
            shown.line,
        )

    def prose(self, theirs: str, ours: str, what: str, where: Pointer, line: int) -> None:
        """Compare descriptions, loosely."""
        if not theirs.strip():
            return
        some, others = _words(theirs), _words(ours)
        if SequenceMatcher(None, some, others, autojunk=False).ratio() < _SAME_PROSE:
            message = f"the page describes {what} in other words"
            self.add(Kind.PROSE, "prose", message, where, line)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
