"""Measures how likely a removed part and a new one are the same part under another name.

Evidence has points: up to 60 for the description, 50 for the neighbours, 40 for the name. Two parts are the
same from `ENOUGH` points on, if no other part comes within `LEAD` points of either. Neighbours alone are not
enough. Otherwise nothing is guessed. `docs/changes.md` has the measure in a table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from msgspec import Struct, field

from codegen.naming.words import words

ENOUGH, LEAD = 50, 20

_T = TypeVar("_T")


class Likeness(Struct, frozen=True):
    """The evidence for two parts."""

    points: int
    reasons: tuple[str, ...]


class Trait(Struct, frozen=True, kw_only=True):
    """The traits of a part that are compared."""

    name: str
    text: str = ""
    """Its description."""
    form: object = None
    """Parts of different forms are never the same."""
    key: str = ""
    """The component that it refers to. Equal components have equal forms, even if the component changed."""
    required: bool = False
    limits: str | None = ""
    """The limits of its values besides the form; None for a part that only has a name."""


class Doubt(Struct, frozen=True):
    """A removed part, and the new parts that it may be. The evidence is too weak to choose one."""

    name: str
    candidates: tuple[str, ...]


class Pairing(Struct, frozen=True):
    """The renamed parts of an owner."""

    names: Mapping[str, str] = field(default_factory=dict)
    """The new names by the old ones."""
    why: Mapping[str, Likeness] = field(default_factory=dict)
    """The evidence, by the old names. Declared renames need none."""
    doubts: tuple[Doubt, ...] = ()


def renamed(old: Sequence[Trait], new: Sequence[Trait], declared: Mapping[str, str]) -> Pairing:
    """The parts of an owner that were renamed.

    Args:
        old: The parts that it had, in order.
        new: The parts that it has.
        declared: The new names of parts by the old ones, as declared in the document.
    """
    before, after = [one.name for one in old], [one.name for one in new]
    found = {name: now for name, now in declared.items() if name in before and now in after}
    why: dict[str, Likeness] = {}
    while True:
        gone = [one for one in old if one.name not in after and one.name not in found]
        added = [one for one in new if one.name not in before and one.name not in found.values()]
        names = {**{name: name for name in before if name in after}, **found, "": ""}

        def like(was: Trait, now: Trait) -> Likeness | None:
            return _likeness(was, now, _common(was.name, now.name, before, after, names))  # noqa: B023

        chosen, doubts = matched(gone, added, like, lambda one: one.name)
        if not chosen:
            return Pairing(found, why, tuple(doubts))
        for was, now, evidence in chosen:  # these are neighbours of others, too
            found[was.name], why[was.name] = now.name, evidence


def matched(
    gone: Sequence[_T],
    added: Sequence[_T],
    like: Callable[[_T, _T], Likeness | None],
    called: Callable[[_T], str],
    enough: int = ENOUGH,
) -> tuple[list[tuple[_T, _T, Likeness]], list[Doubt]]:
    """The pairs of parts that are the same, and the parts that may be several others.

    Args:
        gone: The parts that are gone.
        added: The new ones.
        like: The evidence for two parts; None if they cannot be the same.
        called: The name of a part.
        enough: The points that it takes.
    """
    if len(gone) * len(added) > _MOST:
        return [], []
    table = [
        (i, j, found)
        for i, was in enumerate(gone)
        for j, now in enumerate(added)
        if (found := like(was, now))
    ]
    pairs: list[tuple[_T, _T, Likeness]] = []
    doubts: list[Doubt] = []
    for i, was in enumerate(gone):
        row = sorted((one for one in table if one[0] == i), key=lambda one: -one[2].points)
        if not row or row[0][2].points < enough:
            continue
        _, best, evidence = row[0]
        rivals = [one for one in table if (one[0] == i) is not (one[1] == best)]
        close = [one for one in rivals if evidence.points - one[2].points < LEAD]
        if not close:
            pairs.append((was, added[best], evidence))
        elif 0 < len(others := [called(added[j]) for k, j, _ in close if k == i]) < _MOST_CANDIDATES:
            doubts.append(Doubt(called(was), (called(added[best]), *others)))
    return pairs, doubts


_MOST_CANDIDATES = 4
"""The most candidates to list. With more, there is no real evidence."""

_MOST = 10_000
"""The most pairs that are compared. With more, the owner itself was replaced."""


def _likeness(was: Trait, now: Trait, neighbours: int) -> Likeness | None:
    """The evidence for two parts of an owner, of whose two neighbours so many are the same."""
    if was.form != now.form and not (was.key and was.key == now.key):
        return None
    described, named = text_points(was, now), round(40 * alike(was.name, now.name))
    points = described + named + (0, 25, 50)[neighbours] - (20 if was.required is not now.required else 0)
    is_limited = bool(was.limits) and was.limits == now.limits
    if described <= 0 and not named and not is_limited and was.limits is not None:
        points = min(points, ENOUGH - 1)  # an unrelated part can have the same place
    return Likeness(points, tuple(_reasons(described, named, neighbours, is_limited=is_limited)))


def _reasons(described: int, named: int, neighbours: int, *, is_limited: bool) -> Iterator[str]:
    if described > 0:
        yield "the same description" if described == _SAME_TEXT else "a similar description"
    if neighbours:
        yield "the same neighbours" if neighbours > 1 else "a neighbour in common"
    if named > 0:
        yield "a similar name"
    if is_limited:
        yield "the same limits"


_SAME_TEXT = 60


def text_points(was: Trait, now: Trait) -> int:
    """The points for two descriptions, apart from the names in them. Different ones count against a pair."""
    if not was.text.strip() or not now.text.strip():
        return 0
    names = {*_content(was.name), *_content(now.name)}
    before, after = (_content(one.text) - names for one in (was, now))
    if before == after:
        return _SAME_TEXT if before or was.text == now.text else 0
    return round(100 * len(before & after) / len(before | after)) - 40


def _content(text: str) -> set[str]:
    """The significant words of a text, without plural endings."""
    found = {word.rstrip("s") for part in re.findall(r"\w+", text) for word in words(part)}
    return {word for word in found if not _SILENT.fullmatch(word)}


_SILENT = re.compile("an?|the|of|i|in|on|to|for|and|or|it|thi|that|by|with|be")
"""Insignificant words, without plural endings."""


def alike(one: str, other: str) -> float:
    """The similarity of two names from 0 to 1, ignoring case and punctuation."""
    first, second = words(one), words(other)
    if not first or not second:
        return 0.0
    together = len({*first} & {*second}) / len({*first} | {*second})
    ratio = SequenceMatcher(None, "".join(first), "".join(second)).ratio()
    return max(together, ratio if ratio >= _CLOSE else 0.0)


_CLOSE = 0.7


def _common(was: str, now: str, before: Sequence[str], after: Sequence[str], names: Mapping[str, str]) -> int:
    """The number of neighbours, 0 to 2, that are the same. The only part of an owner has none."""
    if len(before) == 1 or len(after) == 1:
        return 0
    pairs = zip(_around(was, before), _around(now, after), strict=True)
    return sum(names.get(one) == other for one, other in pairs)


def _around(name: str, order: Sequence[str]) -> tuple[str, str]:
    padded = ["", *order, ""]
    at = padded.index(name, 1)
    return padded[at - 1], padded[at + 1]
