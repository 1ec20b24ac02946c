"""Visits a program that is rewritten: the scopes, and the lines that are left for a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import libcst as cst

from codegen.drift.codemod.engine.expressions import Scope
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
        """How many annotations are around."""

    def leave_to_person(self, node: cst.CSTNode, text: str) -> None:
        """Note the line of a node, and what a person has to look at."""
        place = self._positions.get(node)
        if place is not None:
            self._line = place.start.line  # type: ignore[attr-defined] # a range of code
        self.left.append(Left(self._line, text))

    # scopes

    def visit_ClassDef(self, node: cst.ClassDef) -> None:
        """Begin a class."""
        self._enter(node)

    def leave_ClassDef(self, original_node: cst.ClassDef, updated_node: cst.ClassDef) -> cst.ClassDef:
        """End a class."""
        self._leave()
        return updated_node

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:
        """Begin a function."""
        self.plain.add(node.name)
        self._enter(node)

    def leave_FunctionDef(
        self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef
    ) -> cst.FunctionDef:
        """End a function."""
        self._leave()
        return updated_node

    def visit_Lambda(self, node: cst.Lambda) -> None:
        """Begin a lambda."""
        self._enter(node)

    def leave_Lambda(self, original_node: cst.Lambda, updated_node: cst.Lambda) -> cst.Lambda:
        """End a lambda."""
        self._leave()
        return updated_node

    def _enter(self, node: cst.CSTNode) -> None:
        scope = self.known.scopes.get(node)
        self.known.scope = Scope(self.known.scope) if scope is None else scope

    def _leave(self) -> None:
        self.known.scope = self.known.scope.parent or self.known.module
