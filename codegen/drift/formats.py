"""Writes findings for programs: JSON, and SARIF 2.1.0 with the results of one run."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from codegen import VERSION
from codegen.drift.spot import Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A finding."""

    rule: str
    is_error: bool
    message: str
    spot: Spot | None
    related: Sequence[tuple[Spot, str]] = ()
    """Other places, and what they are."""
    properties: Mapping[str, object] = field(default_factory=dict)


def in_sarif(results: Sequence[Result], meanings: Mapping[str, str] | None = None) -> str:
    """Return a log. `meanings` explain some of the rules, in a sentence or more."""
    rules = sorted({one.rule for one in results})
    driver = {
        "name": "wholespec",
        "version": VERSION,
        "rules": [_rule(one, (meanings or {}).get(one)) for one in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, rules) for one in results],
    }
    return _dumped(
        {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    )


def in_json(command: str, value: Mapping[str, object]) -> str:
    """Return the report of a command as JSON."""
    return _dumped({"generator": {"name": "wholespec", "version": VERSION}, "command": command, **value})


def _dumped(value: Mapping[str, object]) -> str:
    return json.dumps(value, indent=2, ensure_ascii=True, allow_nan=False) + "\n"


def _rule(rule: str, meaning: str | None) -> dict[str, object]:
    if meaning is None:
        return {"id": rule}
    return {
        "id": rule,
        "shortDescription": {"text": f"{meaning.partition('. ')[0].rstrip('.')}."},
        "fullDescription": {"text": meaning},
    }


def _result(one: Result, rules: Sequence[str]) -> dict[str, object]:
    level: Literal["error", "note"] = "error" if one.is_error else "note"
    value: dict[str, object] = {
        "ruleId": one.rule,
        "ruleIndex": rules.index(one.rule),
        "level": level,
        "message": {"text": one.message},
        "locations": [_location(one.spot)] if one.spot else [],
    }
    if one.related:
        value["relatedLocations"] = [
            {**_location(spot), "message": {"text": text}} for spot, text in one.related
        ]
    if one.properties:
        value["properties"] = dict(one.properties)
    return value


def _location(spot: Spot) -> dict[str, object]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(spot.file)},
            "region": {"startLine": spot.line, "startColumn": spot.column},
        }
    }


def _uri(name: str) -> str:
    """Return the name of a file as a URI, or as a relative reference. A URL stays as it is.

    A colon is escaped: before the first slash it would end a scheme, as in ``v1.0:openapi.yaml``.
    """
    if "://" in name:
        return name
    return Path(name).as_uri() if Path(name).is_absolute() else quote(name, errors="surrogateescape")
