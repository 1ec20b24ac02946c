"""Python expressions as a person lays them out: on one line if they fit, else with one item per line."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from codegen.views.text.quoting import EMPTY, Code, join, splice

WIDTH = 88
"""The maximum width of code in documents."""


class Item(Struct, frozen=True):
    """An item in brackets: an argument, or an item of a list or a dict."""

    value: Expression
    before: Code = EMPTY
    """``name=`` or ``"key": ``."""


class Expression(Struct, frozen=True):
    """An expression. Only one with items can take several lines."""

    start: Code
    """The whole expression, or what is before its items: ``client.clusters.get(``."""
    items: tuple[Item, ...] = ()
    end: Code = EMPTY

    @property
    def line(self) -> Code:
        """The expression on one line."""
        items = [splice("{}{}", one.before, one.value.line) for one in self.items]
        return splice("{}{}{}", self.start, join(", ", items), self.end)

    def laid_out(self, indent: int, before: Code = EMPTY, after: Code = EMPTY) -> Code:
        """The expression between texts on the same line, which is indented."""
        line = splice("{}{}{}", before, self.line, after)
        if indent + len(line) <= WIDTH or not self.items:
            return line
        comma, inner = Code(","), indent + 4
        items = [one.value.laid_out(inner, one.before, comma) for one in self.items]
        lines = [splice("{}{}\n", Code(" " * inner), one) for one in items]
        margin = Code(" " * indent)
        return splice("{}{}\n{}{}{}{}", before, self.start, join("", lines), margin, self.end, after)


def call(function: Code, arguments: Iterable[Item]) -> Expression:
    """A call."""
    return Expression(splice("{}(", function), tuple(arguments), Code(")"))


def list_expression(items: Iterable[Expression]) -> Expression:
    """A list."""
    return Expression(Code("["), tuple(map(Item, items)), Code("]"))


def dict_expression(items: Iterable[tuple[Code, Expression]]) -> Expression:
    """A dict, by the literals of its keys."""
    pairs = (Item(value, splice("{}: ", key)) for key, value in items)
    return Expression(Code("{"), tuple(pairs), Code("}"))
