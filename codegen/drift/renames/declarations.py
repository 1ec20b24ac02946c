"""Declarations of former names, `x-renamed-from`, for a document whose client keeps these names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from codegen.document.node import Json, Plain, Pointer, placed, plain
from codegen.document.rendering import TextStyle
from codegen.document.source import Source
from codegen.drift.editing import Change, Changes
from codegen.drift.renames.detection import Rename
from codegen.model.api import Api, Tag
from codegen.model.classes import EnumClass, Field, Model, UnionClass
from codegen.model.former_names import RENAMED, VALUES_RENAMED, has_reached
from codegen.model.operations import Operation, Parameter
from codegen.naming.words import words


class Declaration(Struct, frozen=True, kw_only=True):
    """A declaration of a former name."""

    rename: Rename
    until: str
    """The version that drops the name; empty to keep it."""
    by_python_name: bool
    is_pin: bool = False
    """Whether the part gets only the old name."""

    @classmethod
    def of(cls, rename: Rename, until: str, *, is_pin: bool = False) -> Declaration:
        """The declaration of a rename, by the name in the document if that leads to the name in Python."""
        if is_pin and rename.kind in PINNED:
            return cls(rename=rename, until="", by_python_name=True, is_pin=True)
        letters = "".join(words(rename.was)) if rename.was else ""
        is_plain = rename.kind in {"operation", "tag"} or letters == _letters(rename.python_name)
        return cls(rename=rename, until=until, by_python_name=not (rename.was and is_plain))

    @property
    def target(self) -> Pointer:
        """The mapping that it belongs to."""
        where = self.rename.part[1]
        if self.rename.kind == "tag" and where[0] != "tags":
            return ()
        return where[:-1] if self.rename.kind == "value" else where

    @property
    def item(self) -> Plain:
        """The value: the former name, and the version that drops it."""
        name = self.rename.python_name if self.by_python_name else self.rename.was
        if not self.until and not self.by_python_name:
            return name
        until = {"until": self.until} if self.until else {}
        return {"python-name" if self.by_python_name else "name": name, **until}

    @property
    def pair(self) -> dict[str, Any]:
        """The key and the value, if it is the only one in the mapping."""
        if self.is_pin:
            group = {"x-python-group": self.rename.owner} if self.rename.hindrance else {}
            return {
                **(group if self.rename.kind == "operation" else {}),
                "x-python-name": self.rename.python_name,
            }
        if self.rename.kind == "value":
            return {VALUES_RENAMED: {self.rename.part[1][-1]: self.item}}
        if not self.target:
            return {"tags": [{"name": self.rename.now, RENAMED: self.item}]}
        return {RENAMED: self.item}

    def line(self, source: Source) -> str:
        """The line to write, in the language of a file."""
        style = TextStyle.of(source)
        pairs = self.pair.items()
        if source.is_json:
            return ", ".join(
                f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in pairs
            )
        return ", ".join(f"{style.key(key)}: {style.flow(value)}" for key, value in pairs)

    @property
    def changes(self) -> Changes:
        """The edit of the document."""
        return {self.target: self.change}

    @property
    def change(self) -> Change:
        """The edit of the mapping."""
        return self.extend if self.target else self._extend_tags

    def _extend_tags(self, document: dict[str, Any]) -> None:
        """Add it to the document, with the tag that only operations name."""
        _add(document, "tags", [*document.get("tags", []), *self.pair["tags"]])

    def extend(self, mapping: dict[str, Any]) -> None:
        """Add it to the mapping of the part."""
        if self.is_pin:
            for key, value in self.pair.items():
                _add(mapping, key, value)
        elif self.rename.kind == "value":
            values = mapping.get(VALUES_RENAMED, {})
            _add(mapping, VALUES_RENAMED, _with(values, str(self.rename.part[1][-1]), self.item))
        else:
            _add(mapping, RENAMED, _with(mapping, RENAMED, self.item)[RENAMED])


PINNED = frozenset({"operation", "parameter", "property", "schema"})
"""The kinds of parts that can have a name of their own in the document."""


def is_dropped(until: str, version: str) -> bool:
    """Whether a client of a version lacks the names that another version drops."""
    return has_reached(version, until)


def _letters(text: str) -> str:
    return text.replace("_", "").lower()


def _with(mapping: dict[str, Any], key: str, item: Plain) -> dict[str, Any]:
    """A mapping with another former name under a key."""
    if key not in mapping:
        return {**mapping, key: item}
    known = mapping[key] if isinstance(mapping[key], list) else [mapping[key]]
    return {**mapping, key: [*known, item]}


_BEFORE = ("$ref", "operationId", "name", "title", "type")
"""The keys after which a declaration is inserted."""


def _add(mapping: dict[str, Any], key: str, value: Plain) -> None:
    """Set a key. A new one is inserted after the name of the part."""
    if key in mapping:
        mapping[key] = value
        return
    first = next((one for one in _BEFORE if one in mapping), None)
    pairs = [*mapping.items()]
    at = [*mapping].index(first) + 1 if first else len(pairs)
    mapping.clear()
    mapping.update([*pairs[:at], (key, value), *pairs[at:]])


def declared(declarations: Iterable[Declaration], api: Api) -> Api:
    """The model of the document with the declarations. Only extensions differ, so it is not read again."""
    parts: dict[Pointer, list[Declaration]] = {}
    undeclared: dict[str, list[Declaration]] = {}
    """Those of tags that only operations name, by their names."""
    for one in declarations:
        several = (
            parts.setdefault(one.target, []) if one.target else undeclared.setdefault(one.rename.now, [])
        )
        several.append(one)

    def said(extensions: Mapping[str, Json], several: Iterable[Declaration]) -> Mapping[str, Json]:
        mapping: dict[str, Any] = {key: plain(value) for key, value in extensions.items()}
        for one in several:
            one.extend(mapping)
        return {key: placed(value) for key, value in mapping.items()}

    def noted(one: _Noted) -> _Noted:
        several = parts.get(one.origins[0])
        if several is None:
            return one
        return replace(one, notes=replace(one.notes, extensions=said(one.notes.extensions, several)))

    def operation(one: Operation) -> Operation:
        several = parts.get(one.origins[0], ())
        return replace(
            one,
            extensions=said(one.extensions, several) if several else one.extensions,
            parameters=tuple(map(noted, one.parameters)),
        )

    def tag(one: Tag) -> Tag:
        place = one.origins[0]
        several = undeclared.pop(one.name, ()) if place[0] != "tags" else parts.get(place, ())
        return replace(one, extensions=said(one.extensions, several))

    tags = [tag(one) for one in api.tags]
    tags += [
        Tag(name=name, extensions=said({}, several), origins=(several[0].rename.part[1],))
        for name, several in undeclared.items()
    ]
    return replace(
        api,
        tags=tuple(tags),
        operations=tuple(map(operation, api.operations)),
        models={
            key: noted(replace(one, fields=tuple(map(noted, one.fields)))) for key, one in api.models.items()
        },
        enums={key: noted(one) for key, one in api.enums.items()},
        unions={key: noted(one) for key, one in api.unions.items()},
    )


_Noted = TypeVar("_Noted", Parameter, Field, Model, EnumClass, UnionClass)
