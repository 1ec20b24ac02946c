"""Counts reports of the same difference."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from codegen.drift.gathered.reports import Difference, Report


@dataclass(slots=True)
class Tally:
    """How often something was reported, when, and by which clients."""

    count: int = 0
    first: str = ""
    """The earliest time; empty if none is recorded."""
    last: str = ""
    clients: Counter[str] = field(default_factory=Counter[str])

    def add(self, report: Report) -> None:
        """Count a report."""
        self.join(Tally(1, report.time, report.time, Counter([report.client] if report.client else [])))

    def join(self, other: Tally) -> None:
        """Count what another tally has counted."""
        self.count += other.count
        self.first = min(filter(None, (self.first, other.first)), default="")
        self.last = max(self.last, other.last)
        self.clients.update(other.clients)


class Tallies:
    """All differences that were reported."""

    def __init__(self) -> None:
        self.by_difference: dict[Difference, Tally] = {}
        self.all = Tally()

    def add(self, report: Report) -> None:
        """Count a report."""
        self.by_difference.setdefault(report.difference, Tally()).add(report)
        self.all.add(report)
