"""Computes the changes that would remain if former names were declared."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from codegen.document.problems import Problem, Refused
from codegen.drift.changes.comparison import Comparison, Version, comparison
from codegen.drift.changes.matches import Matches
from codegen.drift.changes.report import Report
from codegen.drift.changes.versions import raised
from codegen.drift.renames.declarations import PINNED, Declaration, declared
from codegen.drift.renames.detection import Rename, renames
from codegen.model.former_names import RENAMED


class Supposed(Struct, frozen=True):
    """The result of declaring former names."""

    declarations: tuple[Declaration, ...]
    """The declarations with which the client keeps the names."""
    impossible: tuple[tuple[Rename, str], ...]
    """The renames that cannot be declared, each with the reason."""
    report: Report
    """The changes with all these declarations."""


def supposed(
    wanted: Sequence[Rename],
    until: str | None,
    found: Comparison,
    *,
    is_pinning: bool = False,
) -> Supposed:
    """Declare former names, as far as that is possible, and compare again.

    Args:
        wanted: The renames to declare.
        until: The version that drops the names; empty to keep them. None for the major version after the
            release that these changes lead to.
        found: The changes without the declarations.
        is_pinning: Whether the parts get only the old names.
    """
    last = raised(found.new.read.api.version, "major") if until is None else until
    pinned = PINNED if is_pinning else frozenset[str]()
    free = [one for one in wanted if one.kind in pinned or not one.hindrance]
    kept = [Declaration.of(one, last, is_pin=is_pinning) for one in free]
    impossible: list[tuple[Rename, str]] = []
    while True:
        try:
            version, matches = _declared(found, kept, is_pinning=is_pinning)
        except Refused as refused:
            found_faults = [(index, _fault(one, refused.problems)) for index, one in enumerate(kept)]
            faulty = {index: problem for index, problem in found_faults if problem is not None}
            if not faulty:
                raise
            impossible += [(kept[index].rename, problem.message) for index, problem in faulty.items()]
            kept = [one for index, one in enumerate(kept) if index not in faulty]
            continue
        lost = {one.key for one in renames(found.old, version, matches)}
        missing = [one for one in kept if one.rename.key in lost]
        if not missing:
            then = found.with_new(version, matches) if kept else found
            impossible += [(one, one.hindrance) for one in wanted if one not in free and one.key in lost]
            if until is None and not then.report.is_raised:
                last = raised(then.report.required, "major")
            final = tuple(one if one.is_pin else replace(one, until=last) for one in kept)
            return Supposed(final, tuple(impossible), then.report)
        impossible += [(one.rename, _NOT_KEPT) for one in missing if one.by_python_name]
        kept = [
            replace(one, by_python_name=True) if one in missing else one
            for one in kept
            if not (one in missing and one.by_python_name)
        ]


def _declared(found: Comparison, kept: Sequence[Declaration], *, is_pinning: bool) -> tuple[Version, Matches]:
    """The new version with the declarations, and its matches. Pins change names, former names are more names.

    Raises:
        Refused: One cannot be declared.
    """
    if not kept:
        return found.new, found.matches
    api = declared(kept, found.new.read.api)
    if not is_pinning:
        return found.new.with_former(api), found.matches
    version = Version.of(replace(found.new.read, api=api), found.new.shown)
    return version, comparison(found.old, version).matches


_NOT_KEPT = "the client would not keep the name: something else has it, or the part is used where it has none"


def _fault(one: Declaration, problems: Sequence[Problem]) -> Problem | None:
    """The problem that a declaration causes."""
    part = one.target or one.rename.part[1]
    places = [(*part, key) for key in (one.pair if one.target else (RENAMED,))]
    for problem in problems:
        where = problem.where
        if isinstance(where, tuple) and where[: len(part) + 1] in places:
            return problem
    return None
