"""Types as Python annotations, and the imports that they need."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from codegen.document.node import Json
from codegen.model.notes import Absent
from codegen.model.runtime.imports import BUILTINS, import_statement
from codegen.model.types import ListOf, MapOf, Named, Scalar, Type, UnionOf
from codegen.naming.components import Components
from codegen.views.text.quoting import Code, join, literal, name, splice

_SCALARS: Mapping[Scalar, str] = {
    Scalar.ANY: "Any",
    Scalar.NULL: "None",
    Scalar.BOOLEAN: "bool",
    Scalar.INTEGER: "int",
    Scalar.NUMBER: "float",
    Scalar.STRING: "str",
    Scalar.UUID: "UUID",
    Scalar.DATE: "datetime.date",
    Scalar.DATETIME: "datetime.datetime",
    Scalar.FILE: "str",
    Scalar.BYTES: "bytes",
}

_FILES: Mapping[Scalar, str] = {Scalar.FILE: "File", Scalar.BYTES: "FileContent"}
"""What a caller passes for a part of a multipart body, and for a whole body."""

_EXACT: Mapping[Scalar, str] = {Scalar.NUMBER: "JsonNumber"}
"""What msgspec reads without loss."""

_NONE: Mapping[Scalar, str] = MappingProxyType({})

_LAST = {"None": 1, "UnsetType": 2}
"""The members that come last in a union."""


class Imports:
    """The names that a generated module needs, collected while its annotations are written."""

    def __init__(
        self, *, package: str, shadowed: Collection[str] = (), private: Collection[str] = ()
    ) -> None:
        """Start without names.

        Args:
            package: The package relative to the module: ``"."`` or ``".."``.
            shadowed: The attributes of the module's classes. Builtins of these names get a prefix, modules
                a trailing underscore.
            private: Modules that get an underscore in front, since any attribute may have their name.
        """
        self._package = package
        self._private = frozenset(private)
        self._shadowed = frozenset(shadowed)
        self._used: set[str] = set()
        self._params = ""

    def use(self, word: str) -> Code:
        """Record the import of a word and return the word as it must be written."""
        if word in BUILTINS and word in self._shadowed:
            word = f"builtins.{word}"
        first, dot, rest = word.partition(".")
        self._used.add(first)
        if first in self._private:
            return Code(f"_{word}")
        return Code(f"{first}_{dot}{rest}" if first in self._shadowed else word)

    def use_params(self, module: str) -> Code:
        """Record that annotations refer to ``params`` under a name, and return the name."""
        self._params = f"{module}_" if module in self._shadowed else module
        return Code(self._params)

    def for_checkers(self) -> tuple[Code, ...]:
        """The import statements for annotations alone, which nothing evaluates when the module runs."""
        if not self._params:
            return ()
        renamed = f" as {self._params}" if self._params != "params" else ""
        return (Code(f"from {self._package} import params{renamed}"),)

    def lines(self) -> tuple[Code, ...]:
        """The other import statements, one per line. The formatter sorts and groups them."""
        statements = ((word, import_statement(word, self._package)) for word in sorted(self._used))
        return tuple(Code(f"{statement}{self._renamed(word)}") for word, statement in statements if statement)

    def _renamed(self, word: str) -> str:
        if word in self._private:
            return f" as _{word}"
        return f" as {word}_" if word in self._shadowed else ""


class Annotations:
    """Writes types for one generated module."""

    def __init__(  # noqa: PLR0913 - the facts about a module
        self,
        components: Components,
        imports: Imports,
        *,
        qualifier: str = "",
        params: str = "",
        local: Collection[str] = (),
        special: Mapping[Scalar, str] = _NONE,
    ) -> None:
        """Write types for a module.

        Args:
            components: The named models and enumerations.
            imports: Collects the imports of the module.
            qualifier: The module of models and enumerations: ``"models"``.
            params: The module of the types of arguments, ``params``; empty within it.
            local: The components that the module itself defines, which need no qualifier.
            special: The annotations of scalars that differ from the usual ones.
        """
        self._components = components
        self._scalars = {**_SCALARS, **special}
        self.imports = imports
        self._qualifier = qualifier
        self._params = params
        self._local = local

    def sending_files(self) -> Annotations:
        """The same for values that are sent as parts, or unchanged."""
        return self._with(_FILES)

    def decoding(self) -> Annotations:
        """The same for types that msgspec decodes."""
        return self._with(_EXACT)

    def _with(self, special: Mapping[Scalar, str]) -> Annotations:
        return Annotations(
            self._components,
            self.imports,
            qualifier=self._qualifier,
            params=self._params,
            local=self._local,
            special=special,
        )

    def of(self, type_: Type, *, optional: bool = False) -> Code:
        """The annotation of a decoded value. With `optional`, the value may be missing."""
        return self.union(self._decoded(type_), optional=optional)

    def given(self, type_: Type, *, optional: bool = False) -> Code:
        """The annotation of what a caller passes.

        UUIDs may be strings, lists any sequence and maps any mapping; ``params`` has the types of the rest.
        """
        return self.union(self.accepted(type_), optional=optional)

    def constant(self, type_: Type, value: Json | Absent) -> Code | None:
        """The expression for a value of a type; None if there is no value."""
        if isinstance(value, Absent):
            return None
        if not isinstance(type_, Named):
            return literal(value)
        members = self._components.enums[type_.name].members
        member = next(one.name for one in members if one.member.value == value)
        return splice("{}.{}", self._class(type_), name(member))

    def union(self, members: Iterable[Code], *, optional: bool) -> Code:
        """The annotation that has these members, without duplicates."""
        if optional:
            members = [*members, self.imports.use("UnsetType")]
        distinct = list(dict.fromkeys(members))
        if "Any" in distinct:
            return Code("Any")
        return join(" | ", sorted(distinct, key=lambda member: _LAST.get(member, 0)))

    def _decoded(self, type_: Type) -> list[Code]:
        match type_:
            case Scalar():
                return [self.imports.use(self._scalars[type_])]
            case Named():
                return [self._class(type_)]
            case ListOf():
                return [splice("{}[{}]", self.imports.use("list"), self.of(type_.item))]
            case MapOf():
                key = self.imports.use("str")
                return [splice("{}[{}, {}]", self.imports.use("dict"), key, self.of(type_.value))]
            case UnionOf():
                return [part for member in type_.members for part in self._decoded(member)]

    def accepted(self, type_: Type) -> list[Code]:
        """The members of the annotation of what a caller passes."""
        match type_:
            case Scalar.UUID:
                return [self.imports.use("UUID"), self.imports.use("str")]
            case ListOf():
                return [splice("{}[{}]", self.imports.use("Sequence"), self.given(type_.item))]
            case MapOf():
                key = self.imports.use("str")
                return [splice("{}[{}, {}]", self.imports.use("Mapping"), key, self.given(type_.value))]
            case Named():
                alias = name(self._components.classes[type_.name])
                module = self.imports.use_params(self._params) if self._params else None
                return [splice("{}.{}", module, alias) if module else alias]
            case UnionOf():
                return [part for member in type_.members for part in self.accepted(member)]
            case _:
                return self._decoded(type_)

    def _class(self, type_: Named) -> Code:
        class_ = name(self._components.classes[type_.name])
        if not self._qualifier or type_.name in self._local:
            return class_
        return splice("{}.{}", self.imports.use(self._qualifier), class_)
