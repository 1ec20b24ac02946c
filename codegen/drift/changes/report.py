"""The report of changes: its entries, and the verdict."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from codegen.drift.changes.versions import Verdict, is_enough, raised
from codegen.drift.formats import Spot


class Entry(Struct, frozen=True, kw_only=True):
    """A change: everything about one aspect of one part."""

    rules: tuple[str, ...]
    sentences: tuple[str, ...]
    """The changes in sentences: first in the API, then in the client."""
    why: tuple[str, ...]
    """Why this breaks on the wire, or why not."""
    old: Spot | None
    new: Spot | None
    wire: bool
    """Whether programs with the old client break when the server changes."""
    callers: bool
    """Whether programs that call break with the new client."""
    readers: bool
    """Whether programs that read results break with the new client."""
    is_addition: bool
    symbols: tuple[str, ...]
    """The affected names in Python."""
    before: str = ""
    after: str = ""

    @property
    def is_breaking(self) -> bool:
        """Whether it requires action."""
        return self.wire or self.callers or self.readers

    @property
    def level(self) -> Verdict:
        """The version number that the entry raises."""
        return "major" if self.is_breaking else "minor" if self.is_addition else "patch"

    @property
    def breaks(self) -> tuple[str, ...]:
        """Who is affected."""
        named = {"wire": self.wire, "callers": self.callers, "readers": self.readers}
        return tuple(name for name, broken in named.items() if broken)


_LEVELS: tuple[Verdict, ...] = ("major", "minor", "patch")


def by_severity(entry: Entry) -> tuple[int, int, str, Spot, tuple[str, ...]]:
    """The order of entries: the most serious first, then by place."""
    place = entry.new or entry.old or Spot("", 0, 0)
    return (
        _LEVELS.index(entry.level),
        -len(entry.breaks),
        "" if entry.new else "0",
        place,
        entry.sentences,
    )


class Report(Struct, frozen=True, kw_only=True):
    """All changes between two versions."""

    entries: tuple[Entry, ...]
    old_version: str
    new_version: str
    title: str

    @property
    def verdict(self) -> Verdict:
        """The version number that must be raised."""
        return next((level for level in _LEVELS if any(one.level == level for one in self.entries)), "none")

    @property
    def counts(self) -> dict[Verdict, int]:
        """The number of entries of each level."""
        found = Counter(one.level for one in self.entries)
        return {level: found[level] for level in _LEVELS}

    @property
    def is_raised(self) -> bool:
        """Whether `info.version` was raised enough."""
        return is_enough(self.old_version, self.new_version, self.verdict)

    @property
    def required(self) -> str:
        """The lowest sufficient version; empty if the old one is not a semantic version."""
        return raised(self.old_version, self.verdict)
