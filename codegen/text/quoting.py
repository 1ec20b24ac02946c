"""The one way for text of the document into source: an encoder for each kind of place it can go.

`Code` is text that is safe to paste. Only this module makes it, the views hold nothing else, and the
template environment refuses anything else: an injection is a type error. Nothing is deleted from a
value: the literal made of a wire name or of an enum's value evaluates to the same string.
"""

from __future__ import annotations

import json
import keyword
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from codegen.document.node import Json
from codegen.text.wrapping import wrap


class Code(str):
    """Finished source: Python, TOML or Markdown, never to be escaped again.

    Joining or formatting gives a plain `str` again, on purpose: pieces are put together by `splice`.
    """

    __slots__ = ()


EMPTY = Code("")

_WIDTH = 100


def splice(pattern: str, *pieces: Code, **named: Code) -> Code:
    """Put finished pieces into a pattern of ours: ``splice("list[{}]", item)``.

    Raises:
        TypeError: A piece is text that nobody has quoted.
    """
    _only_code(pieces)
    _only_code(named.values())
    return Code(pattern.format(*pieces, **named))


def _only_code(pieces: Iterable[Code]) -> None:
    for piece in pieces:
        if type(piece) is not Code:
            raise TypeError(f"not quoted: {piece!r}")


def join(separator: str, pieces: list[Code]) -> Code:
    """Finished pieces with a separator of ours between them."""
    _only_code(pieces)
    return Code(separator.join(pieces))


def literal(value: Json) -> Code:
    """A Python expression that evaluates to the value, of plain JSON types only.

    Raises:
        TypeError: The value is not JSON.
        ValueError: The number is not finite.
    """
    if value is None or isinstance(value, (bool, int)):
        return Code(repr(value))
    if isinstance(value, str):
        single = repr(value)
        return Code(single if '"' in single else f'"{single[1:-1]}"')
    if isinstance(value, float):
        if value != value or value in {float("inf"), float("-inf")}:  # noqa: PLR0124 - NaN differs from itself
            raise ValueError(f"not a JSON number: {value!r}")
        return Code(repr(value))
    if isinstance(value, list):
        return splice("[{}]", join(", ", [literal(item) for item in value]))
    if isinstance(value, dict):
        items = [splice("{}: {}", literal(key), literal(item)) for key, item in value.items()]
        return splice("{{{}}}", join(", ", items))
    raise TypeError(type(value))


def name(identifier: str) -> Code:
    """An identifier of ours.

    Raises:
        ValueError: Not an ASCII identifier, or a keyword.
    """
    if not (identifier.isascii() and identifier.isidentifier()) or keyword.iskeyword(identifier):
        raise ValueError(f"not a Python name: {identifier!r}")
    return Code(identifier)


def visible(text: str) -> str:
    """The text on one screen: what would not show, or would reorder what does, as an escape."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\n" else _escape(c) for c in text)


def _escape(character: str) -> str:
    point = ord(character)
    return f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a docstring in Google's style: ``Args:`` and what stands below it.

    An entry is a label of ours (an argument, an exception) and the document's text about it; the one
    entry of a section such as ``Returns:`` may have no label.
    """

    title: str
    entries: tuple[tuple[str, str], ...]

    def lines(self, width: int) -> list[str]:
        """The section as lines of at most `width`, where words allow it."""
        lines = [f"{self.title}:"]
        for label, text in self.entries:
            first, *others = wrap(f"{label}: {text}" if label else text, width - 8) or [""]
            lines.append(f"    {first}")
            lines += [f"{' ' * 8 if label else ' ' * 4}{other}" if other else "" for other in others]
        return lines


def docstring(text: str, *, indent: int, sections: Sequence[Section] = ()) -> Code:
    """A docstring, quotes included, whose further lines stand at `indent`; the text is wrapped.

    A text that fits on one line with its quotes stays on it.

    Raises:
        ValueError: There is no text: a place without text has no docstring.
    """
    blocks = [wrap(text, _WIDTH - indent), *(section.lines(_WIDTH - indent) for section in sections)]
    lines = [visible(line) for block in blocks for line in (*block, "")][:-1]
    if not any(line.strip() for line in lines):
        raise ValueError("an empty docstring")
    if len(lines) == 1 and indent + len(lines[0]) + 6 <= _WIDTH:
        text = lines[0].rstrip('"')
        return Code(f'"""{_inside(text)}{_QUOTE * (len(lines[0]) - len(text))}"""')
    margin = " " * indent
    body = "\n".join(f"{margin}{_inside(line)}" if line else "" for line in lines)
    return Code(f'"""{body.lstrip()}\n{margin}"""')


_QUOTE = '\\"'


def _inside(line: str) -> str:
    """What stands between the quotes of a docstring, where no run of them may end it."""
    return line.replace("\\", "\\\\").replace('"""', _QUOTE * 3)


def toml(text: str) -> Code:
    """A TOML basic string (TOML 1.0, Strings)."""
    quoted = json.dumps(text, ensure_ascii=False)
    return Code("".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in quoted))


_MARKUP = re.compile(r"([\\`*_{}\[\]<>|#~&!])")


def markdown(text: str) -> Code:
    """One line of Markdown that shows the text as it is, without markup of its own."""
    return Code(_MARKUP.sub(r"\\\1", visible(" ".join(text.split()))))


def code_span(text: str) -> Code:
    """A Markdown code span (CommonMark 6.1): the fence is longer than any run of backticks within."""
    shown = visible(" ".join(text.split()))
    longest = max((len(run) for run in re.findall(r"`+", shown)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if shown.startswith("`") or shown.endswith("`") else ""
    return Code(f"{fence}{padding}{shown}{padding}{fence}")
