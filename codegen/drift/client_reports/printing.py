"""Prints the findings and edits, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from codegen.document.node import json_pointer
from codegen.drift import formats
from codegen.drift.client_reports.findings import Finding
from codegen.drift.client_reports.judgements import Outcome
from codegen.drift.client_reports.reports import Tally
from codegen.views.text.printable import counted, printable

_HEADINGS: Mapping[Outcome, str] = {
    Outcome.EDIT: "The document lacks this, and can be edited",
    Outcome.BY_HAND: "The document lacks this, and has to be edited by hand",
    Outcome.ELSEWHERE: "Not about this document: reports of another version, or of the client of another API",
    Outcome.DOCUMENTED: "The document has this by now",
}

_MOST_PLACES = 3
"""The most places of a finding that are listed. Reports for programs have all."""


class Summary(Struct, frozen=True):
    """The result of all reports."""

    findings: Sequence[Finding]
    total: Tally
    document: str
    files: Sequence[str]
    """The files with the reports."""
    patch: str
    """The edits as a unified diff."""
    command: str
    """The command that applies the edits, without its options."""


def printed(summary: Summary, form: str) -> str:
    """Return the report in a format."""
    results = [
        formats.Result(
            rule=one.judgement.rule,
            is_error=one.is_drift,
            message=". ".join(filter(None, (one.judgement.message, one.judgement.reason))),
            spot=one.spot,
            annotated=printable(one.judgement.message),
            properties={"outcome": one.judgement.outcome.value},
        )
        for one in summary.findings
    ]
    return formats.printed(form, "drift", results, lambda: _json(summary), lambda: _text(summary))


def _json(summary: Summary) -> dict[str, object]:
    """The keys of a report in JSON. `docs/drift.md` describes them."""
    outcomes = [one.judgement.outcome for one in summary.findings]
    return {
        "document": summary.document,
        "files": list(summary.files),
        "reports": _tally_json(summary.total),
        "agrees": not any(one.is_drift for one in summary.findings),
        "counts": {outcome.value: outcomes.count(outcome) for outcome in Outcome},
        "findings": [_finding_json(one) for one in summary.findings],
        "patch": summary.patch,
    }


_MET = ("kind", "operation", "status", "where", "pointer", "got", "value")
"""The attributes of a difference in reports for programs."""


def _finding_json(one: Finding) -> dict[str, object]:
    judged = one.judgement
    return {
        "outcome": judged.outcome.value,
        "rule": judged.rule,
        "message": judged.message,
        "reason": judged.reason,
        "cost": judged.cost,
        **(one.spot.as_json if one.spot else {"file": None, "line": None, "column": None}),
        "pointer": f"#{json_pointer(judged.pointer)}" if one.spot else None,
        "lines": list(one.lines),
        **_tally_json(one.tally),
        "met": [{key: getattr(met, key) for key in _MET} for met in one.differences],
    }


def _tally_json(tally: Tally) -> dict[str, object]:
    return {
        "count": tally.count,
        "first": tally.first or None,
        "last": tally.last or None,
        "clients": dict(sorted(tally.clients.items())),
    }


def _text(summary: Summary) -> str:
    """Return the findings in groups, each with its place, its number of reports and its edit."""
    lines = [_summary(summary.total), ""]
    for outcome, heading in _HEADINGS.items():
        found = [one for one in summary.findings if one.judgement.outcome is outcome]
        if found:
            lines += [f"{heading} ({len(found):,})", *(line for one in found for line in _finding(one)), ""]
    return "\n".join([*lines, _conclusion(summary), ""])


def _summary(total: Tally) -> str:
    clients = f" of {', '.join(map(printable, sorted(total.clients)))}" if total.clients else ""
    return f"{counted(total.count, 'report')}{clients}{_when(total)}"


def _finding(one: Finding) -> Iterator[str]:
    judged, tally = one.judgement, one.tally
    at = f"{printable(str(one.spot))}: " if one.spot else ""
    yield f"{at}{printable(judged.message)} [{judged.rule}]"
    places = [*dict.fromkeys(f"{d.operation} {d.status} {d.where}" for d in one.differences)]
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


def _conclusion(summary: Summary) -> str:
    """The verdict, and what to do."""
    document, shown = printable(summary.document), summary.findings
    outcomes = [one.judgement.outcome for one in shown]
    edits, by_hand = outcomes.count(Outcome.EDIT), outcomes.count(Outcome.BY_HAND)
    if not shown:
        return "No client reported a difference here. Make sure that a `DriftLog` wrote to this place."
    if not edits and not by_hand:
        return f"{document} describes all that was reported about it."
    number = counted(edits + by_hand, "difference")
    lines = [f"{document} does not describe {number} that clients reported."]
    if edits:
        lines.append(
            f"To fix it: `{summary.command} --apply` edits the document, `--patch` prints the edits for"
            " `git apply`. Then describe what is new, build, and look at what it means for users with"
            " `changes`."
        )
    return "\n".join(lines)
