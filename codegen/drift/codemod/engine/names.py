"""The names of both clients, and the types that follow from them."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeAlias


class Kind(Enum):
    """The kinds of values in a program."""

    OBJECT = "an object of a model, or a member of an enum"
    GENERIC = "a list, a dict or the like"
    CLIENT = "a client"
    CLIENT_METHOD = "a method of a client that returns a client"
    RESOURCE = "a resource"
    METHOD = "a method of an operation"
    ASSERTION = "a method of a fake that takes the arguments of an operation"
    RECORD = "what a fake has recorded of a call"
    CLASS = "a class of the client"
    CONSTRUCTOR = "a method of a class that returns an object of it"
    MODULE = "a module with the classes of models"
    PACKAGE = "the package"
    FUNCTION = "a function of the program"
    OWN_CLASS = "a class of the program"
    OWN = "an object of a class of the program"
    NONE = "None, and what else the client returns that is no model: it has no attributes with names of ours"
    OTHER = "certainly not of the client"


@dataclass(frozen=True)
class Alternative:
    """One of the things that a value may be."""

    kind: Kind
    name: str = ""
    """The name of the class, or the path of the method or resource."""
    inner: tuple[Type, ...] = ()
    """The arguments of a generic type, or what a function returns."""

    @property
    def is_own(self) -> bool:
        """Whether it belongs to the program, not to the client."""
        returned = self.inner if self.kind is Kind.FUNCTION else ()
        return self.kind in {Kind.OWN, Kind.OWN_CLASS} or any(
            one.is_own for type_ in returned for one in type_
        )

    @property
    def is_value(self) -> bool:
        """Whether it can be an item of a list whose items have a type."""
        return self.kind in {Kind.OBJECT, Kind.GENERIC, Kind.RECORD}


Type: TypeAlias = frozenset[Alternative]
"""The possible kinds of a value; empty if unknown."""


def one(kind: Kind, name: str = "", *inner: Type) -> Type:
    """A type with one alternative."""
    return frozenset({Alternative(kind, name, inner)})


UNKNOWN: Type = frozenset()
OTHER = one(Kind.OTHER)
NONE = one(Kind.NONE)


def is_of_client(type_: Type) -> bool:
    """Whether every alternative belongs to the client."""
    return bool(type_) and not any(each.kind is Kind.OTHER or each.is_own for each in type_)


def united(types: Iterable[Type]) -> Type:
    """The union of several types."""
    return frozenset().union(*types)


@dataclass(frozen=True)
class Names:
    """The table of names."""

    package: str
    new_package: str
    clients: Mapping[str, str]
    """The new name of each class of a client, by its old name."""
    methods: Mapping[str, Any]
    """By path, an entry with the keys ``now``, ``arguments``, ``takes`` and ``returns``."""
    resources: Mapping[str, str]
    """The new attribute of each resource whose methods all moved to another resource."""
    classes: Mapping[str, Any]
    """By name, an entry with ``now``, ``kind``, ``fields``, ``members``, ``values`` and ``alias``."""

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Names:
        """Create it from a table in JSON."""
        return cls(**table)

    def typed(self, annotation: str) -> Type:
        """The type that an annotation in the client stands for."""
        try:
            return self._typed(ast.parse(annotation.strip("\"'"), mode="eval").body)
        except SyntaxError:
            return UNKNOWN

    def _typed(self, node: ast.expr) -> Type:
        match node:
            case ast.BinOp(left, ast.BitOr(), right):
                return self._typed(left) | self._typed(right)
            case ast.Constant(str(text)):
                return self.typed(text)
            case ast.Attribute(ast.Name("models" | "params" | "_params"), name) | ast.Name(name):
                return self.object_of(name)
            case ast.Subscript(ast.Name("Optional" | "Awaitable" | "Annotated" | "Final"), slice=inner):
                return self._typed(inner.elts[0] if isinstance(inner, ast.Tuple) else inner)
            case ast.Subscript(value, slice=inner):
                arguments = inner.elts if isinstance(inner, ast.Tuple) else [inner]
                return one(Kind.GENERIC, ast.unparse(value), *map(self._typed, arguments))
            case _:
                return NONE

    def object_of(self, name: str) -> Type:
        """The type that a name in an annotation stands for; for a union, that of its members."""
        plain = name if name in self.classes else name.removesuffix("Dict")
        found = self.classes.get(plain)
        if name in self.clients:
            return one(Kind.CLIENT)
        if found is None:
            return NONE
        if found["kind"] == "union":
            return self.typed(found["alias"]) - one(Kind.OBJECT, plain)
        return one(Kind.OBJECT, plain)

    def items(self, type_: Type) -> Type:
        """The type of the items of a value, when a program iterates over it."""
        return self._argument(type_, of_mapping=0)

    def values(self, type_: Type) -> Type:
        """The type of an item, when a program indexes a value."""
        return self._argument(type_, of_mapping=1)

    def _argument(self, type_: Type, *, of_mapping: int) -> Type:
        found: set[Alternative] = set()
        for each in type_:
            if each.kind is Kind.GENERIC:
                index = of_mapping if each.name in {"dict", "Mapping"} else 0
                found |= each.inner[min(index, len(each.inner) - 1)]
            elif each.kind in {Kind.OTHER, Kind.NONE}:
                found.add(each)
        return frozenset(found)

    def attribute(self, type_: Type, name: str) -> Type:
        """The type of an attribute."""
        return united(self._attribute_of(each, name) for each in type_)

    def _attribute_of(self, of: Alternative, name: str) -> Type:
        match of.kind:
            case Kind.CLIENT | Kind.RESOURCE:
                path = f"{of.name}.{name}" if of.name else name
                if path in self.methods:
                    return one(Kind.METHOD, path)
                if any(other.startswith(f"{path}.") for other in self.methods):
                    return one(Kind.RESOURCE, path)
                return one(Kind.CLIENT_METHOD) if of.kind is Kind.CLIENT else UNKNOWN
            case Kind.PACKAGE if name in {"models", "params"}:
                return one(Kind.MODULE)
            case Kind.PACKAGE:
                return one(Kind.CLASS, name) if name in self.clients else OTHER
            case Kind.MODULE:
                plain = name if name in self.classes else name.removesuffix("Dict")
                return one(Kind.CLASS, plain) if plain in self.classes else OTHER
            case Kind.CLASS:
                return one(Kind.OBJECT, of.name) if name in self.members(of) else OTHER
            case Kind.OWN_CLASS:
                return OTHER
            case Kind.METHOD if name == "calls":
                return one(Kind.GENERIC, "list", one(Kind.RECORD, of.name))
            case Kind.METHOD:
                return one(Kind.ASSERTION, of.name) if name.startswith("assert_") else OTHER
            case Kind.RECORD:
                return OTHER
            case Kind.OTHER | Kind.NONE:
                return one(of.kind)
            case Kind.OBJECT if name in self.fields(of):
                return self.typed(self.fields(of)[name]["type"])
            case Kind.OBJECT:
                return one(Kind.CONSTRUCTOR, of.name)
            case _:
                return UNKNOWN

    def called(self, type_: Type) -> Type:
        """The type that a call returns."""
        return united(map(self._called, type_))

    def _called(self, called: Alternative) -> Type:
        match called.kind:
            case Kind.METHOD:
                return self.typed(self.methods[called.name]["returns"])
            case Kind.CLASS:
                return one(Kind.CLIENT) if called.name in self.clients else one(Kind.OBJECT, called.name)
            case Kind.CLIENT_METHOD:
                return one(Kind.CLIENT)
            case Kind.OWN_CLASS:
                return one(Kind.OWN, called.name)
            case Kind.CONSTRUCTOR:
                return one(Kind.OBJECT, called.name)
            case Kind.FUNCTION:
                return united(called.inner)
            case Kind.OTHER | Kind.NONE:
                return one(called.kind)
            case _:
                return UNKNOWN

    def fields(self, of: Alternative) -> Mapping[str, Any]:
        """The fields of an object of a model, by their old names."""
        return self._of_class("fields", of) if of.kind is Kind.OBJECT else {}

    def members(self, of: Alternative) -> Mapping[str, str]:
        """The new names of the members of a class, by their old names."""
        return self._of_class("members", of) if of.kind is Kind.CLASS else {}

    def values_of(self, of: Alternative) -> Mapping[str, str]:
        """The new values of an enum, by their old values."""
        return self._of_class("values", of) if of.kind is Kind.OBJECT else {}

    def _of_class(self, key: str, of: Alternative) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.classes.get(of.name, {}).get(key, {})
        return found

    def field(self, type_: Type, name: str) -> str | None:
        """The new name of a field; None if the classes do not agree."""
        found = {self.fields(each)[name]["now"] for each in type_ if name in self.fields(each)}
        return found.pop() if len(found) == 1 and is_of_client(type_) else None
