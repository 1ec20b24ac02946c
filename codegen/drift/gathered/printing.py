"""Prints what clients have reported, and how the document is to be edited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from codegen.drift.gathered.findings import Finding
from codegen.drift.gathered.judging import Outcome
from codegen.drift.gathered.tally import Tally
from codegen.drift.spot import Spot
from codegen.views.text.printable import counted, printable

_HEADINGS: Mapping[Outcome, str] = {
    Outcome.EDIT: "The document lacks this, and can be edited",
    Outcome.BY_HAND: "The document lacks this, and has to be edited by hand",
    Outcome.ELSEWHERE: "Not about this document: reports of another version, or of the client of another API",
    Outcome.DOCUMENTED: "The document has this by now",
}

_MOST_PLACES = 3
"""How many places of a finding are listed. The report for programs has all."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding, its place, and what its edit changes."""

    finding: Finding
    spot: Spot | None
    """None if it is not about this document."""
    lines: Sequence[str] = ()

    @property
    def is_drift(self) -> bool:
        """Whether the document lacks something."""
        return self.finding.judgement.outcome in {Outcome.EDIT, Outcome.BY_HAND}


def text(shown: Sequence[Shown], total: Tally, document: str, command: str) -> str:
    """Return the findings in groups, each with its place, its number of reports and its edit."""
    lines = [_summary(total), ""]
    for outcome, heading in _HEADINGS.items():
        found = [one for one in shown if one.finding.judgement.outcome is outcome]
        if found:
            lines += [f"{heading} ({len(found):,})", *(line for one in found for line in _finding(one)), ""]
    return "\n".join([*lines, conclusion(shown, document, command), ""])


def _summary(total: Tally) -> str:
    clients = f" of {', '.join(map(printable, sorted(total.clients)))}" if total.clients else ""
    return f"{counted(total.count, 'report')}{clients}{_when(total)}"


def github(shown: Sequence[Shown], total: Tally, document: str, command: str) -> str:
    """Return an annotation for each part that the document lacks, at its line, and the text."""
    lines = [
        one.spot.annotation(
            "error", f"Drift: {one.finding.judgement.rule}", printable(one.finding.judgement.message)
        )
        for one in shown
        if one.spot and one.is_drift
    ]
    return "".join(lines) + text(shown, total, document, command)


def _finding(one: Shown) -> Iterator[str]:
    judged, tally = one.finding.judgement, one.finding.tally
    at = f"{printable(str(one.spot))}: " if one.spot else ""
    yield f"{at}{printable(judged.message)} [{judged.rule}]"
    places = [*dict.fromkeys(f"{d.operation} {d.status} {d.where}" for d in one.finding.differences)]
    more = f" and {len(places) - _MOST_PLACES:,} more places" if len(places) > _MOST_PLACES else ""
    listed = f": {', '.join(map(printable, places[:_MOST_PLACES]))}{more}" if one.spot else ""
    yield f"  {counted(tally.count, 'report')}{_when(tally)}{listed}"
    if judged.outcome is Outcome.BY_HAND:
        yield f"  why not here: {printable(judged.reason)}"
    if judged.outcome is Outcome.EDIT:
        yield f"  for users of the client: {judged.cost}"
    yield from (f"  {printable(line)}" for line in one.lines)


def _when(tally: Tally) -> str:
    if not tally.first:
        return ""
    return f", {tally.first}" if tally.first == tally.last else f", {tally.first} to {tally.last}"


def conclusion(shown: Sequence[Shown], document: str, command: str) -> str:
    """The verdict, and what to do."""
    outcomes = [one.finding.judgement.outcome for one in shown]
    edits, by_hand = outcomes.count(Outcome.EDIT), outcomes.count(Outcome.BY_HAND)
    if not shown:
        return "No client reported a difference here. Make sure that a `DriftLog` wrote to this place."
    if not edits and not by_hand:
        return f"{printable(document)} describes all that was reported about it."
    number = counted(edits + by_hand, "difference")
    lines = [f"{printable(document)} does not describe {number} that clients reported."]
    if edits:
        lines.append(
            f"To fix it: `{command} --apply` edits the document, `--patch` prints the edits for `git apply`."
            " Then describe what is new, build, and look at what it means for users with `changes`."
        )
    return "\n".join(lines)
