"""Prints the findings of a comparison with a published reference, for people and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from codegen.drift import formats
from codegen.drift.reference.findings import Finding, Kind, Report
from codegen.views.text.printable import counted, printable

_HEADINGS: Mapping[Kind, str] = {
    Kind.DRIFT: "Drift: the page and the document differ",
    Kind.BEYOND: "More than the page: the document says it, the page does not",
    Kind.UNJUDGED: "Not judged: the page does not show it",
    Kind.PROSE: "Other words: descriptions differ, which is no drift",
}

_LONGEST = 160


def printed(report: Report, document: str, pages: Sequence[str], form: str) -> str:
    """Return the report in a format. The line of the page is a related location in SARIF."""
    results = [
        formats.Result(
            rule=one.rule,
            is_error=one.kind is Kind.DRIFT,
            message=one.message,
            spot=one.document,
            annotated=f"{printable(one.message)} ({_on_page(one)})",
            related=[(one.page, one.words or "the page")],
        )
        for one in report.findings
    ]
    return formats.printed(
        form, "reference", results, lambda: _json(report, document, pages), lambda: _text(report, document)
    )


def _json(report: Report, document: str, pages: Sequence[str]) -> dict[str, object]:
    """The keys of a report in JSON. `docs/reference.md` describes them."""
    counts = Counter(one.kind for one in report.findings)
    return {
        "document": document,
        "pages": list(pages),
        "agrees": not report.has_drift,
        "facts": report.facts,
        "unreadable": list(report.unreadable),
        "counts": {kind.value: counts[kind] for kind in Kind},
        "findings": [
            {
                "kind": one.kind.value,
                "rule": one.rule,
                "message": one.message,
                "document": one.document.as_json,
                "page": one.page.as_json,
                "words": one.words,
            }
            for one in report.findings
        ],
    }


def _text(report: Report, document: str) -> str:
    """Return the findings in groups, each with both places and the words of the page, and a conclusion."""
    lines: list[str] = []
    for kind, heading in _HEADINGS.items():
        found = report.of(kind)
        if found:
            lines += [f"{heading} ({len(found)})", *map(_finding, found), ""]
    return "\n".join([*lines, _conclusion(report, document), ""])


def _finding(one: Finding) -> str:
    return f"{printable(str(one.document))}: {printable(one.message)} [{one.rule}]\n  {_on_page(one)}"


def _on_page(one: Finding) -> str:
    words = printable(one.words)
    shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 3]}..."
    return f"{printable(str(one.page))}: {shown}"


def _conclusion(report: Report, document: str) -> str:
    """The verdict, and what to do."""
    found = len(report.of(Kind.DRIFT))
    shown = printable(document)
    if not found:
        return f"{shown} agrees with what is published: {report.facts:,} facts were compared."
    return (
        f"{shown} is not what is published: {counted(found, 'difference')} in {report.facts:,} facts.\n"
        "To fix it: correct the document where the page is right, and run `changes` to see whom that breaks."
    )
