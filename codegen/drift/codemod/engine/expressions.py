"""Determines the types of expressions in a program, as far as its names are known."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from dataclasses import dataclass, field

import libcst as cst
from libcst.helpers import get_full_name_for_node

from codegen.drift.codemod.engine.names import (
    NONE,
    OTHER,
    UNKNOWN,
    Alternative,
    Kind,
    Names,
    Type,
    is_of_client,
    one,
    united,
)

SCOPES = (cst.ClassDef, cst.FunctionDef, cst.Lambda)


@dataclass
class Scope:
    """The names of a module, a class or a function."""

    parent: Scope | None = None
    owner: str = ""
    """The class, for a class and its methods."""
    is_class: bool = False
    bindings: dict[str, list[Type]] = field(default_factory=dict)
    previous: dict[str, list[Type]] = field(default_factory=dict)
    """The bindings that the reading before this one found. Those of this one are complete only at its end."""
    elsewhere: dict[str, Scope] = field(default_factory=dict)
    """The scopes of the names in `global` and `nonlocal` statements."""

    def find(self, name: str) -> tuple[Scope, list[Type]] | None:
        """The scope that binds a name, and what it is bound to."""
        scope: Scope | None = self
        while scope is not None:
            types = scope.previous.get(name) or scope.bindings.get(name)
            if types and (scope is self or not scope.is_class):
                return scope, types
            scope = scope.parent
        return None


class Expressions:
    """The types of expressions and annotations."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self.names = names
        self.module = Scope()
        self.scope = self.module
        self.attributes: dict[tuple[Alternative, str], list[Type]] = {}
        """The attributes of the program's own classes."""

    def annotated(self, node: cst.BaseExpression) -> Type:
        """The type of a value with an annotation."""
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
                arguments = [self.annotated(argument) for argument in inner]
                if not arguments or any(each.is_own for type_ in arguments for each in type_):
                    return UNKNOWN
                known = (NONE if type_ in {OTHER, UNKNOWN} else type_ for type_ in arguments)
                return one(Kind.GENERIC, name, *known)
            case cst.Name() | cst.Attribute():
                return united(map(self._object_of, self.type_of(node)))
            case _:
                return OTHER

    def _object_of(self, named: Alternative) -> Type:
        """The type of a value whose annotation is a name."""
        match named.kind:
            case Kind.OWN_CLASS:
                return one(Kind.OWN, named.name)
            case Kind.CLASS:
                return self.names.object_of(named.name)
            case Kind.NONE:
                return NONE
            case _:
                return OTHER

    def type_of(self, node: cst.BaseExpression) -> Type:
        """The type of an expression; `UNKNOWN` if it is not certain."""
        match node:
            case cst.Name(value="None"):
                return NONE
            case cst.Name(value=name):
                found = self.scope.find(name)
                if found is None:
                    return OTHER if hasattr(builtins, name) else UNKNOWN
                return self._any_of(found[1])
            case cst.Attribute(value=value, attr=attr):
                base = self.type_of(value)
                own = [type_ for each in base for type_ in self.attributes.get((each, attr.value), ())]
                if own:
                    return self._any_of(own)
                is_dict = any(each.kind is Kind.GENERIC and each.name == "dict" for each in base)
                if is_dict and attr.value in {"values", "get", "pop", "copy"}:
                    inner = self.names.values(base)
                    if attr.value != "values":
                        return one(Kind.FUNCTION, "", inner)
                    values = frozenset(each for each in inner if each.is_value)
                    return one(Kind.FUNCTION, "", one(Kind.GENERIC, "list", values) if values else UNKNOWN)
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
                if (get_full_name_for_node(func) or "").rpartition(".")[2] == "partial" and args:
                    return self.type_of(args[0].value)
                called = self.type_of(func)
                classes = frozenset(each for each in called if each.kind is Kind.OWN_CLASS)
                result = self.names.called(classes or called)
                if result == OTHER and any(self._may_be_of_client(each.value) for each in args):
                    return UNKNOWN  # such as copy(pet), or gather(...)
                return result
            case cst.Await(expression=inner) | cst.NamedExpr(value=inner):
                return self.type_of(inner)
            case cst.Subscript(value=value, slice=parts):
                base = self.type_of(value)
                if any(each.kind in {Kind.CLASS, Kind.OWN_CLASS} for each in base):
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
            case cst.BinaryOperation(left=left, right=right):
                return UNKNOWN if any(map(self._may_be_of_client, (left, right))) else OTHER
            case cst.Dict() | cst.DictComp():
                return OTHER
            case _:
                return UNKNOWN

    def _any_of(self, types: Sequence[Type]) -> Type:
        """The type of a name that is bound several times."""
        known = [type_ for type_ in types if type_ != NONE]
        if any(not type_ for type_ in known) or len({*map(is_of_client, known)}) > 1:
            return UNKNOWN
        return united(types)

    def _may_be_of_client(self, node: cst.BaseExpression) -> bool:
        return not self.type_of(node) & (OTHER | NONE)

    def _both(self, left: cst.BaseExpression, right: cst.BaseExpression) -> Type:
        first, second = self.type_of(left), self.type_of(right)
        return first | second if first and second else UNKNOWN

    def _list_of(self, elements: Sequence[cst.BaseExpression]) -> Type:
        types = [self.type_of(element) for element in elements]
        if any(not type_ for type_ in types):
            return UNKNOWN
        found = united(types)
        if all(each.is_value for each in found):
            return one(Kind.GENERIC, "list", found) if found else OTHER
        return OTHER if found == OTHER else UNKNOWN
