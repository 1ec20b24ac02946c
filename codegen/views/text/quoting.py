"""Encoders that put text of the document into source, one for each kind of place.

`Code` is text that is safe to insert. Only this module creates it, the views contain nothing else, and the
template environment rejects anything else. So a missing encoder is a type error. Encoders never remove
characters: the literal of a wire name or an enum value evaluates to the same string.
"""

from __future__ import annotations

import json
import keyword
import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from codegen.document.node import Json
from codegen.views.text.wrapping import wrap


class Code(str):
    """Finished source: Python, TOML or Markdown. It is never escaped again.

    Joining or formatting it returns a plain `str`. Use `splice` and `join` to combine pieces.
    """

    __slots__ = ()


EMPTY = Code("")

_WIDTH = 100


def splice(pattern: str, *pieces: Code, **named: Code) -> Code:
    """Insert finished pieces into a trusted pattern: ``splice("list[{}]", item)``.

    Raises:
        TypeError: A piece is not `Code`.
    """
    _only_code(pieces)
    _only_code(named.values())
    return Code(pattern.format(*pieces, **named))


def _only_code(pieces: Iterable[Code]) -> None:
    for piece in pieces:
        if type(piece) is not Code:
            raise TypeError(f"not quoted: {piece!r}")


def join(separator: str, pieces: list[Code]) -> Code:
    """Join finished pieces with a trusted separator."""
    _only_code(pieces)
    return Code(separator.join(pieces))


def literal(value: Json) -> Code:
    """A Python expression that evaluates to the value, which has plain JSON types.

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
    """An identifier that we have chosen.

    Raises:
        ValueError: It is not an ASCII identifier, or it is a keyword.
    """
    if not (identifier.isascii() and identifier.isidentifier()) or keyword.iskeyword(identifier):
        raise ValueError(f"not a Python name: {identifier!r}")
    return Code(identifier)


def visible(text: str) -> str:
    """The text with escapes for characters that are invisible or change the order of others."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\n" else _escape(c) for c in text)


def _escape(character: str) -> str:
    point = ord(character)
    return f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"


class Section(Struct, frozen=True):
    """A section of a docstring in Google style, such as ``Args:``.

    An entry is a label that the generator chooses, such as an argument or an exception, and a text of the
    document. An entry of ``Returns:`` has an empty label.
    """

    title: str
    entries: tuple[tuple[str, str], ...]

    def lines(self, width: int) -> list[str]:
        """The section as lines of at most `width` if possible."""
        lines = [f"{self.title}:"]
        for label, text in self.entries:
            first, *others = wrap(f"{label}: {text}" if label else text, width - 8) or [""]
            lines.append(f"    {first}")
            lines += [f"{' ' * 8 if label else ' ' * 4}{other}" if other else "" for other in others]
        return lines


def docstring(text: str, *, indent: int, sections: Sequence[Section] = ()) -> Code:
    """A docstring with its quotes. The text is wrapped, and lines after the first are indented by `indent`.

    A text that fits on one line with its quotes stays on it.

    Raises:
        ValueError: The text is empty.
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
    """Escape a line for the inside of a docstring."""
    return line.replace("\\", "\\\\").replace('"""', _QUOTE * 3)


def toml(text: str) -> Code:
    """A TOML basic string (TOML 1.0, Strings)."""
    quoted = json.dumps(text, ensure_ascii=False)
    return Code("".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in quoted))


_MARKUP = re.compile(r"([\\`*_{}\[\]<>|#~&!])")


def markdown(text: str) -> Code:
    """One line of Markdown that shows the text unchanged, without interpreting markup in it."""
    return Code(_MARKUP.sub(r"\\\1", visible(" ".join(text.split()))))


_SPAN = re.compile(r"(?<!`)`([^`]+)`(?!`)")


def markdown_with_code(text: str) -> Code:
    """Like `markdown`, but text between single backticks is a code span."""
    shown = visible(" ".join(text.split()))
    found: list[str] = []
    for number, part in enumerate(_SPAN.split(shown)):
        found.append(f"`{part}`" if number % 2 else _MARKUP.sub(r"\\\1", part))
    return Code("".join(found))


def code_span(text: str) -> Code:
    """A Markdown code span (CommonMark 6.1). The fence is longer than any run of backticks in the text."""
    shown = visible(" ".join(text.split()))
    longest = max((len(run) for run in re.findall(r"`+", shown)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if shown.startswith("`") or shown.endswith("`") else ""
    return Code(f"{fence}{padding}{shown}{padding}{fence}")
