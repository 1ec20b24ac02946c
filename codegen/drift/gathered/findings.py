"""What all reports together mean for the document."""

from __future__ import annotations

from dataclasses import dataclass

from codegen.document.node import Node
from codegen.drift.gathered.judging import Judge, Judgement
from codegen.drift.gathered.reports import Difference
from codegen.drift.gathered.tally import Tallies, Tally


@dataclass(frozen=True, slots=True)
class Finding:
    """A difference between the document and what clients have reported, and how often they did."""

    judgement: Judgement
    tally: Tally
    differences: tuple[Difference, ...]
    """Where it was found. There may be several places, such as the operations that return a schema."""


def findings(tallies: Tallies, root: Node) -> list[Finding]:
    """Judge all differences. Those that one edit fixes are one finding; the most frequent come first."""
    judge = Judge(root, tallies.by_difference)
    found: dict[tuple[object, ...], Finding] = {}
    for difference, tally in tallies.by_difference.items():
        judged = judge.judged(difference)
        key = (judged.outcome, judged.rule, judged.message, judged.pointer, judged.reason)
        if key not in found:
            found[key] = Finding(judged, Tally(), ())
        one = found[key]
        one.tally.join(tally)
        found[key] = Finding(one.judgement, one.tally, (*one.differences, difference))
    return sorted(found.values(), key=_order)


def _order(one: Finding) -> tuple[object, ...]:
    judged = one.judgement
    return -one.tally.count, tuple(map(str, judged.pointer)), judged.rule, judged.message
