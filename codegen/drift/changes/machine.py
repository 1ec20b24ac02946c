"""Reports of changes for programs, in JSON and in SARIF 2.1.0. They say the same as the texts for people."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType

from codegen import VERSION
from codegen.drift import sarif
from codegen.drift.changes.report import Entry, Located, Report

_NOTHING: Mapping[str, object] = MappingProxyType({})
_LEVELS = {"major": "error", "minor": "note", "patch": "note"}


def in_json(report: Report, old: str | None, new: str, more: Mapping[str, object] = _NOTHING) -> str:
    """Return the report as JSON. `docs/changes.md` describes its keys. `old` is None if there is none."""
    value = {
        "generator": {"name": "wholespec", "version": VERSION},
        "command": "changes",
        "old": None if old is None else {"document": old, "version": report.old_version},
        "new": {"document": new, "version": report.new_version},
        "verdict": report.verdict,
        "required_version": report.required,
        "is_version_raised": report.is_raised,
        "counts": report.counts,
        "changes": [_entry(one) for one in report.entries],
        **more,
    }
    return json.dumps(value, indent=2, ensure_ascii=True) + "\n"


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


def _located(one: Located | None) -> dict[str, object] | None:
    return None if one is None else {"file": one.file, "line": one.line, "column": one.column}


def in_sarif(report: Report) -> str:
    """Return the report as SARIF. The place in the old document is a related location."""
    rules = sorted({one.rules[0] for one in report.entries})
    value = sarif.log([{"id": rule} for rule in rules], [_result(one, rules) for one in report.entries])
    return json.dumps(value, indent=2, ensure_ascii=True) + "\n"


def _result(one: Entry, rules: list[str]) -> dict[str, object]:
    places = [place for place in (one.new, one.old) if place is not None]
    return {
        "ruleId": one.rules[0],
        "ruleIndex": rules.index(one.rules[0]),
        "level": _LEVELS[one.level],
        "message": {"text": " ".join((*one.sentences, *one.why))},
        "locations": [_location(place) for place in places[:1]],
        "relatedLocations": [
            {**_location(place), "message": {"text": "the old document"}} for place in places[1:]
        ],
        "properties": {"breaks": list(one.breaks)},
    }


def _location(place: Located) -> dict[str, object]:
    return sarif.location(place.file, place.line, place.column)
