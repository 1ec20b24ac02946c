"""Compares the media types of a body or a response, and their encodings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from codegen.document.node import Pointer
from codegen.drift.changes.where import Where, code, definite
from codegen.model.operations import Encoding, Media, Style


def compare_media(
    old: Sequence[Media], new: Sequence[Media], places: tuple[Pointer, Pointer], where: Where
) -> Iterator[tuple[Media, Media]]:
    """Compare the media types, and return the pairs whose schemas are to be compared."""
    was, now = ({one.media_type: one for one in media} for media in (old, new))
    gone, added = [one for one in was if one not in now], [one for one in now if one not in was]
    if len(gone) == len(added) == 1:
        where.add("media-type-changed", *places, was=code(gone[0]), now=code(added[0]))
        yield was[gone[0]], now[added[0]]
    else:
        for one in gone:
            where.add("media-type-removed", was[one].origins[0], places[1], was=code(one))
        for one in added:
            where.add("media-type-added", places[0], now[one].origins[0], now=code(one))
    for name in was.keys() & now.keys():
        yield was[name], now[name]


def compare_encodings(old: Media, new: Media, names: Mapping[str, str], where: Where) -> None:
    """Compare how the properties of a form or multipart are encoded. `names` are those of renamed ones."""
    before = {names.get(name, name): one for name, one in old.encodings.items()}
    former = {now: was for was, now in names.items()}
    for name in sorted(before.keys() | new.encodings.keys()):
        was, now = before.get(name), new.encodings.get(name)
        if was != now:
            shown = [_in_words(one) for one in (was, now)]
            where.add(
                "encoding-changed",
                (*old.origins[0], "encoding", former.get(name, name)),
                (*new.origins[0], "encoding", name),
                was=shown[0],
                now=shown[1],
                subject=f"property {code(name)} of {definite(where.subject)}",
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
