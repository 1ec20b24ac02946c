"""Prints a report of changes: for a terminal, a pull request, GitHub, and for programs in JSON and SARIF.

Names and values of a document are in code spans on one line (`differences.code`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from codegen.drift import formats
from codegen.drift.changes.differences import code
from codegen.drift.changes.report import Entry, Report
from codegen.drift.changes.versions import Verdict
from codegen.views.text.printable import annotation, printable

_HEADINGS: Mapping[Verdict, tuple[str, str]] = {
    "major": ("Breaking", "what worked before may fail"),
    "minor": ("Added", "there is more, and what worked still works"),
    "patch": ("Other", "nobody has to do anything"),
}

_WHO = {
    "wire": "the old client, once the server has changed",
    "callers": "code that makes calls",
    "readers": "code that reads results",
}


def text(report: Report, old: str, new: str) -> str:
    """Return the report for a terminal. `old` and `new` name the documents."""
    lines = [f"{printable(new)} compared with {printable(old)}", ""]
    for level, (heading, meaning) in _HEADINGS.items():
        entries = [one for one in report.entries if one.level == level]
        if entries:
            lines += [f"{heading} ({len(entries)}): {meaning}", ""]
            for one in entries:
                lines += _in_text(one)
            lines += [""] if lines[-1] else []
    return "\n".join([*lines, *conclusion(report), ""])


def _in_text(entry: Entry) -> Iterator[str]:
    yield f"{_at(entry)}: {printable(entry.sentences[0])} [{entry.rules[0]}]"
    if not entry.is_breaking:
        yield from (f"  {printable(reason)}" for reason in entry.why)
        return
    for sentence in entry.sentences[1:]:
        yield f"  {printable(sentence)}"
    yield f"  breaks {'; '.join(_WHO[one] for one in entry.breaks)}"
    for reason in entry.why:
        yield f"  {printable(reason)}"
    if entry.old and entry.new:
        yield f"  before: {printable(str(entry.old))}"
    for label, example in (("- ", entry.before), ("+ ", entry.after)):
        yield from (f"    {label}{printable(line)}" for line in example.splitlines())
    yield ""


def _at(entry: Entry) -> str:
    return printable(str(entry.new or entry.old))


def conclusion(report: Report, shown: Callable[[str], str] = printable) -> list[str]:
    """The verdict, and its meaning for the version. `shown` quotes a version."""
    if not report.entries:
        return ["No changes: programs and servers notice nothing."]
    counts = report.counts
    found = f"{counts['major']} breaking, {counts['minor']} added, {counts['patch']} other"
    return [f"{found}: this is a {report.verdict} release.", _about_version(report, shown)]


def _about_version(report: Report, shown: Callable[[str], str]) -> str:
    was, now = shown(report.old_version), shown(report.new_version)
    change = f"info.version is {now}, as before" if was == now else f"info.version went from {was} to {now}"
    if report.is_raised:
        return f"{change}: that is enough." if was != now else f"{change}."
    if not report.required:
        return f"{change}. It is not a semantic version, but it has to change with the API."
    return f"{change}. It has to be {report.required} or higher."


def markdown(report: Report, old: str, new: str) -> str:
    """Return the report as Markdown, for a pull request."""
    lines = [f"## Changes of {_plain(report.title)}", "", f"`{_code(new)}` compared with `{_code(old)}`.", ""]
    lines += [f"**{line}**" if index == 0 else line for index, line in enumerate(conclusion(report, code))]
    for level, (heading, _) in _HEADINGS.items():
        entries = [one for one in report.entries if one.level == level]
        if entries:
            lines += ["", f"### {heading}", ""]
            for one in entries:
                lines += in_markdown(one)
    return "\n".join([*lines, ""])


def in_markdown(entry: Entry, *, with_places: bool = True) -> Iterator[str]:
    """An entry as an item of a list."""
    sentences = [printable(one) for one in entry.sentences]
    yield f"- {' '.join(sentences if entry.is_breaking else sentences[:1])}"
    if not entry.is_breaking:
        return
    said = [f"Breaks {'; '.join(_WHO[one] for one in entry.breaks)}.", *map(printable, entry.why)]
    yield f"  {' '.join(said)}"
    if with_places:
        places = [f"`{_code(str(one))}`" for one in (entry.old, entry.new) if one]
        yield f"  ({' → '.join(places)})"
    if entry.before or entry.after:
        yield ""
        yield "  ```diff"
        for label, example in (("-", entry.before), ("+", entry.after)):
            yield from (f"  {label} {printable(line)}" for line in example.splitlines())
        yield "  ```"
        yield ""


def github(report: Report, old: str, new: str) -> str:
    """Return a GitHub workflow command for each breaking change, followed by the text."""
    annotations = [
        annotation(
            "warning",
            (one.new.file, one.new.line, one.new.column) if one.new else None,
            "Breaking change",
            " ".join(one.sentences),
        )
        for one in report.entries
        if one.is_breaking
    ]
    return "".join(annotations) + text(report, old, new)


def in_json(report: Report, old: str | None, new: str, more: Mapping[str, object]) -> str:
    """Return the report as JSON. `docs/changes.md` describes its keys. `old` is None if there is none."""
    value = {
        "old": None if old is None else {"document": old, "version": report.old_version},
        "new": {"document": new, "version": report.new_version},
        "verdict": report.verdict,
        "required_version": report.required,
        "is_version_raised": report.is_raised,
        "counts": report.counts,
        "changes": [_entry_json(one) for one in report.entries],
        **more,
    }
    return formats.in_json("changes", value)


def _entry_json(one: Entry) -> dict[str, object]:
    return {
        "rules": list(one.rules),
        "level": one.level,
        "breaks": {"wire": one.wire, "callers": one.callers, "readers": one.readers},
        "sentences": list(one.sentences),
        "why": list(one.why),
        "old": one.old and one.old.as_json,
        "new": one.new and one.new.as_json,
        "symbols": list(one.symbols),
        "before": one.before,
        "after": one.after,
    }


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


def _code(text: str) -> str:
    return printable(text).replace("`", "'")


def _plain(text: str) -> str:
    """Text of a document in Markdown, with its markup escaped."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>()#+-.!|~&@" else c for c in printable(text))
