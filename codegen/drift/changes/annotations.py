"""Decides whether values of one annotation fit another, as type checkers do, across two clients."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from codegen.drift.changes.surface import Class

_READ_ONLY = {"Sequence", "Mapping"}
"""Generic types that a narrower argument makes narrower. A `list[int]` is no `list[float]` (PEP 484)."""

_WIDER = {
    ("int", "float"),
    ("bool", "int"),
    ("bool", "float"),
    ("datetime.datetime", "datetime.date"),
    ("list", "Sequence"),
    ("dict", "Mapping"),
}
_UNSET = "UnsetType"
_MADE = {"datetime.datetime", "datetime.date", "UUID", "Decimal", "bytes", "Page", "AsyncPage", "Stream"}
"""The types that the client makes from JSON."""


class Annotations(Struct, frozen=True):
    """Compares annotations of two clients."""

    given: Mapping[str, Class]
    """The classes of the client that has the values."""
    wanted: Mapping[str, Class]
    """The classes of the client that receives them."""
    renamed: Mapping[str, str]
    """The renamed classes: the names in `wanted` by those in `given`."""
    is_read: bool = False
    """Whether values are received. Then a value without a type is plain JSON, not an object of a class."""

    @property
    def reversed(self) -> Annotations:
        """The comparison in the other direction."""
        renamed = {now: was for was, now in self.renamed.items()}
        return Annotations(self.wanted, self.given, renamed)

    def fit(self, given: str, wanted: str) -> bool:
        """Whether every value of one type is one of the other."""
        if given == wanted and not any(name in given for name in self.renamed):
            return True  # nearly all are equal
        return self.parts_fit(parts(given), parts(wanted))

    def replaced(self, given: str, wanted: str) -> bool:
        """Whether a union has lost some classes and got others."""
        before = {self._renamed(one) for one in map(_head, parts(given)) if one.startswith("models.")}
        after = {one for one in map(_head, parts(wanted)) if one.startswith("models.")}
        return bool(before - after) and bool(after - before)

    def parts_fit(self, given: list[ast.expr], wanted: list[ast.expr]) -> bool:
        """Whether every value of some types is one of others."""
        # A union with a name is the same type. Its members are compared where it is defined.
        named = {_head(one) for one in wanted if isinstance(one, ast.Attribute)}
        rest = [one for one in given if self._renamed(_head(one)) not in named]
        accepted = [two for one in wanted for two in _spelled(one, self.wanted)]
        offered = [two for one in rest for two in _spelled(one, self.given)]
        return all(any(self._is(one, two) for two in accepted) for one in offered)

    def _is(self, given: ast.expr, wanted: ast.expr) -> bool:
        one, other = _head(given), _head(wanted)
        if other in {"Any", "object"}:
            return not self.is_read or self._is_plain(given)
        if one == "Any":
            return not self.is_read
        if self.is_read and (one, other) == ("datetime.datetime", "datetime.date"):
            return False  # a subclass, but neither equal to a date nor to be compared with one
        if isinstance(given, ast.Subscript) and isinstance(wanted, ast.Subscript):
            return self._is_generic(given, wanted)
        if one.startswith("models."):
            return self._is_class(one.removeprefix("models."), other)
        return one == other or (one, other) in _WIDER

    def _is_plain(self, given: ast.expr) -> bool:
        """Whether a value is as JSON has it: a member of an enum equals its text."""
        head = _head(given)
        if head.startswith("models."):
            class_ = self.given.get(head.removeprefix("models."))
            return class_ is not None and class_.kind == "enum"
        inner = _arguments(given) if isinstance(given, ast.Subscript) and head != "Literal" else ()
        members = (two for one in inner for part in _split(one) for two in _spelled(part, self.given))
        return head not in _MADE and all(map(self._is_plain, members))

    def _renamed(self, head: str) -> str:
        name = head.removeprefix("models.")
        return f"models.{self.renamed.get(name, name)}"

    def _is_class(self, name: str, other: str) -> bool:
        if other == self._renamed(name):
            return True
        class_ = self.given.get(name)
        return class_ is not None and class_.kind == "enum" and other == _BASES.get(class_.base)

    def _is_generic(self, given: ast.Subscript, wanted: ast.Subscript) -> bool:
        one, other = _head(given), _head(wanted)
        if one == other == "Literal":
            return {*map(ast.dump, _arguments(given))} <= {*map(ast.dump, _arguments(wanted))}
        if one != other and (one, other) not in _WIDER:
            return False
        pairs = [
            (_split(first), _split(second))
            for first, second in zip(_arguments(given), _arguments(wanted), strict=False)
        ]
        fitting = all(self.parts_fit(first, second) for first, second in pairs)
        back = self.reversed
        return fitting and (
            other in _READ_ONLY or all(back.parts_fit(second, first) for first, second in pairs)
        )


_BASES = {"string": "str", "integer": "int"}


def is_unset_only(was: str, now: str) -> bool:
    """Whether two annotations differ only in whether a value may be missing."""
    before, after = ({ast.dump(one) for one in parts(text)} for text in (was, now))
    return before ^ after == {ast.dump(ast.Name(_UNSET, ast.Load()))}


def qualified(annotation: str, classes: Mapping[str, Class]) -> str:
    """An annotation of ``models.py`` as other modules write it: ``models.Pet``."""
    return _NAMES.sub(lambda found: f"models.{found[0]}" if found[0] in classes else found[0], annotation)


_NAMES = re.compile(r"""\"[^\"]*\"|'[^']*'|(?<![\w.])\w+""")
"""The names in an annotation; literals are not looked into."""


def parts(annotation: str) -> list[ast.expr]:
    """The members of a union; for another type, the type itself."""
    return list(_parsed(annotation))


@cache
def _parsed(annotation: str) -> tuple[ast.expr, ...]:
    return tuple(_split(ast.parse(annotation, mode="eval").body))


def _split(expression: ast.expr) -> list[ast.expr]:
    if isinstance(expression, ast.BinOp):
        return [*_split(expression.left), *_split(expression.right)]
    if isinstance(expression, ast.Constant) and isinstance(expression.value, str):
        return _split(ast.parse(expression.value, mode="eval").body)
    return [expression]


def _spelled(expression: ast.expr, classes: Mapping[str, Class]) -> list[ast.expr]:
    """The members of a named union, and its name."""
    name = _head(expression).removeprefix("models.")
    class_ = classes.get(name) if isinstance(expression, ast.Attribute) else None
    if class_ is None or class_.kind != "union":
        return [expression]
    inner = {one: other for one, other in classes.items() if one != name}
    members = parts(qualified(class_.alias, classes))
    return [two for one in members for two in _spelled(one, inner)] or [expression]


def _head(expression: ast.expr) -> str:
    match expression.value if isinstance(expression, ast.Subscript) else expression:
        case ast.Name(name) | ast.Attribute(ast.Name("models"), name) as part:
            return name if isinstance(part, ast.Name) else f"models.{name}"
        case part:
            return ast.unparse(part)


def _arguments(expression: ast.Subscript) -> list[ast.expr]:
    inner = expression.slice
    return list(inner.elts) if isinstance(inner, ast.Tuple) else [inner]
