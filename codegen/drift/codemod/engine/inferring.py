"""Infers which expressions of a program are of the client: from imports, annotations and assignments.

Only what follows from the text of one file is believed. A name that is bound several times has all these
types; if one of them is unknown, or only some are of the client, the name is unknown.
"""

from __future__ import annotations

import re

import libcst as cst
from libcst.helpers import get_full_name_for_node

from codegen.drift.codemod.engine.expressions import SCOPES, Expressions, Scope
from codegen.drift.codemod.engine.names import OTHER, UNKNOWN, Alternative, Kind, Names, Type, one

_READINGS = 4
"""The most readings of a file. Each finds what follows from what the one before has found."""


class Inference(Expressions, cst.CSTVisitor):
    """Collects what the names of a module are."""

    def __init__(self, names: Names) -> None:
        super().__init__(names)
        self.scopes: dict[cst.CSTNode, Scope] = {}
        self.heirs: set[Alternative] = set()
        """The program's own classes that may inherit from those of the client."""
        self.imported: dict[str, str] = {}
        """The names of classes that the module imports without another name."""
        self.exported: set[str] = set()
        """The names in `__all__`, which other modules import."""
        self.uses_package = False
        self._items: dict[cst.CSTNode, Type] = {}
        self._modules = {
            names.package: one(Kind.PACKAGE),
            f"{names.package}.models": one(Kind.MODULE),
            f"{names.package}.params": one(Kind.MODULE),
            f"{names.package}.testing": one(Kind.PACKAGE),
        }

    def read(self, module: cst.Module) -> None:
        """Read a module until nothing new follows."""
        for _ in range(_READINGS):
            scopes = [self.module, *self.scopes.values()]
            attributes, self.attributes = self.attributes, {}
            self.heirs.clear()
            for scope in scopes:
                scope.previous, scope.bindings = scope.bindings, {}
            self.scope = self.module
            module.visit(self)
            if attributes == self.attributes and all(scope.bindings == scope.previous for scope in scopes):
                break
        for scope in [self.module, *self.scopes.values()]:
            scope.previous = {}

    # what binds names

    def bind(self, target: cst.BaseExpression, type_: Type) -> None:
        """Bind what stands on the left of an assignment."""
        if isinstance(target, cst.Name):
            scope = self.scope.elsewhere.get(target.value, self.scope)
            scope.bindings.setdefault(target.value, []).append(type_)
            if scope.is_class:
                self.attributes.setdefault((_own(scope.owner), target.value), []).append(type_)
        elif isinstance(target, cst.Attribute):
            for each in self.type_of(target.value):
                if each.kind is Kind.OWN:
                    self.attributes.setdefault((each, target.attr.value), []).append(type_)
        elif isinstance(target, (cst.Tuple, cst.List)):
            for element in target.elements:
                self.bind(element.value, UNKNOWN)

    def visit_Import(self, node: cst.Import) -> None:
        """Bind the modules."""
        for alias in node.names:
            name = get_full_name_for_node(alias.name) or ""
            top = name.partition(".")[0]
            is_ours = top == self.names.package
            self.uses_package |= is_ours
            if alias.asname is not None:
                self.bind(cst.ensure_type(alias.asname.name, cst.Name), self._modules.get(name, OTHER))
            else:
                self.bind(cst.Name(top), one(Kind.PACKAGE) if is_ours else OTHER)

    def visit_ImportFrom(self, node: cst.ImportFrom) -> None:
        """Bind what is imported."""
        module = get_full_name_for_node(node.module) if node.module else ""
        base = None if node.relative else self._modules.get(module or "")
        self.uses_package |= (module or "").partition(".")[0] == self.names.package and not node.relative
        if isinstance(node.names, cst.ImportStar):
            return
        for alias in node.names:
            name = cst.ensure_type(alias.name, cst.Name).value
            type_ = self.names.attribute(base, name) if base else UNKNOWN if node.relative else OTHER
            if alias.asname is not None:
                self.bind(cst.ensure_type(alias.asname.name, cst.Name), type_)
            else:
                self.bind(alias.name, type_)
                if base and self.scope is self.module:
                    self.imported[name] = name

    def visit_Assign(self, node: cst.Assign) -> None:
        """Bind the targets."""
        type_ = self.type_of(node.value)
        if any(isinstance(one_.target, cst.Name) and one_.target.value == "__all__" for one_ in node.targets):
            code = cst.Module([]).code_for_node(node.value)
            self.exported |= {*re.findall(r"\w+", code)}
        for target in node.targets:
            self.bind(target.target, type_)

    def visit_AnnAssign(self, node: cst.AnnAssign) -> None:
        """Bind the target to what the annotation says."""
        type_ = self.annotated(node.annotation.annotation)
        self.bind(node.target, type_)

    def visit_NamedExpr(self, node: cst.NamedExpr) -> None:
        """Bind the name."""
        self.bind(node.target, self.type_of(node.value))

    def visit_For(self, node: cst.For) -> None:
        """Bind what the loop gives."""
        self._bind_items(node.target, node.iter)

    def visit_CompFor(self, node: cst.CompFor) -> None:
        """Bind what the comprehension gives."""
        self._bind_items(node.target, node.iter)

    def _bind_items(self, target: cst.BaseExpression, iterated: cst.BaseExpression) -> None:
        is_numbered = isinstance(iterated, cst.Call) and isinstance(iterated.func, cst.Name)
        if (
            is_numbered
            and isinstance(iterated, cst.Call)
            and cst.ensure_type(iterated.func, cst.Name).value == "enumerate"
            and isinstance(target, cst.Tuple)
            and len(target.elements) == 2
            and iterated.args
        ):
            self.bind(target.elements[0].value, OTHER)
            self.bind(target.elements[1].value, self.names.items(self.type_of(iterated.args[0].value)))
            return
        self.bind(target, self.names.items(self.type_of(iterated)))

    def visit_With(self, node: cst.With) -> None:
        """Bind what the context gives."""
        for item in node.items:
            if item.asname is not None:
                self.bind(item.asname.name, self.type_of(item.item))

    def visit_ExceptHandler(self, node: cst.ExceptHandler) -> None:
        """Bind the exception, which is never of a model."""
        if node.name is not None:
            self.bind(node.name.name, OTHER)

    def visit_MatchAs(self, node: cst.MatchAs) -> None:
        """Bind a capture, which may be anything."""
        if node.name is not None:
            self.bind(node.name, UNKNOWN)

    def visit_MatchStar(self, node: cst.MatchStar) -> None:
        """Bind the rest of a sequence."""
        if node.name is not None:
            self.bind(node.name, UNKNOWN)

    def visit_MatchMapping(self, node: cst.MatchMapping) -> None:
        """Bind the rest of a mapping."""
        if node.rest is not None:
            self.bind(node.rest, OTHER)

    # scopes

    def visit_Global(self, node: cst.Global) -> None:
        """Bind these names in the module."""
        self.scope.elsewhere |= {item.name.value: self.module for item in node.names}

    def visit_Nonlocal(self, node: cst.Nonlocal) -> None:
        """Bind these names in the function around this one."""
        for item in node.names:
            found = self.scope.parent.find(item.name.value) if self.scope.parent else None
            if found is not None:
                self.scope.elsewhere[item.name.value] = found[0]

    def visit_ClassDef(self, node: cst.ClassDef) -> None:
        """Begin a class."""
        if any(self.type_of(base.value) != OTHER for base in node.bases):
            self.heirs.add(_own(node.name.value))
        self.scope.bindings.setdefault(node.name.value, []).append(one(Kind.OWN_CLASS, node.name.value))
        self._enter(node, Scope(self.scope, node.name.value, is_class=True))

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:
        """Bind the function, and begin it."""
        returns = self.annotated(node.returns.annotation) if node.returns else UNKNOWN
        decorators = {cst.Module([]).code_for_node(each.decorator) for each in node.decorators}
        is_property = bool(decorators & {"property", "cached_property", "functools.cached_property"})
        type_ = returns if is_property else one(Kind.FUNCTION, "", returns)
        if self.scope.is_class:
            self.attributes.setdefault((_own(self.scope.owner), node.name.value), []).append(type_)
        self.scope.bindings.setdefault(node.name.value, []).append(type_)
        owner = self.scope.owner if self.scope.is_class else ""
        self._enter(node, Scope(self.scope, owner))
        self._parameters(node.params, owner if "staticmethod" not in decorators else "")

    def visit_Call(self, node: cst.Call) -> None:
        """The argument of ``key=lambda pet: pet.age`` is an item of what is sorted, or what is waited for."""
        called = self.type_of(node.func)
        if any(each.kind is Kind.METHOD for each in called):
            self._items |= {
                argument.value: self.names.called(called)
                for argument in node.args
                if isinstance(argument.value, cst.Lambda)
            }
        if isinstance(node.func, cst.Name) and node.func.value in {"sorted", "min", "max"} and node.args:
            for argument in node.args:
                if isinstance(argument.value, cst.Lambda):
                    self._items[argument.value] = self.names.items(self.type_of(node.args[0].value))

    def visit_Lambda(self, node: cst.Lambda) -> None:
        """Begin a lambda."""
        items = self._items.get(node, UNKNOWN)
        self._enter(node, Scope(self.scope))
        self._parameters(node.params, "")
        if items and node.params.params:
            self.scope.bindings[node.params.params[0].name.value] = [items]

    def _parameters(self, parameters: cst.Parameters, owner: str) -> None:
        several = [*parameters.posonly_params, *parameters.params, *parameters.kwonly_params]
        for index, parameter in enumerate(several):
            if index == 0 and owner:
                type_ = one(Kind.OWN, owner)
            else:
                annotation = parameter.annotation
                type_ = self.annotated(annotation.annotation) if annotation else UNKNOWN
            self.bind(parameter.name, type_)
        for rest in (parameters.star_arg, parameters.star_kwarg):
            if isinstance(rest, cst.Param):
                self.bind(rest.name, UNKNOWN)

    def _enter(self, node: cst.CSTNode, scope: Scope) -> None:
        known = self.scopes.setdefault(node, scope)
        known.parent = scope.parent
        self.scope = known

    def on_leave(self, original_node: cst.CSTNode) -> None:
        """End a scope."""
        super().on_leave(original_node)
        if isinstance(original_node, SCOPES):
            self.scope = self.scope.parent or self.module


def _own(name: str) -> Alternative:
    """An object of a class of the program."""
    return Alternative(Kind.OWN, name)
