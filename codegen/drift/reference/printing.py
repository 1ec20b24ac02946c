"""Prints what a comparison with a published reference has found, for people and for code hosts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from codegen.drift.reference.findings import Finding, Kind, Report
from codegen.views.text.printable import counted, printable

_HEADINGS: Mapping[Kind, str] = {
    Kind.DRIFT: "Drift: the page and the document differ",
    Kind.BEYOND: "More than the page: the document says it, the page does not",
    Kind.UNJUDGED: "Not judged: the page does not show it",
    Kind.PROSE: "Other words: descriptions differ, which is no drift",
}

_LONGEST = 160


def text(report: Report, document: str) -> str:
    """Return the findings in groups, each with both places and the words of the page, and a conclusion."""
    lines: list[str] = []
    for kind, heading in _HEADINGS.items():
        found = report.of(kind)
        if found:
            lines += [f"{heading} ({len(found)})", *_group(found), ""]
    return "\n".join([*lines, conclusion(report, document), ""])


def _group(found: list[Finding]) -> Iterator[str]:
    for one in found:
        yield f"{printable(str(one.document))}: {printable(one.message)} [{one.rule}]"
        yield f"  {printable(str(one.page))}: {_shortened(one.words)}"


def _shortened(words: str) -> str:
    shown = printable(words)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 3]}..."


def conclusion(report: Report, document: str) -> str:
    """The verdict, and what to do."""
    found = len(report.of(Kind.DRIFT))
    shown = printable(document)
    if not found:
        return f"{shown} agrees with what is published: {report.facts:,} facts were compared."
    return (
        f"{shown} is not what is published: {counted(found, 'difference')} in {report.facts:,} facts.\n"
        "To fix it: correct the document where the page is right, and run `changes` to see whom that breaks."
    )


def github(report: Report, document: str) -> str:
    """Return an annotation for each drift at its line of the document, and the text."""
    lines = [
        one.document.annotation(
            "error",
            f"Drift: {one.rule}",
            f"{printable(one.message)} ({printable(str(one.page))}: {_shortened(one.words)})",
        )
        for one in report.of(Kind.DRIFT)
    ]
    return "".join(lines) + text(report, document)
