"""Decides whether values of one annotation fit another, as type checkers do, across two clients."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from codegen.drift.changes.surface import Class

_SEQUENCES = {"list", "Sequence", "dict", "Mapping", "Page", "Stream"}
"""Generic types that are compared by their arguments.

A list of a narrower type is taken for one that fits: whoever only reads it does not notice.
"""

_WIDER = {("int", "float"), ("bool", "int"), ("bool", "float"), ("list", "Sequence"), ("dict", "Mapping")}
_UNSET = "UnsetType"


@dataclass(frozen=True, slots=True)
class Annotations:
    """Compares annotations of two clients."""

    given: Mapping[str, Class]
    """The classes of the client that has the values."""
    wanted: Mapping[str, Class]
    """Those of the client that takes them."""
    renamed: Mapping[str, str]
    """The classes of the latter, by their names in the former, where they differ."""

    def fit(self, given: str, wanted: str) -> bool:
        """Whether every value of one type is one of the other."""
        return self._fit(parts(given), parts(wanted))

    def _fit(self, given: list[ast.expr], wanted: list[ast.expr]) -> bool:
        accepted = [two for one in wanted for two in _spelled(one, self.wanted)]
        offered = [two for one in given for two in _spelled(one, self.given)]
        return all(any(self._is(one, two) for two in accepted) for one in offered)

    def _is(self, given: ast.expr, wanted: ast.expr) -> bool:
        one, other = _head(given), _head(wanted)
        if "Any" in {one, other} or other == "object":
            return True
        if isinstance(given, ast.Subscript) and isinstance(wanted, ast.Subscript):
            if one == other == "Literal":
                return {ast.dump(part) for part in _arguments(given)} <= {
                    ast.dump(part) for part in _arguments(wanted)
                }
            pairs = list(zip(_arguments(given), _arguments(wanted), strict=False))
            return (one == other or (one, other) in _WIDER) and all(
                self._fit(_split(first), _split(second)) for first, second in pairs
            )
        if one.startswith("models."):
            name = one.removeprefix("models.")
            if other == f"models.{self.renamed.get(name, name)}":
                return True
            class_ = self.given.get(name)
            return class_ is not None and class_.kind == "enum" and other == _BASES.get(class_.base)
        return one == other or (one, other) in _WIDER


_BASES = {"string": "str", "integer": "int"}


def is_unset_only(was: str, now: str) -> bool:
    """Whether two annotations differ in nothing but that a value may be missing."""
    before, after = ({ast.dump(one) for one in parts(text)} for text in (was, now))
    return before ^ after == {ast.dump(ast.Name(_UNSET, ast.Load()))}


def qualified(annotation: str, classes: Mapping[str, Class]) -> str:
    """An annotation of ``models.py`` as other modules write it: ``models.Pet``."""
    tree = ast.parse(annotation, mode="eval")
    return ast.unparse(_Qualifying(classes).visit(tree))


class _Qualifying(ast.NodeTransformer):
    def __init__(self, classes: Mapping[str, Class]) -> None:
        self._classes = classes

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in self._classes:
            return ast.Attribute(ast.Name("models", ast.Load()), node.id, ast.Load())
        return node


def parts(annotation: str) -> list[ast.expr]:
    """The members of a union; the type itself if it is none."""
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
    """The members of a named union, each as it is, beside its name."""
    name = _head(expression).removeprefix("models.")
    class_ = classes.get(name) if isinstance(expression, ast.Attribute) else None
    if class_ is None or class_.kind != "union":
        return [expression]
    inner = {one: other for one, other in classes.items() if one != name}
    members = parts(qualified(class_.alias, classes))
    return [two for one in members for two in _spelled(one, inner)] or [expression]


def _head(expression: ast.expr) -> str:
    part = expression.value if isinstance(expression, ast.Subscript) else expression
    return ast.unparse(part)


def _arguments(expression: ast.Subscript) -> list[ast.expr]:
    inner = expression.slice
    return list(inner.elts) if isinstance(inner, ast.Tuple) else [inner]
