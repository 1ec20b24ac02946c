"""Types as Python annotations, and the imports that they need."""

from __future__ import annotations

import builtins
from collections.abc import Collection, Mapping

from codegen.quoting import Code, join, name, splice
from codegen.value_types import ListOf, MapOf, Named, Scalar, Type, UnionOf

_IMPORTED: Mapping[str, str] = {
    "Any": "typing",
    "Literal": "typing",
    "Mapping": "collections.abc",
    "Sequence": "collections.abc",
    "Struct": "msgspec",
    "TYPE_CHECKING": "typing",
    "TypeAlias": "typing",
    "UNSET": "msgspec",
    "UUID": "uuid",
    "UnsetType": "msgspec",
}
"""What generated modules import by name from other distributions."""

_OWN: Mapping[str, str] = {
    "AsyncResource": "_runtime",
    "File": "_runtime._multipart",
    "FileContent": "_runtime._content",
    "OpenEnum": "_runtime._open_enum",
    "OpenIntEnum": "_runtime._open_enum",
    "OpenObject": "_runtime._open_object",
    "Operation": "_runtime",
    "Request": "_runtime",
    "Resource": "_runtime",
    "Style": "_runtime._styles",
    "Unknown": "_runtime._unknown",
    "any_content": "_runtime._any_content",
    "form_content": "_runtime._form",
    "models": "",
    "multipart_content": "_runtime._multipart",
}
"""What generated modules import by name from their own package, and where it is in there."""

_MODULES = frozenset({"builtins", "datetime", "msgspec"})
"""What generated modules import whole."""

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
"""What a caller gives for a part, and for a whole body."""

_BUILTINS = frozenset({"list", "dict", *_SCALARS.values()} & set(dir(builtins)))

_LAST = {"None": 1, "UnsetType": 2}
"""The members of a union that stand behind the others."""

RESERVED_CLASSES = frozenset({*_IMPORTED, *_OWN, *_MODULES})
"""Names that the class of a resource must not have."""

RESERVED_MODELS = RESERVED_CLASSES - {
    word for word, module in _OWN.items() if module not in {"_runtime._open_enum", "_runtime._unknown"}
}
"""Names that a model must not have: `models.py` imports nothing else, and other modules import it whole."""

RESERVED_FIELDS = frozenset({*_IMPORTED, *_MODULES, *_BUILTINS})
"""Names that a field must not have: an annotation further down in the class would mean the field."""


RESERVED_ARGUMENTS = frozenset({"self", *(word for word in _OWN if word.islower())})
"""Names that an argument must not have: the function that it is handed to calls what has them."""


class Imports:
    """The names that one generated module needs, gathered while its annotations are written."""

    def __init__(self, *, package: str, shadowed: Collection[str] = ()) -> None:
        """Nothing is needed yet.

        Args:
            package: The package as the module reaches it: ``"."`` or ``".."``.
            shadowed: Names of the module's methods; a builtin among them is written with its module.
        """
        self._package = package
        self._shadowed = frozenset(shadowed)
        self._used: set[str] = set()

    def use(self, word: str) -> Code:
        """The word as it is to be written, its import noted."""
        if word in _BUILTINS and word in self._shadowed:
            word = f"builtins.{word}"
        self._used.add(word.partition(".")[0])
        return Code(word)

    def lines(self) -> tuple[Code, ...]:
        """One import statement a line; the formatter sorts and groups them."""
        return tuple(Code(line) for word in sorted(self._used) if (line := self._line(word)))

    def _line(self, word: str) -> str:
        if word in _IMPORTED:
            return f"from {_IMPORTED[word]} import {word}"
        if word in _OWN:
            return f"from {self._package}{_OWN[word]} import {word}"
        return f"import {word}" if word in _MODULES else ""


class Annotations:
    """Writes types for one generated module."""

    def __init__(
        self, classes: Mapping[str, str], imports: Imports, *, qualifier: str = "", sends_files: bool = False
    ) -> None:
        """Write types for a module.

        Args:
            classes: The names of models and enumerations.
            imports: Gathers what the module needs.
            qualifier: Where models and enumerations are: ``"models"``.
            sends_files: Whether files are sent, in parts or whole; else they are text and bytes.
        """
        self._classes = classes
        self._scalars = {**_SCALARS, **_FILES} if sends_files else _SCALARS
        self._imports = imports
        self._qualifier = qualifier

    def sending_files(self) -> Annotations:
        """The same for what is sent in parts, or as it is."""
        return Annotations(self._classes, self._imports, qualifier=self._qualifier, sends_files=True)

    def of(self, type_: Type, *, optional: bool = False) -> Code:
        """What a value of this type is once decoded; `optional`: or was not sent."""
        return self._union(self._decoded(type_), optional=optional)

    def given(self, type_: Type, *, optional: bool = False) -> Code:
        """What a caller may give for a parameter: UUIDs also as text, any sequence for a list."""
        return self._union(self._accepted(type_), optional=optional)

    def _union(self, members: list[Code], *, optional: bool) -> Code:
        if optional:
            members = [*members, self._imports.use("UnsetType")]
        distinct = list(dict.fromkeys(members))
        if "Any" in distinct:
            return Code("Any")
        return join(" | ", sorted(distinct, key=lambda member: _LAST.get(member, 0)))

    def _decoded(self, type_: Type) -> list[Code]:
        match type_:
            case Scalar():
                return [self._imports.use(self._scalars[type_])]
            case Named():
                return [self._class(type_)]
            case ListOf():
                return [splice("{}[{}]", self._imports.use("list"), self.of(type_.item))]
            case MapOf():
                key = self._imports.use("str")
                return [splice("{}[{}, {}]", self._imports.use("dict"), key, self.of(type_.value))]
            case UnionOf():
                return [part for member in type_.members for part in self._decoded(member)]

    def _accepted(self, type_: Type) -> list[Code]:
        match type_:
            case Scalar.UUID:
                return [self._imports.use("UUID"), self._imports.use("str")]
            case ListOf():
                return [splice("{}[{}]", self._imports.use("Sequence"), self.given(type_.item))]
            case UnionOf():
                return [part for member in type_.members for part in self._accepted(member)]
            case _:
                return self._decoded(type_)

    def _class(self, type_: Named) -> Code:
        class_ = name(self._classes[type_.name])
        return splice("{}.{}", self._imports.use(self._qualifier), class_) if self._qualifier else class_
