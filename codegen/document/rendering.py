"""Writes values as YAML or JSON, in the style of a text."""

from __future__ import annotations

import json
import re
from typing import Any

from msgspec import Struct

from codegen.document.node import Plain
from codegen.document.source import Source

_PLAIN = re.compile(r"[A-Za-z_/$][\w./$-]*(?: [\w./$(][\w./$()-]*)*", re.ASCII)
_SPECIAL = frozenset({"", "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"})
"""Texts that YAML 1.1 or 1.2 reads as something else, in lower case."""
_LIST = re.compile(r"^( *)[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n( *)- ", re.MULTILINE)
_MAPPING = re.compile(r"^[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n( +)[^\s#-]", re.MULTILINE)
_LONGEST = 60
"""The most characters of a list of scalars that is written on one line."""


class TextStyle(Struct, frozen=True):
    """How a text is written."""

    is_json: bool
    newline: str = "\n"
    quote: str = "'"
    unit: str = "  "
    """The indentation of a mapping."""
    dash: int = 0
    """The number of spaces by which a list is indented."""

    @classmethod
    def of(cls, source: Source) -> TextStyle:
        """The predominant style of a text."""
        text = source.text
        newline = "\r\n" if "\r\n" in text else "\n"
        if source.is_json:
            found = re.search(r"\n( +|\t)", text)
            return cls(is_json=True, newline=newline, unit=found[1] if found else "  ")
        nested, listed = _MAPPING.search(text), _LIST.search(text)
        return cls(
            is_json=False,
            newline=newline,
            quote='"' if text.count('"') > text.count("'") else "'",
            unit=nested[1] if nested else "  ",
            dash=max(len(listed[2]) - len(listed[1]), 0) if listed else 0,
        )

    def key(self, key: str, quote: str = "'") -> str:
        """A key; a number has the quotes that are given."""
        if re.fullmatch("[0-9]+", key) and not self.is_json:
            return f"{quote}{key}{quote}"
        return self.scalar(key)

    def scalar(self, value: Plain) -> str:
        """A value without parts."""
        if self.is_json or not isinstance(value, str):
            return json.dumps(value, ensure_ascii=False)
        if _PLAIN.fullmatch(value) and value.lower() not in _SPECIAL:
            return value
        if value.isprintable() and self.quote not in value and "\\" not in value:
            return f"{self.quote}{value}{self.quote}"
        quoted = json.dumps(value, ensure_ascii=False)
        return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in quoted)

    def flow(self, value: Plain, indent: str | None = None) -> str:
        """A value in brackets; in JSON on several lines, if the indentation of its own line is given."""
        if self.is_json:
            if indent is None:
                return json.dumps(value, ensure_ascii=False)
            lines = json.dumps(value, ensure_ascii=False, indent=self.unit).split("\n")
            return f"{self.newline}{indent}".join(lines)
        if isinstance(value, dict):
            inner = ", ".join(f"{self.key(key)}: {self.flow(one)}" for key, one in value.items())
            return f"{{{inner}}}"
        return f"[{', '.join(map(self.flow, value))}]" if isinstance(value, list) else self.scalar(value)

    def block(self, value: Plain, indent: int) -> str:
        """The text after a colon, on the lines below it if that is easier to read."""
        if isinstance(value, dict) and value:
            inner = indent + len(self.unit)
            return f"{self._line(inner)}{self.pairs(value, inner)}"
        if isinstance(value, list) and (_has_parts(value) or len(self.flow(value)) > _LONGEST):
            inner = indent + self.dash
            return "".join(f"{self._line(inner)}- {self.item(one, inner)}" for one in value)
        return f" {self.flow(value)}"

    def pairs(self, value: dict[str, Any], indent: int, quote: str = "'") -> str:
        """The pairs of a mapping, each but the first with the end of the line before it."""
        rendered = (f"{self.key(key, quote)}:{self.block(one, indent)}" for key, one in value.items())
        return self._line(indent).join(rendered)

    def item(self, value: Plain, indent: int) -> str:
        """The text after a dash."""
        if isinstance(value, dict) and value:
            return self.pairs(value, indent + 2)
        return self.flow(value)

    def _line(self, indent: int) -> str:
        return f"{self.newline}{' ' * indent}"


def _has_parts(items: list[Any]) -> bool:
    return any(isinstance(one, (dict, list)) for one in items)
