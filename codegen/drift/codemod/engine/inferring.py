"""Infers which expressions of a program are of the client: from imports, annotations and assignments.

Only what follows from the text of one file is believed. A name that is bound several times has all these
types; if one of them is unknown, so is the name.
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import libcst as cst
from libcst.helpers import get_full_name_for_node

from codegen.drift.codemod.engine.names import OTHER, UNKNOWN, Names, Type, one


@dataclass
class Scope:
    """The names of a module, a class or a function."""

    parent: Scope | None = None
    owner: str = ""
    """The class, for a class and its methods."""
    is_class: bool = False
    bindings: dict[str, list[Type]] = field(default_factory=dict)

    def find(self, name: str) -> tuple[Scope, list[Type]] | None:
        """The scope that binds a name, and what it is bound to."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.bindings and (scope is self or not scope.is_class):
                return scope, scope.bindings[name]
            scope = scope.parent
        return None


class Inference(cst.CSTVisitor):
    """Collects what the names of a module are."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self.names = names
        self.module = Scope()
        self.scopes: dict[cst.CSTNode, Scope] = {}
        self.attributes: dict[tuple[str, str], list[Type]] = {}
        """The attributes of the program's own classes."""
        self.imported: dict[str, str] = {}
        """The names of classes that the module imports without another name."""
        self.exported: set[str] = set()
        """The names in `__all__`, which other modules import."""
        self.uses_package = False
        self.scope = self.module
        self._items: dict[int, Type] = {}
        self._modules = {
            names.package: one("@package"),
            f"{names.package}.models": one("@models"),
            f"{names.package}.params": one("@models"),
            f"{names.package}.testing": one("@package"),
        }
        self._previous: dict[int, dict[str, list[Type]]] = {}

    def read(self, module: cst.Module) -> None:
        """Read a module until nothing new follows."""
        for _ in range(4):
            self.module.bindings.clear()
            before = {key: set(map(frozenset, found)) for key, found in self.attributes.items()}
            known = [(scope, dict(scope.bindings)) for scope in self.scopes.values()]
            self._previous = {id(scope): bindings for scope, bindings in known}
            for scope, _ in known:
                scope.bindings.clear()
            self.attributes = {}
            self.scope = self.module
            module.visit(self)
            same = before == {key: set(map(frozenset, found)) for key, found in self.attributes.items()}
            if same and all(scope.bindings == bindings for scope, bindings in known) and known:
                return

    # what binds names

    def bind(self, target: cst.BaseExpression, type_: Type) -> None:
        """Bind what stands on the left of an assignment."""
        if isinstance(target, cst.Name):
            self.scope.bindings.setdefault(target.value, []).append(type_)
        elif isinstance(target, cst.Attribute):
            for text in self.type_of(target.value):
                if text.startswith("@local:"):
                    self.attributes.setdefault((text, target.attr.value), []).append(type_)
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
                self.bind(cst.Name(top), one("@package") if is_ours else OTHER)

    def visit_ImportFrom(self, node: cst.ImportFrom) -> None:
        """Bind what is imported."""
        module = get_full_name_for_node(node.module) if node.module else ""
        base = self._modules.get(module or "" if not node.relative else "")
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
        if self.scope.is_class and isinstance(node.target, cst.Name):
            self.attributes.setdefault((f"@local:{self.scope.owner}", node.target.value), []).append(type_)
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

    # scopes

    def visit_ClassDef(self, node: cst.ClassDef) -> None:
        """Begin a class."""
        self.scope.bindings.setdefault(node.name.value, []).append(one(f"@class:@local:{node.name.value}"))
        self._enter(node, Scope(self.scope, node.name.value, is_class=True))

    def leave_ClassDef(self, original_node: cst.ClassDef) -> None:
        """End a class."""
        self._leave()

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:
        """Bind the function, and begin it."""
        returns = self.annotated(node.returns.annotation) if node.returns else UNKNOWN
        decorators = {cst.Module([]).code_for_node(each.decorator) for each in node.decorators}
        is_property = bool(decorators & {"property", "cached_property", "functools.cached_property"})
        type_ = returns if is_property else one("@returns:" + "\t".join(sorted(returns)))
        if self.scope.is_class:
            self.attributes.setdefault((f"@local:{self.scope.owner}", node.name.value), []).append(type_)
        self.scope.bindings.setdefault(node.name.value, []).append(type_)
        owner = self.scope.owner if self.scope.is_class else ""
        self._enter(node, Scope(self.scope, owner))
        self._parameters(node.params, owner if "staticmethod" not in decorators else "")

    def leave_FunctionDef(self, original_node: cst.FunctionDef) -> None:
        """End a function."""
        self._leave()

    def visit_Call(self, node: cst.Call) -> None:
        """The argument of ``key=lambda pet: pet.age`` is an item of what is sorted, or what is waited for."""
        called = self.type_of(node.func)
        if any(text.startswith("@method:") for text in called):
            self._items |= {
                id(argument.value): self.names.called(called)
                for argument in node.args
                if isinstance(argument.value, cst.Lambda)
            }
        if isinstance(node.func, cst.Name) and node.func.value in {"sorted", "min", "max"} and node.args:
            for argument in node.args:
                if isinstance(argument.value, cst.Lambda):
                    self._items[id(argument.value)] = self.names.items(self.type_of(node.args[0].value))

    def visit_Lambda(self, node: cst.Lambda) -> None:
        """Begin a lambda."""
        items = self._items.get(id(node), UNKNOWN)
        self._enter(node, Scope(self.scope))
        self._parameters(node.params, "")
        if items and node.params.params:
            self.scope.bindings[node.params.params[0].name.value] = [items]

    def leave_Lambda(self, original_node: cst.Lambda) -> None:
        """End a lambda."""
        self._leave()

    def _parameters(self, parameters: cst.Parameters, owner: str) -> None:
        several = [*parameters.posonly_params, *parameters.params, *parameters.kwonly_params]
        for index, parameter in enumerate(several):
            if index == 0 and owner:
                type_ = one(f"@local:{owner}")
            else:
                annotation = parameter.annotation
                type_ = self.annotated(annotation.annotation) if annotation else UNKNOWN
            self.bind(parameter.name, type_)

    def _enter(self, node: cst.CSTNode, scope: Scope) -> None:
        known = self.scopes.setdefault(node, scope)
        known.parent = scope.parent
        self.scope = known

    def _leave(self) -> None:
        self.scope = self.scope.parent or self.module

    # types

    def annotated(self, node: cst.BaseExpression) -> Type:
        """What a value with an annotation is."""
        match node:
            case cst.BinaryOperation(left=left, operator=cst.BitOr(), right=right):
                return self.annotated(left) | self.annotated(right)
            case cst.SimpleString():
                try:
                    return self.annotated(cst.parse_expression(str(node.evaluated_value)))
                except (cst.ParserSyntaxError, ValueError):
                    return UNKNOWN
            case cst.Subscript(value=value, slice=parts):
                inner = [part.slice.value for part in parts if isinstance(part.slice, cst.Index)]
                name = get_full_name_for_node(value) or ""
                name = name.rpartition(".")[2]
                if name in {"Optional", "Annotated", "Final", "Awaitable", "ClassVar"} and inner:
                    return self.annotated(inner[0])
                texts = [" | ".join(sorted(self.annotated(one_) or {"object"})) for one_ in inner]
                usable = [
                    text.replace("@other", "object").replace("@client", next(iter(self.names.clients)))
                    for text in texts
                ]
                return one(f"{name}[{', '.join(usable)}]") if "@" not in "".join(usable) else UNKNOWN
            case cst.Name() | cst.Attribute():
                found: set[str] = set()
                for text in self.type_of(node):
                    if text.startswith("@class:@local:"):
                        found.add(text.removeprefix("@class:"))
                    elif text.startswith("@class:"):
                        found |= {*self.names.alternatives_of(text.removeprefix("@class:"))}
                    else:
                        found.add("@other")
                return frozenset(found) or OTHER
            case _:
                return OTHER

    def type_of(self, node: cst.BaseExpression) -> Type:
        """What an expression is; the empty type if nobody can tell."""
        match node:
            case cst.Name(value=name):
                found = self.scope.find(name)
                if found is None:
                    return OTHER if hasattr(builtins, name) else UNKNOWN
                types = found[1] or self._previous.get(id(found[0]), {}).get(name, [])
                return UNKNOWN if any(not type_ for type_ in types) else frozenset().union(*types)
            case cst.Attribute(value=value, attr=attr):
                base = self.type_of(value)
                own = [type_ for text in base for type_ in self.attributes.get((text, attr.value), ())]
                if own:
                    return UNKNOWN if any(not type_ for type_ in own) else frozenset().union(*own)
                if attr.value in {"values", "get", "pop", "copy"} and any(
                    text.startswith("dict[") for text in base
                ):
                    inner = self.names.values(base)
                    if attr.value == "values":
                        return one(
                            "@returns:" + "\t".join(f"list[{text}]" for text in inner if text[0] != "@")
                        )
                    return one("@returns:" + "\t".join(sorted(inner)))
                return self.names.attribute(base, attr.value)
            case cst.Call(func=func, args=args):
                if (
                    isinstance(func, cst.Name)
                    and func.value in {"sorted", "list", "reversed", "tuple", "set"}
                    and args
                ):
                    return self.type_of(args[0].value)
                if isinstance(func, cst.Name) and func.value in {"next", "min", "max"} and args:
                    return self.names.items(self.type_of(args[0].value))
                if isinstance(func, cst.Name) and func.value == "cast" and len(args) == 2:
                    return self.annotated(args[0].value)
                called = self.type_of(func)
                local = {text.removeprefix("@class:") for text in called if text.startswith("@class:@local:")}
                return frozenset(local) or self.names.called(called)
            case cst.Await(expression=inner) | cst.NamedExpr(value=inner):
                return self.type_of(inner)
            case cst.Subscript(value=value, slice=parts):
                base = self.type_of(value)
                if any(text.startswith("@class:") for text in base):
                    return self.names.called(base)
                is_slice = any(isinstance(part.slice, cst.Slice) for part in parts)
                return base if is_slice else self.names.values(base)
            case cst.BooleanOperation(left=left, right=right):
                return self._both(left, right)
            case cst.IfExp(body=left, orelse=right):
                return self._both(left, right)
            case cst.List(elements=elements) | cst.Tuple(elements=elements) | cst.Set(elements=elements):
                return self._list_of([element.value for element in elements])
            case cst.ListComp(elt=element) | cst.GeneratorExp(elt=element) | cst.SetComp(elt=element):
                return self._list_of([element])
            case cst.BaseNumber() | cst.BaseString() | cst.Comparison() | cst.UnaryOperation():
                return OTHER
            case cst.BinaryOperation() | cst.Dict() | cst.DictComp():
                return OTHER
            case _:
                return UNKNOWN

    def _both(self, left: cst.BaseExpression, right: cst.BaseExpression) -> Type:
        first, second = self.type_of(left), self.type_of(right)
        return first | second if first and second else UNKNOWN

    def _list_of(self, elements: Sequence[cst.BaseExpression]) -> Type:
        types = [self.type_of(element) for element in elements]
        if any(not type_ for type_ in types):
            return UNKNOWN
        found = sorted(frozenset().union(*types)) if types else []
        if any(text[0] == "@" for text in found):
            return OTHER if found == ["@other"] else UNKNOWN
        return one(f"list[{' | '.join(found)}]") if found else OTHER
