"""Prints the renames, each with the line that keeps the former name, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from codegen.document.source import Source
from codegen.document.source_map import SourceMap
from codegen.drift.changes.comparison import Version
from codegen.drift.changes.differences import code
from codegen.drift.changes.likeness import ENOUGH, Doubt
from codegen.drift.changes.report import Report
from codegen.drift.renames.declarations import Declaration
from codegen.drift.renames.detection import Rename
from codegen.drift.renames.supposing import Supposed
from codegen.model.former_names import RENAMED
from codegen.views.text.printable import printable


class Renamed(Struct, frozen=True):
    """The renames between two versions, for a report."""

    found: Supposed
    """The renames, and the effect of declaring them."""
    doubts: Sequence[tuple[str, Doubt]]
    """The possible renames."""
    now: Report
    """The changes without declarations."""
    new: Version
    command: str
    """The command that writes the declarations."""


def text(renamed: Renamed | None) -> str:
    """The renames for a terminal; empty without any."""
    if renamed is None:
        return ""
    lines = [*_recognised(renamed), *_impossible(renamed.found), *_unsure(renamed.doubts)]
    return "\n".join(["", *lines, ""]) if lines else ""


def markdown(renamed: Renamed | None) -> str:
    """The renames for a pull request; empty without any."""
    found = text(renamed).strip("\n")
    return f"\n### Names to keep\n\n```text\n{found.replace('```', '` ` `')}\n```\n" if found else ""


def in_json(renamed: Renamed) -> dict[str, object]:
    """The keys of a report in JSON. `docs/changes.md` describes them."""
    found, source = renamed.found, renamed.new.read.source
    return {
        "verdict_if_accepted": found.report.verdict,
        "renames": [
            {
                "kind": one.rename.kind,
                "was": one.rename.was,
                "now": one.rename.now,
                "old_symbol": one.rename.old_symbol,
                "new_symbol": one.rename.new_symbol,
                "why": list(one.rename.why),
                "points": one.rename.points,
                "place": place(one, renamed.new),
                "declaration": one.pair,
                "line": one.line(source_of(one, source)),
                "effect": effect(one, renamed.now, found.report),
            }
            for one in found.declarations
        ],
        "lost_names": [
            {"old_symbol": one.old_symbol, "new_symbol": one.new_symbol, "why": why}
            for one, why in found.impossible
        ],
        "perhaps_renamed": [
            {"owner": owner, "was": one.name, "candidates": list(one.candidates)}
            for owner, one in renamed.doubts
        ],
    }


def _recognised(renamed: Renamed) -> Iterator[str]:
    found, new = renamed.found, renamed.new
    if not found.declarations:
        return
    yield f"Renamed ({len(found.declarations)}): a line in the document keeps the old name for programs"
    yield ""
    for one in found.declarations:
        yield f"{place(one, new)}: {printable(sentence(one.rename))}"
        yield f"    {printable(one.line(source_of(one, new.read.source)))}"
        yield f"  {effect(one, renamed.now, found.report)}"
    yield ""
    yield f"`{printable(renamed.command)}` writes these lines; names after it restrict it to those."
    was, then = renamed.now.verdict, found.report.verdict
    yield f"With all of them this is a {then} release{'' if was == then else f', not a {was} one'}."


def sentence(one: Rename) -> str:
    """A rename in words, and how it was recognised."""
    why = " and ".join([", ".join(one.why[:-1]), one.why[-1]] if len(one.why) > 1 else one.why)
    measure = f"; {one.points} points, {ENOUGH} are enough" if one.points is not None else ""
    names = f"`{one.old_symbol}` is `{one.new_symbol}` now"
    return f"The {one.what}: {names} ({why}{measure})."


def place(one: Declaration, new: Version) -> str:
    """The place of the line."""
    return printable(str(new.located(one.target))) if one.target else printable(new.read.source.entry.name)


def source_of(one: Declaration, source: SourceMap) -> Source:
    """The file that the line belongs to."""
    return source.origin(one.target).source


def effect(one: Declaration, now: Report, then: Report) -> str:
    """The effect of the line on the verdict."""
    was, became = (_level(one.rename, report) for report in (now, then))
    if one.rename.kind == "tag":
        return "With it and the names of the methods, programs that use the old attribute work."
    if became == "major":
        return "With it programs keep the name. The change stays major: it breaks the old client on the wire."
    return f"With it no program breaks: the change is {became}, not {was}."


def _level(rename: Rename, report: Report) -> str:
    """The severity of the changes of a name; ``nothing`` if there is none."""
    levels = [one.level for one in report.entries if rename.old_symbol in one.symbols]
    return next((level for level in ("major", "minor", "patch") if level in levels), "nothing")


def _impossible(found: Supposed) -> Iterator[str]:
    if found.impossible:
        yield ""
        yield f"Renamed, and no line keeps the old name ({len(found.impossible)}):"
        for rename, why in found.impossible:
            yield f"  {printable(sentence(rename))}"
            yield f"    {printable(why[:1].upper() + why[1:])}."


def _unsure(doubts: Sequence[tuple[str, Doubt]]) -> Iterator[str]:
    if doubts:
        yield ""
        yield f"Perhaps renamed ({len(doubts)}): several parts fit, and nothing is guessed"
        for owner, one in doubts[:_MOST]:
            fitting = " or ".join(code(name) for name in one.candidates[:4])
            yield f"  {printable(owner)}: {code(one.name)} may be {fitting} now."
        if len(doubts) > _MOST:
            yield f"  and {len(doubts) - _MOST} more"
        yield f"If one of them is, write `{RENAMED}: OLD NAME` beside it; then `changes` knows."


_MOST = 20
