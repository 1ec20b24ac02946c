"""Writes a report into the changelog of a client, in the region that belongs to its users.

Each release has a section between two comments. Writing a release again replaces its section. Everything else
in the region stays as it is: what people wrote, and the sections of other releases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from codegen.document.failures import Unusable
from codegen.drift.changes.printing import in_markdown
from codegen.drift.changes.report import Report
from codegen.output.regions import own_texts, with_own_texts, without_own_texts

NAME = "CHANGELOG.md"
_REGION = b"history"


def updated(page: bytes, report: Report) -> bytes:
    """Return the changelog with the section of a release.

    Raises:
        Unusable: The page has no region for it.
    """
    empty = without_own_texts(NAME, page)
    own = own_texts(NAME, page).get(_REGION, b"").decode("utf-8", "surrogateescape")
    text = with_section(own, report.new_version, _lines(report)).encode("utf-8", "surrogateescape")
    made = with_own_texts(NAME, empty, _enclosed(text))
    if made == empty:
        raise Unusable(
            f"{NAME} has no lines `<!-- begin own text: history -->` and `<!-- end own text: history -->`"
        )
    return made


def _enclosed(text: bytes) -> bytes:
    return b"<!-- begin own text: history -->\n%b<!-- end own text: history -->" % text


def with_section(text: str, version: str, lines: Iterable[str], *, at_end: bool = False) -> str:
    """A text with the section of a version: in place of an existing one, else at the beginning or the end."""
    name = re.sub(r"[^0-9A-Za-z.+_-]", "_", version)
    first, last = f"<!-- changes of {name} -->\n", f"<!-- end of changes of {name} -->\n"
    section = first + "".join(f"{line}\n" for line in lines) + last
    start, end = text.find(first), text.find(last)
    if 0 <= start < end:
        return text[:start] + section + text[end + len(last) :]
    return f"{text}\n{section}" if at_end else f"\n{section}{text}"


def _lines(report: Report) -> Iterator[str]:
    now, was = map(version_in_markdown, (report.new_version, report.old_version))
    yield f"### {now}, compared with {was}"
    headings = {"major": "Breaking, with what to change", "minor": "Added", "patch": "Other"}
    for level, heading in headings.items():
        entries = [one for one in report.entries if one.level == level]
        if entries:
            yield from ("", f"#### {heading}", "")
            for one in entries:
                yield from in_markdown(one, with_places=False)
    if not report.entries:
        yield from ("", "No changes of the API.")
    yield ""


def version_in_markdown(version: str) -> str:
    """A version, without characters that mean something in Markdown."""
    return re.sub(r"[^0-9A-Za-z.+_ -]", "_", version)
