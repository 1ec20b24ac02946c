"""The outcomes as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from corpus.outcome import Fate, Outcome
from corpus.table import OURS, refusals, tolerated


def write(path: Path, outcomes: Sequence[Outcome]) -> None:
    """Write all results.

    ``{"totals": {...}, "refusals": {...}, "tolerated": {...}, "documents": [...]}``.
    """
    documents = [
        {**asdict(one), "fate": one.fate.value, "falls_short": one.falls_short}
        for one in sorted(outcomes, key=lambda one: one.document)
    ]
    by_rule = {
        rule: {"problems": problems, "documents": documents_, "ours": rule in OURS}
        for rule, (problems, documents_) in sorted(refusals(outcomes).items())
    }
    excused = {
        rule: {"problems": problems, "documents": documents_}
        for rule, (problems, documents_) in sorted(tolerated(outcomes).items())
    }
    totals = {
        "documents": len(outcomes),
        "whole": sum(one.fate is Fate.WHOLE for one in outcomes),
        "falling_short": sum(one.falls_short for one in outcomes),
        "operations": sum(one.operations_in for one in outcomes),
        "callable": sum(one.callable or 0 for one in outcomes),
        "calls": sum(one.calls for one in outcomes),
    }
    text = json.dumps(
        {"totals": totals, "refusals": by_rule, "tolerated": excused, "documents": documents}, indent=1
    )
    path.write_text(text + "\n", encoding="utf-8")
