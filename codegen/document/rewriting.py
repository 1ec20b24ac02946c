"""Changes a text so that it means other data, and leaves everything else as it is: comments, order, layout.

The caller reads the new text and compares: YAML has more ways to write a value than are understood here, such
as aliases.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from codegen.document.load import parse
from codegen.document.node import Plain, Pointer, plain
from codegen.document.rendering import TextStyle
from codegen.document.source import Source
from codegen.document.text_parts import Member, TextPart, text_parts


class TextEdit(Struct, frozen=True):
    """A piece of a text, and what replaces it."""

    start: int
    end: int
    text: str


def edited(text: str, changes: Sequence[TextEdit]) -> str:
    """A text with all changes."""
    pieces, at = list[str](), 0
    for edit in changes:
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


class ParsedText:
    """A text, its data, and the places of its parts.

    Raises:
        Refused: It is not YAML or JSON as `codegen.document.load` describes them.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.data: Plain = plain(parse(source))
        self._text, self._style, self._parts = source.text, TextStyle.of(source), text_parts(source)

    def edits(self, new: Plain, at: Pointer = ()) -> list[TextEdit]:
        """The changes after which the part at a pointer has other data, in the order of the text.

        A list may get items at its end, lose items, or have changed ones; any other is written anew.

        Raises:
            LookupError: There is no such part.
        """
        part, old = self._parts, self.data
        for token in at:
            part = {key: one for key, _, one in part.members or ()}[token]
            old = old[token]
        return sorted(self._changed(part, old, new), key=lambda edit: (edit.start, edit.end))

    def _changed(self, part: TextPart, old: Any, new: Any) -> Iterator[TextEdit]:
        if old == new and type(old) is type(new):
            return
        members = part.members or ()
        if isinstance(old, dict) and isinstance(new, dict) and members and new:
            yield from self._mapping(part, members, old, new)
        elif isinstance(old, list) and isinstance(new, list) and members and new:
            yield from self._list(part, members, old, new)
        else:
            yield self._anew(part, new)

    def _anew(self, part: TextPart, new: Plain) -> TextEdit:
        indent = self._indent(part.start) if "\n" in self._text.strip() else None
        # A list may begin right below its key, where nothing else may.
        space = "" if part.is_flow else " "
        return TextEdit(part.start, part.end, space + self._style.flow(new, indent))

    def _mapping(
        self, part: TextPart, members: tuple[Member, ...], old: dict[str, Any], new: dict[str, Any]
    ) -> Iterator[TextEdit]:
        places = {key: index for index, (key, _, _) in enumerate(members)}
        for key in (key for key in old if key in new and key in places):
            yield from self._changed(members[places[key]][2], old[key], new[key])
        added = [key for key in new if key not in old]
        gone = [places[key] for key in old if key not in new and key in places]
        while added and gone:
            _, start, value = members[gone.pop(0)]
            key = added.pop(0)
            yield TextEdit(start, value.end, self._pairs({key: new[key]}, part, start))
        yield from self._removed(part, members, gone)
        behind: dict[int, dict[str, Any]] = {}
        for key in added:
            before = [places[one] for one in [*new][: [*new].index(key)] if one in old and one in places]
            behind.setdefault(before[-1] if before else len(members) - 1, {})[key] = new[key]
        for index, pairs in behind.items():
            yield self._insertion(part, members[index], self._pairs(pairs, part, members[index][1]))

    def _pairs(self, pairs: dict[str, Any], part: TextPart, like: int) -> str:
        """Pairs of a mapping, beside the one that begins at `like`."""
        quotes = (self._text[start : start + 1] for _, start, _ in part.members or ())
        quote = next((one for one in quotes if one in {"'", '"'}), "")
        if not part.is_flow:
            return self._style.pairs(pairs, self._column(like), quote)
        indent = self._indent(like) if self._is_spread(part) else None
        rendered = (
            f"{self._style.key(key, quote)}: {self._style.flow(value, indent)}"
            for key, value in pairs.items()
        )
        return self._separator(part, like).join(rendered)

    def _list(
        self, part: TextPart, members: tuple[Member, ...], old: list[Any], new: list[Any]
    ) -> Iterator[TextEdit]:
        if len(new) < len(old):
            left = iter(range(len(old)))
            kept = [next((index for index in left if old[index] == one), -1) for one in new]
            if -1 in kept:
                yield self._anew(part, new)
            else:
                yield from self._removed(part, members, [i for i in range(len(old)) if i not in kept])
            return
        for (_, _, item), one, other in zip(members, old, new, strict=False):
            yield from self._changed(item, one, other)
        if added := new[len(old) :]:
            _, start, _ = members[-1]
            if part.is_flow:
                own_line = self._indent(start) if self._is_spread(part) else None
                rendered = [self._style.flow(one, own_line) for one in added]
            else:
                rendered = [f"- {self._style.item(one, self._column(start))}" for one in added]
            yield self._insertion(part, members[-1], self._separator(part, start).join(rendered))

    def _removed(self, part: TextPart, members: tuple[Member, ...], gone: list[int]) -> Iterator[TextEdit]:
        """Remove some members, but not all."""
        while gone:
            first = last = gone.pop(0)
            while gone and gone[0] == last + 1:
                last = gone.pop(0)
            start, end = members[first][1], members[last][2].end
            if not part.is_flow and not self._before(start).strip():
                yield TextEdit(start - len(self._before(start)), self._line_end(end, with_break=True), "")
            elif last + 1 < len(members):
                yield TextEdit(start, members[last + 1][1], "")
            else:
                yield TextEdit(members[first - 1][2].end, end, "")

    def _insertion(self, part: TextPart, behind: Member, text: str) -> TextEdit:
        end = behind[2].end
        at = end if part.is_flow else self._line_end(end)
        return TextEdit(at, at, self._separator(part, behind[1]) + text)

    def _separator(self, part: TextPart, like: int) -> str:
        """The text between two members of a part. The second one gets the column of `like`."""
        if not part.is_flow:
            return f"{self._style.newline}{' ' * self._column(like)}"
        return f",{self._style.newline}{self._indent(like)}" if self._is_spread(part) else ", "

    def _is_spread(self, part: TextPart) -> bool:
        """Whether each member is on its own line."""
        return bool(part.members) and "\n" in self._text[part.start : (part.members or ())[0][1]]

    def _before(self, offset: int) -> str:
        """The text before a character on its line."""
        return self._text[self._text.rfind("\n", 0, offset) + 1 : offset]

    def _column(self, offset: int) -> int:
        return len(self._before(offset))

    def _indent(self, offset: int) -> str:
        before = self._before(offset)
        return before[: len(before) - len(before.lstrip())]

    def _line_end(self, offset: int, *, with_break: bool = False) -> int:
        found = self._text.find("\n", offset)
        if found < 0:
            return len(self._text)
        if with_break:
            return found + 1
        return found - 1 if self._text[found - 1 : found] == "\r" and found > offset else found
