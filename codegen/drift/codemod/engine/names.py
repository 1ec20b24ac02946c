"""The names of both clients, and the types that follow from them.

A type is a set of alternatives, each a text: an annotation such as ``Pet`` or ``list[Pet]``, with the names
of models alone, or one of these: ``@client``, ``@resource:pets``, ``@method:pets.list``, ``@class:Pet``,
``@models``, ``@package``, ``@local:Class`` for a class of the program, and ``@other`` for what is certainly
not of the client.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

Type: TypeAlias = frozenset[str]

UNKNOWN: Type = frozenset()
OTHER: Type = frozenset({"@other"})


def one(text: str) -> Type:
    """A type of one alternative."""
    return frozenset({text})


@dataclass(frozen=True)
class Names:
    """The table of names."""

    package: str
    new_package: str
    clients: Mapping[str, str]
    """The classes of clients, the new ones by the old ones."""
    methods: Mapping[str, Any]
    """By their paths: ``now``, ``arguments``, ``takes`` and ``returns``."""
    resources: Mapping[str, str]
    """The new attributes of resources all of whose methods went to another one."""
    classes: Mapping[str, Any]
    """By their names: ``now``, ``kind``, ``fields``, ``members``, ``values`` and ``alias``."""

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Names:
        """The names of a table."""
        return cls(**table)

    def typed(self, annotation: str) -> Type:
        """The type that an annotation of the client means."""
        try:
            return frozenset(self._alternatives(ast.parse(annotation.strip("\"'"), mode="eval").body))
        except SyntaxError:
            return UNKNOWN

    def _alternatives(self, node: ast.expr) -> Iterator[str]:
        match node:
            case ast.BinOp(left, ast.BitOr(), right):
                yield from self._alternatives(left)
                yield from self._alternatives(right)
            case ast.Constant(str(text)):
                yield from self.typed(text)
            case ast.Attribute(ast.Name("models" | "params" | "_params"), name) | ast.Name(name):
                yield from self.alternatives_of(name)
            case ast.Subscript(ast.Name("Optional" | "Awaitable" | "Annotated" | "Final"), slice=inner):
                yield from self._alternatives(inner.elts[0] if isinstance(inner, ast.Tuple) else inner)
            case ast.Subscript():
                yield ast.unparse(node).replace("models.", "").replace("params.", "")
            case _:
                yield "@other"

    def alternatives_of(self, name: str) -> list[str]:
        """The alternatives of a name in an annotation: those of a union are its members."""
        plain = name if name in self.classes else name.removesuffix("Dict")
        found = self.classes.get(plain)
        if name in self.clients:
            return ["@client"]
        if found is None:
            return ["@other"]
        if found["kind"] == "union":
            return [two for two in self.typed(found["alias"]) if two != plain]
        return [plain]

    def items(self, type_: Type) -> Type:
        """What iterating over a value gives."""
        return self._arguments(type_, {"dict": 0, "Mapping": 0}, 0)

    def values(self, type_: Type) -> Type:
        """What an index gives."""
        return self._arguments(type_, {"dict": 1, "Mapping": 1}, 0)

    def _arguments(self, type_: Type, special: Mapping[str, int], default: int) -> Type:
        found: set[str] = set()
        for text in type_:
            node = ast.parse(text, mode="eval").body if "[" in text and text[0] != "@" else None
            if not isinstance(node, ast.Subscript):
                if text == "@other":
                    found.add(text)
                continue
            inner = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            index = special.get(ast.unparse(node.value), default)
            found |= {*self._alternatives(inner[min(index, len(inner) - 1)])}
        return frozenset(found)

    def attribute(self, type_: Type, name: str) -> Type:
        """The type of an attribute."""
        found: set[str] = set()
        for text in type_:
            found |= self._attribute_of(text, name)
        return frozenset(found)

    def _attribute_of(self, text: str, name: str) -> Type:
        kind, _, of = text.partition(":")
        if kind in {"@client", "@resource"}:
            path = f"{of}.{name}" if of else name
            if path in self.methods:
                return one(f"@method:{path}")
            if any(other.startswith(f"{path}.") for other in self.methods):
                return one(f"@resource:{path}")
            return one("@client-method") if kind == "@client" else UNKNOWN
        if kind == "@package":
            if name in {"models", "params"}:
                return one("@models")
            return one(f"@class:{name}") if name in self.clients else OTHER
        if kind == "@models":
            plain = name if name in self.classes else name.removesuffix("Dict")
            return one(f"@class:{plain}") if plain in self.classes else OTHER
        if kind == "@class":
            members = self.classes.get(of, {}).get("members", {})
            return one(of) if name in members else OTHER
        if kind == "@method":
            return one(f"@call-of:{of}") if name.startswith("assert_") else OTHER
        if kind == "@other":
            return OTHER
        fields = self.classes.get(text, {}).get("fields", {})
        if name in fields:
            return self.typed(fields[name]["type"])
        return one(f"@of:{text}") if text in self.classes else UNKNOWN

    def called(self, type_: Type) -> Type:
        """What a call returns."""
        found: set[str] = set()
        for text in type_:
            kind, _, of = text.partition(":")
            if kind == "@method":
                found |= self.typed(self.methods[of]["returns"])
            elif kind == "@class":
                found.add("@client" if of in self.clients else of)
            elif kind == "@client-method":
                found.add("@client")
            elif kind == "@of":
                found.add(of)
            elif kind == "@returns":
                found |= {*of.split("\t")} if of else set()
            elif kind == "@other":
                found.add("@other")
        return frozenset(found)

    def field(self, type_: Type, name: str) -> str | None:
        """The new name of a field; None if the classes do not agree."""
        found = {
            self.classes[text]["fields"][name]["now"]
            for text in type_
            if name in self.classes.get(text, {}).get("fields", {})
        }
        return found.pop() if len(found) == 1 else None
