"""Writes a page of an upgrade guide for a release: what breaks, with the code before and after.

The report is between two comments, as in the changelog. Everything else on the page is the
user's, and stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from codegen.drift.changes.changelog import version_in_markdown, with_section
from codegen.drift.changes.printing import in_markdown
from codegen.drift.changes.report import Entry, Report
from codegen.views.text.printable import printable

_GROUPS: Sequence[tuple[str, Callable[[Entry], bool]]] = (
    ("Code that makes calls", lambda one: one.callers),
    ("Code that reads results", lambda one: one.readers and not one.callers),
    (
        "Programs with the old client, once the server has changed",
        lambda one: not one.callers and not one.readers,
    ),
)
"""Each breaking change is in the first group that it fits."""


def name(report: Report) -> str:
    """The name of the page: ``2.0.0.md``."""
    return f"{version_in_markdown(report.new_version).replace(' ', '_')}.md"


def updated(page: str, report: Report) -> str:
    """The page with the report. An empty page gets a title."""
    version = version_in_markdown(report.new_version)
    return with_section(
        page or f"# Upgrading to {version}\n", report.new_version, _lines(report), at_end=True
    )


INDEX = "index.md"
"""The page that lists the pages of all releases."""


def index_updated(page: str, report: Report) -> str:
    """The index with a line for the release, before the others. An empty page gets a title."""
    page = page or "# Upgrading\n"
    version = version_in_markdown(report.new_version)
    line = f"- [{version}]({name(report)}): {_summary(report)}"
    before, others, rest = page.partition("<!-- changes of ")
    if not others:
        return with_section(page, report.new_version, [line], at_end=True)
    return before + with_section(others + rest, report.new_version, [line]).removeprefix("\n")


def _summary(report: Report) -> str:
    """A sentence on who is affected by the release."""
    old, count = version_in_markdown(report.old_version), sum(one.is_breaking for one in report.entries)
    if not count:
        return f"Programs that were written for {old} work unchanged."
    changes = "One change breaks" if count == 1 else f"{count} changes break"
    return f"{changes} programs that were written for {old}."


def _lines(report: Report) -> Iterator[str]:
    breaking = [one for one in report.entries if one.is_breaking]
    yield from (_summary(report), "")
    for heading, belongs in _GROUPS:
        if entries := [one for one in breaking if belongs(one)]:
            yield from (f"## {heading}", "")
            for one in entries:
                yield from _breaking(one)
    if added := [one for one in report.entries if one.level == "minor"]:
        yield from ("## New", "")
        for one in added:
            yield from in_markdown(one)
        yield ""


def _breaking(entry: Entry) -> Iterator[str]:
    first, *others = [printable(one) for one in (*entry.sentences, *entry.why)]
    yield from (f"### {first.rstrip('.')}", "")
    if others:
        yield from (" ".join(others), "")
    if entry.before or entry.after:
        yield from ("Before:", "", *_code(entry.before), "", "After:", "", *_code(entry.after), "")


def _code(text: str) -> Sequence[str]:
    return ["```python", *(printable(line) for line in text.splitlines()), "```"]
