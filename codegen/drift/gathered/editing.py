"""Edits the document as the findings ask, as far as that is possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from codegen.drift.editing import EditedFile, Editor
from codegen.drift.gathered.findings import Finding
from codegen.drift.gathered.judging import Outcome


def edited(findings: Sequence[Finding], editor: Editor) -> tuple[list[Finding], list[EditedFile]]:
    """Make as many edits as possible.

    Returns:
        The findings and the edited files. A finding that cannot be edited is left to people.
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
