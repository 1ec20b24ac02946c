"""Combines all reports to findings about the document, and makes the possible edits."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from codegen.document.node import Node
from codegen.drift.client_reports.judgements import Judge, Judgement, Outcome
from codegen.drift.client_reports.reports import Difference, Tallies, Tally
from codegen.drift.editing import EditedFile, Editor
from codegen.drift.formats import Spot


class Finding(Struct, frozen=True):
    """A difference between the document and the reports of clients, with its frequency."""

    judgement: Judgement
    tally: Tally
    differences: tuple[Difference, ...]
    """Where it was found. There may be several places, such as the operations that return a schema."""
    spot: Spot | None = None
    """The place of the edit; None if it is not in this document."""
    lines: Sequence[str] = ()
    """The lines that its edit changes."""

    @property
    def is_drift(self) -> bool:
        """Whether the document lacks something."""
        return self.judgement.outcome in {Outcome.EDIT, Outcome.BY_HAND}


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


def edited(findings: Sequence[Finding], editor: Editor) -> tuple[list[Finding], list[EditedFile]]:
    """Make as many edits as possible.

    Returns:
        The findings and the edited files. Findings that cannot be edited are left to the user.
    """
    wanted = [(i, one) for i, one in enumerate(findings) if one.judgement.outcome is Outcome.EDIT]
    # Null comes after other types; those of one rule are tried together.
    wanted.sort(key=lambda pair: (pair[1].differences[0].got == "null", pair[1].judgement.rule))
    files, reasons = editor.edited(
        [one.judgement.changes or {} for _, one in wanted], [one.judgement.edited for _, one in wanted]
    )
    left = {wanted[index][0]: reason for index, reason in reasons.items()}
    return [_by_hand(one, left[i]) if i in left else one for i, one in enumerate(findings)], files


def _by_hand(one: Finding, reason: str) -> Finding:
    judged = replace(one.judgement, outcome=Outcome.BY_HAND, changes=None, reason=reason)
    return replace(one, judgement=judged)
