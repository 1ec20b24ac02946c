"""Compares the keywords of two schemas that are not part of a type: limits, formats and conditions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from codegen.document.node import Json, Node, Pointer, number
from codegen.drift.changes.differences import Where, code
from codegen.standard.keywords import KEYWORDS, WIDENED, Role

Found: TypeAlias = tuple[str, str]
"""A keyword and a rule."""

_CHOICES = {"anyOf", "oneOf"}
"""Keywords that are types, unless no alternative describes anything: ``anyOf: [{required: [a]}]``."""

_IN_TYPES = {"enum", "type", "const", "required", "nullable", "$ref", "$dynamicRef"}


def compare_keywords(
    old: Mapping[str, Json], new: Mapping[str, Json], places: tuple[Pointer, Pointer], where: Where
) -> None:
    """Compare the keywords that restrict values of one type."""
    for keyword, rule in (*_limits(old, new), *_others(old, new)):
        say = _type if rule.startswith("type-") else _said
        was, now = (say(keyword, one.get(keyword)) for one in (old, new))
        where.add(rule, was=was, now=now, places=((*places[0], keyword), (*places[1], keyword)))


def compare_conditions(old: Node, new: Node, places: tuple[Pointer, Pointer], where: Where) -> None:
    """Compare keywords that no type expresses, as they are in the documents."""
    for keyword in sorted((WIDENED | _CHOICES) & (old.keys() | new.keys())):
        was, now = old.get(keyword), new.get(keyword)
        if was == now or (keyword in _CHOICES and not (_only_restricts(was) and _only_restricts(now))):
            continue
        rule = (
            "condition-added" if was is None else "condition-removed" if now is None else "condition-changed"
        )
        before, after = ("" if one is None else _said(keyword, one) for one in (was, now))
        if before == after:  # they differ only after the part that is shown
            before, after = "another", f"`{keyword}`"
        where.add(rule, was=before, now=after, places=((*places[0], keyword), (*places[1], keyword)))


def _only_restricts(choice: Json) -> bool:
    """Whether no alternative describes anything. This also holds for a missing choice."""
    alternatives = choice if isinstance(choice, list) else []
    return all(
        isinstance(one, Node)
        and one.keys() <= {"required", "not", *_CHOICES}
        and all(_only_restricts(one.get(keyword)) for keyword in _CHOICES)
        for one in alternatives
    )


def _limits(old: Mapping[str, Json], new: Mapping[str, Json]) -> Iterator[Found]:
    for plain, exclusive, is_lower in _BOUNDS:
        was, now = _bound(old, plain, exclusive), _bound(new, plain, exclusive)
        if was == now:
            continue
        if was is None or now is None:
            is_tighter = was is None
        else:
            is_tighter = now > was if is_lower else (now[0], not now[1]) < (was[0], not was[1])
        keyword = exclusive if exclusive in (old if now is None else new) else plain
        yield keyword, "limit-tightened" if is_tighter else "limit-loosened"


_BOUNDS = [
    (one.name, f"exclusive{one.name[0].upper()}{one.name[1:]}", one.lower)
    for one in KEYWORDS.values()
    if one.lower is not None and not one.name.startswith("exclusive")
]
"""Each limit, the exclusive limit beside it, and whether both are lower ones."""


def _bound(keywords: Mapping[str, Json], plain: str, exclusive: str) -> tuple[float, bool] | None:
    """The limit, and whether it is exclusive."""
    limits = [(number(keywords.get(plain)), False), (number(keywords.get(exclusive)), True)]
    found = [(limit, is_exclusive) for limit, is_exclusive in limits if limit is not None]
    return found[-1] if found else None


def _others(old: Mapping[str, Json], new: Mapping[str, Json]) -> Iterator[Found]:
    names = {
        one
        for one in {*old, *new}
        if one in KEYWORDS
        and KEYWORDS[one].role is Role.ASSERTION
        and KEYWORDS[one].lower is None
        and KEYWORDS[one].holds is None
        and one not in _IN_TYPES | WIDENED
    }
    for name in sorted(names):
        was, now = old.get(name), new.get(name)
        if was == now or (name == "uniqueItems" and not was and not now):
            continue
        if name == "format":
            rule = _of_format(was, now)
            if not rule:
                continue
        elif name == "multipleOf" and _divides(was, now):
            rule = "condition-added"
        elif name == "multipleOf" and _divides(now, was):
            rule = "condition-removed"
        elif was is None or now is None or name == "uniqueItems":
            rule = "condition-added" if now else "condition-removed"
        else:
            rule = "condition-changed"
        yield name, rule


_SIZES = {None, "int32", "int64", "float", "double"}
"""Formats that only limit the size of a number. They have no effect on the type in Python."""

_TYPED = {"uuid", "date", "date-time", "binary"}
"""Formats with a type of their own in Python."""


def _of_format(was: Json, now: Json) -> str:
    if was in _SIZES and now in _SIZES:
        return ""
    if was in _TYPED or now in _TYPED:
        return "type-specialized" if was is None else "type-generalized" if now is None else "type-changed"
    return "condition-added" if was is None else "condition-removed" if now is None else "condition-changed"


def _divides(divisor: Json, multiple: Json) -> bool:
    one, other = number(divisor), number(multiple)
    return bool(one) and other is not None and one is not None and other % one == 0


def _type(_keyword: str, format_: Json) -> str:
    return "a string" if format_ is None else f"a string with the format {code(format_)}"


def _said(name: str, value: Json) -> str:
    if value is None:
        return f"no `{name}`"
    return code(f"{name}: {json.dumps(value, ensure_ascii=False)}")
