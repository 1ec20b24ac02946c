"""Compares the responses of two operations: their statuses, headers and contents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from codegen.document.node import Pointer
from codegen.drift.changes.media import compare_media
from codegen.drift.changes.where import Where, code
from codegen.model.operations import Header, Operation, Response

Contents: TypeAlias = Callable[[Pointer, Pointer, Where], None]
"""Compares the schemas at two places."""


def compare_responses(old: Operation, new: Operation, contents: Contents, where: Where) -> None:
    """Compare all responses. A status that took the place of another one is compared with that one."""
    was, now = ({one.status: one for one in operation.responses} for operation in (old, new))
    gone, added = [one for one in was if one not in now], [one for one in now if one not in was]
    pairs = {status: status for status in was if status in now}
    successes = [[one for one in several if one.startswith("2")] for several in (gone, added)]
    if len(successes[0]) == len(successes[1]) == 1:
        (before,), (after,) = successes
        pairs[before] = after
        gone.remove(before)
        added.remove(after)
        places = (was[before].origins[0], now[after].origins[0])
        here = where.at(f"response of {where.subject}", places)
        here.add("success-changed", *places, was=code(before), now=code(after))
    for status in gone:
        here = where.at(f"response {status} of {where.subject}", (was[status].origins[0], None))
        here.add(f"{_kind(status)}-removed", was[status].origins[0], new.origins[0])
    for status in added:
        here = where.at(f"response {status} of {where.subject}", (None, now[status].origins[0]))
        here.add(f"{_kind(status)}-added", old.origins[0], now[status].origins[0])
    for before, after in pairs.items():
        _response(was[before], now[after], contents, where)


def _kind(status: str) -> str:
    return "success" if status.startswith("2") else "error"


def _response(old: Response, new: Response, contents: Contents, where: Where) -> None:
    places = (old.origins[0], new.origins[0])
    here = where.at(f"response {new.status} of {where.subject}", places)
    _headers(old.headers, new.headers, places, contents, here)
    if bool(old.media) is not bool(new.media):
        content = [one.media[0].origins[0] if one.media else one.origins[0] for one in (old, new)]
        within = here.at(f"body of {here.subject}", (content[0], content[1]))
        within.add("content-added" if new.media else "content-removed", *places)
        return
    for one, other in compare_media(old.media, new.media, places, here):
        inner = here.at(f"body of {here.subject}", (one.origins[0], other.origins[0]))
        contents(one.origins[0], other.origins[0], inner)


def _headers(
    old: Sequence[Header],
    new: Sequence[Header],
    places: tuple[Pointer, Pointer],
    contents: Contents,
    where: Where,
) -> None:
    was, now = ({one.wire_name.lower(): one for one in headers} for headers in (old, new))
    for name, one in was.items():
        other = now.get(name)
        here = where.at(
            f"header {code(one.wire_name)} of {where.subject}",
            (one.origins[0], other.origins[0] if other else None),
        )
        if other is None:
            here.add(f"{'required-' if one.required else ''}header-removed", one.origins[0], places[1])
            continue
        if one.required is not other.required:
            rule = "header-required" if other.required else "header-optional"
            here.add(rule, one.origins[0], other.origins[0])
        contents(one.origins[0], other.origins[0], here)
    for name, other in now.items():
        if name not in was:
            here = where.at(f"header {code(other.wire_name)} of {where.subject}", (None, other.origins[0]))
            here.add("header-added", places[0], other.origins[0])
