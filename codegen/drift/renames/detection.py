"""Finds the parts whose names in Python changed, and whose old names the client does not keep."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from codegen.document.node import Pointer
from codegen.drift.changes.clients import Clients
from codegen.drift.changes.comparison import Version
from codegen.drift.changes.counterparts import ArgumentKey, names_in_path, title
from codegen.drift.changes.differences import code
from codegen.drift.changes.matches import Matches
from codegen.drift.changes.surface import Call, Class
from codegen.standard.schemas import SCHEMA_SECTIONS

Kind: TypeAlias = Literal["operation", "parameter", "property", "schema", "tag", "value"]


class Rename(Struct, frozen=True, kw_only=True):
    """A part that programs know under another name."""

    kind: Kind
    what: str
    """The part, in words."""
    was: str
    """Its name in the old document; empty if only the name in Python changed."""
    now: str
    old_symbol: str
    """``client.pets.list``, ``models.Pet.age``, ``client.pets.list(limit=)``."""
    new_symbol: str
    part: tuple[Pointer, Pointer]
    """The part in both documents. For a value it is that of its enum, and the value."""
    why: tuple[str, ...]
    """How the rename was recognised."""
    points: int | None = None
    """The points of `likeness`; None if they were not needed."""
    hindrance: str = ""
    """Why no declaration of its own keeps the name; empty if one does."""

    @property
    def python_name(self) -> str:
        """The old name in Python."""
        return str(re.findall(r"\w+", self.old_symbol)[-1])

    @property
    def owner(self) -> str:
        """The old resource of a method: ``chat.completions``."""
        return _owner(self.old_symbol.removeprefix("client."))

    @property
    def names(self) -> frozenset[str]:
        """The names by which a user may refer to it."""
        symbols = [
            one.removeprefix(prefix) for one in (self.old_symbol, self.new_symbol) for prefix in _PREFIXES
        ]
        return frozenset({self.was, self.now, *symbols} - {""})

    @property
    def key(self) -> tuple[str, Pointer, str]:
        """The key of the rename."""
        return self.kind, self.part[1], self.python_name


_PREFIXES = ("", "client.", "models.")


def renames(old: Version, new: Version, matches: Matches) -> list[Rename]:
    """The renames between two versions, in the order of the new document's kinds of parts."""
    finding = _Finding(Clients(old.surface, new.surface, matches))
    return [*{one.key: one for one in finding.all()}.values()]


