"""Reads the fields of a schema, and the parameters of an operation, from the lines of a page.

The order of lines is that of the plug-in: a field has its name, ``required``, its description, its type, and
tags; a parameter has its description last. A text does not show where a description ends and a name begins,
so names that the document knows decide where both are possible.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from codegen.document.node import placed
from codegen.drift.reference.page import Block, Example, Shown
from codegen.drift.reference.text_sections import Line

_ONE = r"(?:string|integer|number|boolean|object|array|null|any|Array(?:<.+>)?)"
_TYPE = re.compile(rf"(?P<type>(?:not )?{_ONE}(?: \| {_ONE})*)(?P<more>(?: format: \S+)?(?: recursive)?)")
_TAGS = re.compile(r"(?:default: |nullable$|nullable |[<>]=? -?\d|/.+/(?: |$)|multiple of |unique items)")
_FLAGS = {"required", "deprecated", "additional properties"}
_EXAMPLES = {"Example", "Examples", "Example generated"}
_UNIONS = {"One of:", "Any of:"}
_VALUES = "Allowed values:"
_WORD = re.compile(r"[^\s.,:;]+(?:\.[^\s.,:;]+)*(?:\[\])?")


def is_type(text: str) -> bool:
    """Whether a line is a type."""
    return _TYPE.fullmatch(text) is not None


@dataclass(slots=True)
class Reader:
    """Reads lines from the first to the last."""

    lines: Sequence[Line]
    known: Collection[str]
    """The names of fields or parameters in the document."""
    at: int = 0
    block: Block = field(init=False)

    def __post_init__(self) -> None:
        """Begin with an empty block."""
        self.block = Block(line=self.lines[0].number if self.lines else 1)

    def schema(self) -> tuple[Block, Sequence[Line]]:
        """Read a schema and its examples, and return it with the lines that no longer belong to it."""
        root = Shown(name="", line=self.block.line)
        self._to_type(root)
        self.block.root = root
        while not self.block.unread and self._has_field():
            if not self._example():
                self._field()
        return self.block, [] if self.block.unread else self.lines[self.at :]

    def parameters(self) -> Block:
        """Read a list of parameters."""
        prose: list[str] = []
        while self.at < len(self.lines) and not self.block.unread:
            if self._example():
                continue
            if not self._begins_parameter():
                prose.append(self._next().text)
                continue
            if self.block.fields:
                self.block.fields[-1].prose += prose
            prose = []
            shown = Shown(name=self._here(), line=self._next().number)
            self._flags(shown)
            self._to_type(shown)
            self.block.fields.append(shown)
            if "object" in shown.type and not shown.is_recursive:
                self._give_up("the fields of a parameter that is an object cannot be told from parameters")
        if self.block.fields:
            self.block.fields[-1].prose += prose
        return self.block

    def _begins_parameter(self) -> bool:
        """Whether this line is a name: a word before a type, perhaps with a description between them."""
        if self._here(1) in _FLAGS or (self._here() in self.known and self._is_head(1)):
            return True
        return _WORD.fullmatch(self._here()) is not None and self._is_head(1)

    def _is_head(self, ahead: int) -> bool:
        return is_type(self._here(ahead)) or self._here(ahead) in _UNIONS

    def _here(self, ahead: int = 0) -> str:
        at = self.at + ahead
        return self.lines[at].text if at < len(self.lines) else ""

    def _next(self) -> Line:
        self.at += 1
        return self.lines[self.at - 1]

    def _give_up(self, why: str) -> None:
        self.block.unread = why
        self.block.unread_line = self.lines[min(self.at, len(self.lines) - 1)].number

    def _has_field(self) -> bool:
        """Whether another field or example follows, and not only the text after the schema."""
        if self.at >= len(self.lines):
            return False
        if self._here() in self.known or self._here() in _EXAMPLES or self._here(1) in _FLAGS:
            return True
        return any(is_type(one.text) or one.text in _UNIONS for one in self.lines[self.at + 1 :])

    def _field(self) -> None:
        shown = Shown(name=self._here(), line=self._next().number)
        self.block.fields.append(shown)
        self._flags(shown)
        self._to_type(shown)

    def _flags(self, shown: Shown) -> None:
        while self._here() in _FLAGS:
            flag = self._next().text
            shown.required |= flag == "required"
            shown.deprecated |= flag == "deprecated"
            shown.is_additional |= flag == "additional properties"

    def _to_type(self, shown: Shown) -> None:
        """Read the description and the type. A field may have none; then the next name follows."""
        while self.at < len(self.lines):
            text = self._here()
            if text in _UNIONS:
                self._give_up("the alternatives of a union cannot be told apart")
                return
            if found := _TYPE.fullmatch(text):
                self._type(shown, found)
                return
            if text in _EXAMPLES or (shown.name and self._begins_field()):
                return
            shown.prose.append(self._next().text)

    def _begins_field(self) -> bool:
        return self._here(1) in _FLAGS or (self._here() in self.known and bool(self._here(1)))

    def _type(self, shown: Shown, found: re.Match[str]) -> None:
        shown.type, shown.type_line = found["type"], self._next().number
        more = found["more"]
        shown.is_recursive = more.endswith(" recursive")
        shown.format = more.removesuffix(" recursive").removeprefix(" format: ")
        if _TAGS.match(self._here()) and not (self._here() in self.known and self._is_head(1)):
            shown.tags_line = self.lines[self.at].number
            shown.tags = self._next().text
        if self._here().startswith(_VALUES):
            line = self._next()
            shown.values, shown.values_line = line.text.removeprefix(_VALUES).split(), line.number
        if shown.type == "Array<object>" and not shown.is_recursive:
            item = Shown(name="", line=shown.line)
            self._to_type(item)

    def _example(self) -> bool:
        """Read an example, if one begins here. The text after it may be on the same line."""
        if self._here() not in _EXAMPLES or self._here(1) in _FLAGS or self._is_head(1):
            return False
        heading = self._next()
        if self.at >= len(self.lines):
            return True
        rest = "\n".join(one.text for one in self.lines[self.at :])
        if not rest.startswith(("{", "[", '"')):
            self._plain_example()
            return True
        try:
            value, end = json.JSONDecoder().raw_decode(rest)
        except (ValueError, RecursionError):
            self._give_up("an example is not JSON")
            return True
        last = self.at + rest.count("\n", 0, end)
        tail = rest[end:].partition("\n")[0].strip()
        first = self.lines[self.at].number
        self.block.examples.append(Example(placed(value), first, heading.text == "Example generated"))
        number = self.lines[last].number
        self.lines = [*([Line(tail, number)] if tail else []), *self.lines[last + 1 :]]
        self.at = 0
        return True

    def _plain_example(self) -> None:
        """Skip an example that is not JSON. A known name may follow on its line."""
        if not (self._here(1) in _FLAGS or self._is_head(1)):
            self.at += 1
            return
        line = self.lines[self.at]
        names = [one for one in self.known if line.text.endswith(one)]
        if names:
            self.lines = [Line(max(names, key=len), line.number), *self.lines[self.at + 1 :]]
            self.at = 0
        else:
            self._give_up("an example and the name after it cannot be told apart")
