"""Reports of changes for programs, in JSON and in SARIF 2.1.0. They say the same as the texts for people."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from codegen.drift import formats
from codegen.drift.changes.report import Entry, Report
from codegen.drift.spot import Spot

_NOTHING: Mapping[str, object] = MappingProxyType({})


def in_json(report: Report, old: str | None, new: str, more: Mapping[str, object] = _NOTHING) -> str:
    """Return the report as JSON. `docs/changes.md` describes its keys. `old` is None if there is none."""
    value = {
        "old": None if old is None else {"document": old, "version": report.old_version},
        "new": {"document": new, "version": report.new_version},
        "verdict": report.verdict,
        "required_version": report.required,
        "is_version_raised": report.is_raised,
        "counts": report.counts,
        "changes": [_entry(one) for one in report.entries],
        **more,
    }
    return formats.in_json("changes", value)


def _entry(one: Entry) -> dict[str, object]:
    return {
        "rules": list(one.rules),
        "level": one.level,
        "breaks": {"wire": one.wire, "callers": one.callers, "readers": one.readers},
        "sentences": list(one.sentences),
        "why": list(one.why),
        "old": _located(one.old),
        "new": _located(one.new),
        "symbols": list(one.symbols),
        "before": one.before,
        "after": one.after,
    }


def _located(one: Spot | None) -> dict[str, object] | None:
    return None if one is None else one.as_json


def in_sarif(report: Report) -> str:
    """Return the report as SARIF. The place in the old document is a related location."""
    return formats.in_sarif([_result(one) for one in report.entries])


def _result(one: Entry) -> formats.Result:
    places = [place for place in (one.new, one.old) if place is not None]
    return formats.Result(
        rule=one.rules[0],
        is_error=one.level == "major",
        message=" ".join((*one.sentences, *one.why)),
        spot=places[0] if places else None,
        related=[(place, "the old document") for place in places[1:]],
        properties={"breaks": list(one.breaks)},
    )
