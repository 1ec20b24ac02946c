"""What was renamed, for programs."""

from __future__ import annotations

from codegen.drift.renames.printing import Renamed, effect, place, source_of


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
