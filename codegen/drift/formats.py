"""Findings as values, and reports of them: in JSON, in SARIF 2.1.0, and as annotations of GitHub."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from msgspec import Struct, field

from codegen import VERSION
from codegen.views.text.printable import annotation, printable


class Spot(Struct, frozen=True, order=True):
    """A place in a file, with its displayed name. Lines and columns count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def as_json(self) -> dict[str, object]:
        """The place in a report for programs."""
        return {"file": self.file, "line": self.line, "column": self.column}


class Result(Struct, frozen=True, kw_only=True):
    """A finding."""

    rule: str
    is_error: bool
    message: str
    spot: Spot | None
    annotated: str = ""
    """The text of an annotation, if it is not the message."""
    related: Sequence[tuple[Spot, str]] = ()
    """Other places, each with a description."""
    properties: Mapping[str, object] = field(default_factory=dict)


def printed(
    form: str,
    command: str,
    results: Sequence[Result],
    value: Callable[[], Mapping[str, object]],
    text: Callable[[], str],
) -> str:
    """Return the report of a command.

    Args:
        form: ``json``, ``sarif`` or ``github``, which has annotations before the text; else the text.
        command: The name of the command.
        results: Its findings.
        value: Returns the keys of the report in JSON.
        text: Returns the report for people.
    """
    match form:
        case "json":
            return in_json(command, value())
        case "sarif":
            return in_sarif(results)
        case "github":
            return in_github(results) + text()
        case _:
            return text()


def in_github(results: Iterable[Result], title: str = "Drift: {}") -> str:
    """Return a workflow command of GitHub for each error. Titles contain the rule."""
    return "".join(
        annotation(
            "error",
            (one.spot.file, one.spot.line, one.spot.column) if one.spot else None,
            title.format(one.rule),
            one.annotated or printable(one.message),
        )
        for one in results
        if one.is_error
    )


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