class _Finding(Struct, frozen=True):
    clients: Clients

    def all(self) -> Iterator[Rename]:
        calls = [
            (call, now) for call in self.clients.old.calls.values() if (now := self.clients.new_call(call))
        ]
        tags = [*self._tags(calls)]
        yield from tags
        owners = {one.old_symbol: one.new_symbol for one in tags}
        for one, other in calls:
            yield from self._operation(one, other, owners)
        for one, other in calls:
            yield from self._parameters(one, other)
        for name, was in self.clients.old.classes.items():
            new = self.clients.new_class(name)
            if new is not None and new.kind == was.kind:
                yield from self._class(was, new)

    def _rename(  # noqa: PLR0913 - what a rename consists of
        self,
        kind: Kind,
        what: str,
        names: tuple[str, str],
        symbols: tuple[str, str],
        part: tuple[Pointer, Pointer],
        *,
        otherwise: str,
        chosen: str = "",
        hindrance: str = "",
    ) -> Rename:
        """A rename.

        Args:
            kind: The kind of the part.
            what: The part, in words.
            names: Its names in both documents; the same if only the name in Python changed.
            symbols: Its symbols in both clients.
            part: The part in both documents.
            otherwise: How it was recognised, if there is no evidence.
            chosen: What this generator calls the old one, if another generator chose its name.
            hindrance: Why no declaration of its own keeps the name.
        """
        evidence = None if chosen else self.clients.matches.likeness.get(part)
        return Rename(
            kind=kind,
            what=what,
            was=names[0] if names[0] != names[1] else "",
            now=names[1],
            old_symbol=symbols[0],
            new_symbol=symbols[1],
            part=part,
            why=evidence.reasons if evidence else (_CHOSEN if chosen else otherwise,),
            points=evidence.points if evidence else None,
            hindrance=hindrance,
        )

    def _tags(self, calls: list[tuple[Call, Call]]) -> Iterator[Rename]:
        """The resources all of whose operations are in one new resource."""
        old, new = self.clients.old.resources, self.clients.new.resources
        votes: dict[str, Counter[str]] = {}
        for was, now in calls:
            votes.setdefault(_owner(was.path), Counter())[_owner(now.path)] += 1
        for before, counted in votes.items():
            after, count = counted.most_common(1)[0]
            if len(counted) > 1 or before in new or after in old:
                continue
            if _owner(before) != _owner(after) or any(
                path.startswith(f"{before}.") for _, now in calls for path in now.former
            ):
                continue
            tag, old_tag = new[after], old.get(before)
            if old_tag is not None and tag.name != old_tag.name:
                names, symbols = (old_tag.name, tag.name), (f"client.{before}", f"client.{after}")
                part = (old_tag.origins[0], tag.origins[0])
                why = f"all its operations are the same ({count})"
                yield self._rename("tag", f"tag {code(tag.name)}", names, symbols, part, otherwise=why)

    def _operation(self, was: Call, now: Call, owners: Mapping[str, str]) -> Iterator[Rename]:
        if was.path in {now.path, *now.former}:
            return
        before, after = was.path.rpartition(".")[2], now.path.rpartition(".")[2]
        owner = f"client.{_owner(was.path)}"
        there = {f"client.{_owner(path)}" for path in (now.path, *now.former)}
        is_moved = not {owner, owners.get(owner)} & there
        if not is_moved and before in {after, *(path.rpartition(".")[2] for path in now.former)}:
            return
        is_same = was.operation.id == now.operation.id
        yield self._rename(
            "operation",
            f"operation {title(now.operation)}",
            (was.operation.id or "", now.operation.id or ""),
            (was.shown, now.shown),
            (was.origin, now.origin),
            otherwise="the same operationId" if is_same else "the same method and path",
            chosen=was.chosen,
            hindrance=_MOVED.format(_owner(was.path), before) if is_moved else "",
        )

    def _parameters(self, was: Call, now: Call) -> Iterator[Rename]:
        for key, one in was.arguments.items():
            other = self.clients.new_argument(key, was, now)
            if other is None or key[0] in {"property", "body"}:
                continue
            if one.name == other.name or one.name in other.former:
                continue
            names = _wire_name(key, was), _wire_name(self.clients.matches.argument(key, was, now) or key, now)
            what = f"{key[0]} parameter {code(names[1])} of {title(now.operation)}"
            symbols = (f"{was.shown}({one.name}=)", f"{now.shown}({other.name}=)")
            why = "the same place in the path" if key[0] == "path" else "the same name"
            part = (one.origin, other.origin)
            yield self._rename("parameter", what, names, symbols, part, otherwise=why, chosen=one.chosen)

    def _class(self, was: Class, now: Class) -> Iterator[Rename]:
        if was.name != now.name and was.name not in now.former:
            is_named = _is_component(now.origin)
            name = now.key if is_named else now.name
            yield self._rename(
                "schema",
                f"schema {code(name)}",
                (was.key if is_named and _is_component(was.origin) else name, name),
                (f"models.{was.name}", f"models.{now.name}"),
                (was.origin, now.origin),
                otherwise="as the document says",
                chosen=was.chosen,
                hindrance="" if is_named else _NAMED_AFTER,
            )
        yield from self._properties(was, now)
        yield from self._values(was, now)

    def _properties(self, was: Class, now: Class) -> Iterator[Rename]:
        taken = {one.name for one in now.attributes.values()}
        for name, one in was.attributes.items():
            other_name = self.clients.new_wire_name(was, name)
            other = now.attributes.get(other_name)
            if other is None or one.name == other.name or one.name in other.former or one.name in taken:
                continue
            names, part = (name, other_name), (one.origin, other.origin)
            what = f"property {code(other_name)} of {code(now.name)}"
            symbols = (f"models.{was.name}.{one.name}", f"models.{now.name}.{other.name}")
            yield self._rename(
                "property", what, names, symbols, part, otherwise="the same name", chosen=one.chosen
            )

    def _values(self, was: Class, now: Class) -> Iterator[Rename]:
        members: Mapping[str, str] = {str(value): name for value, name in now.members.items()}
        for value, name in was.members.items():
            other_value = self.clients.matches.values.get((was.name, str(value)), str(value))
            other = members.get(other_value, name)
            if other == name or name in now.former_members or name in members.values():
                continue
            names, what = (str(value), other_value), f"value {code(other_value)} of {code(now.name)}"
            symbols = (f"models.{was.name}.{name}", f"models.{now.name}.{other}")
            part = ((*was.origin, str(value)), (*now.origin, other_value))
            yield self._rename("value", what, names, symbols, part, otherwise="the same value")


_CHOSEN = "the generator that made the client chose the old name"

_MOVED = (
    "it belongs to another resource now; `x-python-group: {0}` and `x-python-name: {1}` keep it where it was"
)

_NAMED_AFTER = (
    "the class is named after what is around it, and has no former name of its own; give the schema the old"
    " name as its `title`, or make it a component with that name"
)


def _owner(path: str) -> str:
    return path.rpartition(".")[0]


def _is_component(pointer: Pointer) -> bool:
    return pointer[:-1] in SCHEMA_SECTIONS


def _wire_name(key: ArgumentKey, call: Call) -> str:
    """The name of a parameter in the document."""
    kind, name = key
    if kind == "path" and isinstance(name, int):
        return names_in_path(call.operation.path)[name]
    for one in call.operation.parameters:
        if one.location == kind and one.wire_name.lower() == str(name).lower():
            return one.wire_name
    return str(name)
