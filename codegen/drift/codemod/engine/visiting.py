"""Visits a program that is rewritten: the scopes, and the lines that are left to edit by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import libcst as cst

from codegen.drift.codemod.engine.expressions import SCOPES, Scope
from codegen.drift.codemod.engine.inferring import Inference
from codegen.drift.codemod.engine.names import Type


@dataclass(frozen=True, order=True)
class Left:
    """A line for a person."""

    line: int
    text: str


class Renaming(cst.CSTTransformer):
    """Visits a module, and knows in which scope it is."""

    def __init__(self, inference: Inference, positions: Mapping[cst.CSTNode, object]) -> None:
        super().__init__()
        self.known = inference
        self.names = inference.names
        self.left: list[Left] = []
        self._positions = positions
        self._line = 1
        self.plain: set[cst.CSTNode] = set()
        """The names that are no references, and the strings that are no annotations."""
        self.expected: dict[cst.CSTNode, Type] = {}
        """What dicts and literals are."""
        self.quoted: set[cst.CSTNode] = set()
        """The strings that are code although they are in no annotation: ``cast("Pet", found)``."""
        self.annotations = 0
        """The number of enclosing annotations."""

    def leave_to_person(self, node: cst.CSTNode, text: str) -> None:
        """Record the line of a node for review by a person, with a message."""
        place = self._positions.get(node)
        if place is not None:
            self._line = place.start.line  # type: ignore[attr-defined] # a range of code
        self.left.append(Left(self._line, text))

    # scopes

    def on_visit(self, node: cst.CSTNode) -> bool:
        """Begin a scope."""
        if isinstance(node, cst.FunctionDef):
            self.plain.add(node.name)
        if isinstance(node, SCOPES):
            scope = self.known.scopes.get(node)
            self.known.scope = Scope(self.known.scope) if scope is None else scope
        return super().on_visit(node)

    def on_leave(
        self, original_node: cst.CSTNodeT, updated_node: cst.CSTNodeT
    ) -> cst.CSTNodeT | cst.RemovalSentinel | cst.FlattenSentinel[cst.CSTNodeT]:
        """End a scope."""
        if isinstance(original_node, SCOPES):
            self.known.scope = self.known.scope.parent or self.known.module
        return super().on_leave(original_node, updated_node)
