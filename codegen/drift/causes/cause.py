"""A cause of drift."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from codegen.drift.causes.kinds import KINDS, Kind


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason for which the client differs from what would be generated now."""

    rule: str
    """A key of `KINDS`."""
    message: str
    """What exactly has happened, without its place."""
    file: str
    line: int = 1
    column: int = 1
    diff: tuple[str, ...] = ()
    """From the actual to the generated file, for a file that was edited by hand."""
    remedy: str = ""
    """What fixes this cause alone, if that differs from what fixes its kind."""

    @property
    def kind(self) -> Kind:
        """What is the same for all causes of this rule."""
        return KINDS[self.rule]


def in_groups(causes: Iterable[Cause]) -> Iterator[tuple[Kind, list[Cause]]]:
    """The causes by what they mean, in the order in which they are to be fixed."""
    order = list(KINDS)
    ordered = sorted(causes, key=lambda one: (order.index(one.rule), one.file, one.line, one.message))
    for _, group in groupby(ordered, key=lambda one: (one.kind.meaning, one.kind.remedy)):
        members = list(group)
        yield members[0].kind, sorted(members, key=lambda one: (one.file, one.line, one.column, one.message))
