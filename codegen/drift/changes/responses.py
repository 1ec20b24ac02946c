"""Compares the responses of two operations: their statuses, headers and contents; and contents of bodies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from codegen.document.node import Pointer
from codegen.drift.changes.differences import Where, code
from codegen.model.operations import Encoding, Header, Media, Operation, Response, Style

Contents: TypeAlias = Callable[[Pointer, Pointer, Where], None]
"""Compares the schemas at two places."""


def compare_responses(old: Operation, new: Operation, contents: Contents, where: Where) -> None:
    """Compare all responses. A status that replaces another one is compared with it."""
    was, now = ({one.status: one for one in operation.responses} for operation in (old, new))
    gone, added = [one for one in was if one not in now], [one for one in now if one not in was]
    pairs = {status: status for status in was if status in now}
    successes = [[one for one in several if one.startswith("2")] for several in (gone, added)]
    if len(successes[0]) == len(successes[1]) == 1:
        (before,), (after,) = successes
        pairs[before] = after
        gone.remove(before)
        added.remove(after)
        here = where.at(f"response of {where.subject}", was[before].origins[0], now[after].origins[0])
        here.add("success-changed", was=code(before), now=code(after))
    for status in gone:
        here = where.at(f"response {status} of {where.subject}", was[status].origins[0], None)
        here.add(f"{_kind(status)}-removed")
    for status in added:
        here = where.at(f"response {status} of {where.subject}", None, now[status].origins[0])
        here.add(f"{_kind(status)}-added")
    for before, after in pairs.items():
        _response(was[before], now[after], contents, where)


def _kind(status: str) -> str:
    return "success" if status.startswith("2") else "error"


def _response(old: Response, new: Response, contents: Contents, where: Where) -> None:
    here = where.at(f"response {new.status} of {where.subject}", old.origins[0], new.origins[0])
    _headers(old.headers, new.headers, contents, here)
    if bool(old.media) is not bool(new.media):
        was, now = (one.media[0].origins[0] if one.media else one.origins[0] for one in (old, new))
        within = here.at(f"body of {here.subject}", was, now)
        within.add("content-added" if new.media else "content-removed", places=here.places)
        return
    for one, other in compare_media(old.media, new.media, here):
        inner = here.at(f"body of {here.subject}", one.origins[0], other.origins[0])
        contents(one.origins[0], other.origins[0], inner)


def _headers(old: Sequence[Header], new: Sequence[Header], contents: Contents, where: Where) -> None:
    was, now = ({one.wire_name.lower(): one for one in headers} for headers in (old, new))
    for name, one in was.items():
        other = now.get(name)
        what = f"header {code(one.wire_name)} of {where.subject}"
        here = where.at(what, one.origins[0], other.origins[0] if other else None)
        if other is None:
            here.add(f"{'required-' if one.required else ''}header-removed")
            continue
        if one.required is not other.required:
            here.add("header-required" if other.required else "header-optional")
        contents(one.origins[0], other.origins[0], here)
    for name, other in now.items():
        if name not in was:
            here = where.at(f"header {code(other.wire_name)} of {where.subject}", None, other.origins[0])
            here.add("header-added")


def compare_media(old: Sequence[Media], new: Sequence[Media], where: Where) -> Iterator[tuple[Media, Media]]:
    """Compare the media types, and return the pairs whose schemas are to be compared."""
    was, now = ({one.media_type: one for one in media} for media in (old, new))
    gone, added = [one for one in was if one not in now], [one for one in now if one not in was]
    if len(gone) == len(added) == 1:
        where.add("media-type-changed", was=code(gone[0]), now=code(added[0]))
        yield was[gone[0]], now[added[0]]
    else:
        for one in gone:
            where.add("media-type-removed", was=code(one), places=(was[one].origins[0], None))
        for one in added:
            where.add("media-type-added", now=code(one), places=(None, now[one].origins[0]))
    for name in was.keys() & now.keys():
        yield was[name], now[name]


def compare_encodings(old: Media, new: Media, names: Mapping[str, str], where: Where) -> None:
    """Compare how the properties of a form or multipart are encoded. `names` has the renamed ones."""
    before = {names.get(name, name): one for name, one in old.encodings.items()}
    former = {now: was for was, now in names.items()}
    for name in sorted(before.keys() | new.encodings.keys()):
        was, now = before.get(name), new.encodings.get(name)
        if was != now:
            old_place = (*old.origins[0], "encoding", former.get(name, name))
            new_place = (*new.origins[0], "encoding", name)
            here = where.within(f"property {code(name)}")
            here.add(
                "encoding-changed", was=_in_words(was), now=_in_words(now), places=(old_place, new_place)
            )


def _in_words(encoding: Encoding | None) -> str:
    if encoding is None:
        return "usual"
    headers = f" with {', '.join(map(code, encoding.headers))}" if encoding.headers else ""
    if encoding.style is not None:
        return style_in_words(encoding.style) + headers
    return (code(encoding.content_type) if encoding.content_type else "usual") + headers


def style_in_words(style: Style) -> str:
    """A style, for messages."""
    exploded = ", exploded" if style.explode else ""
    return f"`{style.name}{exploded}{', reserved' if style.reserved else ''}`"
