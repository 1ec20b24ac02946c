"""Compares the classes of two clients: models, enums and unions, with their attributes and members."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from codegen.drift.changes.annotations import Annotations, is_unset_only, qualified
from codegen.drift.changes.differences import Effect
from codegen.drift.changes.former import dropped, gone, kept, renamed
from codegen.drift.changes.keys import key_effects
from codegen.drift.changes.surface import Attribute, Class, Surface
from codegen.drift.changes.where import another, code
from codegen.naming.words import words
from codegen.views.text.quoting import literal


@dataclass(frozen=True, slots=True)
class Classes:
    """The classes of two clients."""

    old: Surface
    new: Surface
    renamed: Mapping[str, str]
    """The names of new classes, by those of old ones that took other names."""
    fields: Mapping[tuple[str, str], str]
    """The new names of renamed properties on the wire, by the old class and the old name."""

    @property
    def forth(self) -> Annotations:
        """What programs of the old client pass to the new one."""
        return Annotations(self.old.classes, self.new.classes, self.renamed)

    @property
    def back(self) -> Annotations:
        """What programs of the old client get from the new one."""
        former = {now: was for was, now in self.renamed.items()}
        return Annotations(self.new.classes, self.old.classes, former, is_read=True)

    def effects(self) -> Iterator[Effect]:
        """What users of the old classes notice."""
        for name, was in self.old.classes.items():
            now = self.new.classes.get(self.renamed.get(name, name))
            if now is None:
                yield gone(
                    "class-removed",
                    f"models.{name}",
                    f"The class `{name}` is gone.",
                    part=(was.origin, None),
                    readers=True,
                    before=f"from {self.old.package}.models import {name}",
                    after="# The API has no such object any more: remove the import.",
                )
                continue
            if was.kind != now.kind:
                yield _class_replaced(was, now)
                continue
            part = (was.origin, now.origin)
            if now.name != name:
                yield renamed(
                    "class-renamed",
                    f"models.{name}",
                    f"The class `{name}` is called `{now.name}`",
                    name=name,
                    former=now.former,
                    part=part,
                    readers=True,
                    before=f"from {self.old.package}.models import {name}",
                    after=f"from {self.new.package}.models import {now.name}",
                )
            if was.is_passed and not now.is_passed:
                yield gone(
                    "params-removed",
                    f"params.{name}",
                    f"`params.{name}` is gone: no method takes it any more.",
                    part=part,
                    before=f"from {self.old.package}.params import {name}",
                    after="# Nothing takes it any more: remove the import.",
                )
            yield from dropped(
                was.former,
                {*self.new.classes, *now.former},
                name=now.name,
                prefix="models.",
                part=part,
                readers=True,
            )
            yield from _members(was, now)
            yield from self._attributes(was, now)
            yield from self._union(was, now)
        taken = {self.renamed.get(name, name) for name in self.old.classes}
        for name, now in self.new.classes.items():
            if name not in taken:
                yield Effect(
                    rule="class-added",
                    symbol=f"models.{name}",
                    aspect="existence",
                    part=(None, now.origin),
                    text=f"The class `{name}` is new.",
                )

    def _attributes(self, old: Class, new: Class) -> Iterator[Effect]:
        matched = {name: self.fields.get((old.name, name), name) for name in old.attributes}
        names = {one.name: wire_name for wire_name, one in new.attributes.items()}
        for wire_name, was in old.attributes.items():
            now = new.attributes.get(matched[wire_name])
            if now is None and was.name in names:
                yield _attribute_replaced(old, was, wire_name, names[was.name])
            elif now is None:
                yield Effect(
                    rule="attribute-removed",
                    symbol=f"models.{old.name}.{was.name}",
                    aspect="existence",
                    part=(was.origin, None),
                    callers=old.is_sent,
                    readers=old.is_received,
                    text=f"`{old.name}` has no attribute `{was.name}` any more.",
                    before=f"{_variable(old)}.{was.name}",
                    after=f"# The API no longer {_verb(old)} it: remove the use of `{was.name}`.",
                )
            else:
                yield from self._attribute(old, new, was, now)
                if was.is_key and now.is_key:
                    yield from key_effects(
                        old, (wire_name, was), (matched[wire_name], now), {*new.attributes}
                    )
        before = {one.name for one in old.attributes.values()}
        for wire_name, now in new.attributes.items():
            required = now.required and old.is_sent
            if wire_name not in matched.values() and (required or now.name not in before):
                verb, which = (
                    "requires" if required else "has",
                    "" if now.name in before else "the new attribute ",
                )
                yield Effect(
                    rule="required-attribute-added" if required else "attribute-added",
                    symbol=f"models.{new.name}.{now.name}",
                    aspect="existence",
                    part=(None, now.origin),
                    callers=required,
                    text=f"`{new.name}` {verb} {which}`{now.name}`.",
                    before=f"{old.name}(...)" if required else "",
                    after=f"{new.name}(..., {now.name}=...)" if required else f"{_variable(new)}.{now.name}",
                )

    def _attribute(self, old: Class, new: Class, was: Attribute, now: Attribute) -> Iterator[Effect]:
        part = (was.origin, now.origin)
        symbol = f"models.{old.name}.{was.name}"
        if was.name != now.name:
            yield renamed(
                "attribute-renamed",
                symbol,
                f"`{old.name}.{was.name}` is called `{now.name}`",
                name=was.name,
                former=now.former,
                part=part,
                callers=old.is_sent,
                readers=old.is_received,
                before=f"{_variable(old)}.{was.name}",
                after=f"{_variable(new)}.{now.name}",
            )
        yield from dropped(
            was.former,
            {*now.former, *(one.name for one in new.attributes.values())},
            name=now.name,
            prefix=f"{_variable(new)}.",
            part=part,
            callers=old.is_sent,
            readers=old.is_received,
        )
        before, after = (
            qualified(one.annotation, surface.classes) for one, surface in ((was, self.old), (now, self.new))
        )
        is_made = old.is_sent
        required = is_made and now.required and not was.required
        passed, taken = (
            qualified(one.accepted, surface.classes) for one, surface in ((was, self.old), (now, self.new))
        )
        given = self.forth.fit(passed, f"{taken} | UnsetType" if required else taken)
        read = not old.is_received or self.back.fit(after, before)
        if required:
            yield Effect(
                rule="attribute-required",
                symbol=symbol,
                aspect="required",
                part=part,
                callers=True,
                text=f"The constructor of `{new.name}` requires `{now.name}`.",
                before=f"{old.name}(...)",
                after=f"{new.name}(..., {now.name}=...)",
            )
        if was.built is not None and now.built is None and not now.required:
            yield Effect(
                rule="constant-dropped",
                symbol=symbol,
                aspect="required",
                part=part,
                callers=True,
                text=f"The constructor of `{new.name}` no longer sets `{now.name}` to {code(was.built)}.",
                before=f"{old.name}(...)",
                after=f"{new.name}(..., {now.name}={literal(was.built)})",
            )
        if not read and is_unset_only(before, after):
            yield Effect(
                rule="attribute-optional",
                symbol=symbol,
                aspect="required",
                part=part,
                readers=True,
                text=f"`{new.name}.{now.name}` may be `UNSET` now.",
                before=f"use({_variable(old)}.{was.name})",
                after=f"if {_variable(new)}.{now.name} is not UNSET:\n    use({_variable(new)}.{now.name})",
            )
        elif not read or (is_made and not given and not is_unset_only(before, after)):
            yield Effect(
                rule="attribute-type",
                symbol=symbol,
                aspect="type",
                part=part,
                callers=is_made and not given,
                readers=not read,
                text=f"`{new.name}.{now.name}` is {code(now.annotation)}; it was {code(was.annotation)}.",
                before=f"{was.name}: {was.annotation}",
                after=f"{now.name}: {now.annotation}",
            )

    def _union(self, old: Class, new: Class) -> Iterator[Effect]:
        if old.kind != "union" or old.alias == new.alias:
            return
        was, now = (qualified(one.alias, side.classes) for one, side in ((old, self.old), (new, self.new)))
        given, read = self.forth.fit(was, now), not old.is_received or self.back.fit(now, was)
        # An unknown object is to be expected, but not a known one as an object of another class.
        read = read or ("Unknown" in old.alias and not self.forth.replaced(was, now))
        if given and read:
            return
        yield Effect(
            rule="union-changed",
            symbol=f"models.{old.name}",
            aspect="type",
            part=(old.origin, new.origin),
            callers=old.is_sent and not given,
            readers=not read,
            text=f"`{new.name}` is {code(new.alias)}; it was {code(old.alias)}.",
            before=f"{old.name}: TypeAlias = {old.alias}",
            after=f"{new.name}: TypeAlias = {new.alias}",
        )


def _members(old: Class, new: Class) -> Iterator[Effect]:
    values = {name: value for value, name in new.members.items()}
    for value, name in old.members.items():
        now = new.members.get(value)
        if now == name:
            continue
        if now is None and name in values:
            yield _member_replaced(old, new, value, values[name])
            continue
        place = (*old.origin, str(value))
        still = kept(name, new.former_members)
        ends = f"has another name now{still}" if still else "is gone"
        yield Effect(
            rule="member-removed" if now is None else "member-renamed",
            symbol=f"models.{old.name}.{name}",
            aspect="existence" if now is None else "name",
            part=(place, None if now is None else (*new.origin, str(value))),
            callers=not still,
            readers=not still,
            adds=bool(still),
            text=f"`{old.name}.{name}` {ends}."
            if now is None
            else f"`{old.name}.{name}` is called `{now}` now{still or another(name in values)}.",
            before=f"{old.name}.{name}",
            after=f"{new.name}.{now}"
            if now
            else f"{new.name}({literal(value)})  # if it still arrives"
            if old.is_received
            else "# The API no longer takes it.",
        )
    yield from dropped(
        old.former_members,
        {*new.former_members, *new.members.values()},
        name=new.name,
        prefix=f"models.{new.name}.",
        part=(old.origin, new.origin),
        readers=True,
    )


def _member_replaced(old: Class, new: Class, was: str | int, now: str | int) -> Effect:
    """The effect of a value that changed in a way which its name does not show."""
    name = old.members[was]
    return Effect(
        rule="member-replaced",
        symbol=f"models.{old.name}.{name}",
        aspect="existence",
        part=((*old.origin, str(was)), None),
        callers=True,
        readers=True,
        text=f"`{old.name}.{name}` is {code(literal(now))} now; it was {code(literal(was))}.",
        before=literal(was),
        after=f"{new.name}.{name}  # {literal(now)}",
    )


def _attribute_replaced(one: Class, attribute: Attribute, was: str, now: str) -> Effect:
    symbol = f"{one.name}.{attribute.name}"
    return Effect(
        rule="attribute-replaced",
        symbol=f"models.{symbol}",
        aspect="existence",
        part=(attribute.origin, None),
        callers=one.is_sent,
        readers=one.is_received,
        text=f"`{symbol}` is the property {code(now)} now; it was {code(was)}.",
        before=f"{_variable(one)}.{attribute.name}  # {literal(was)}",
        after=f"{_variable(one)}.{attribute.name}  # {literal(now)}",
    )


_KINDS = {"model": "a class of objects", "enum": "an enum", "union": "a union"}


def _class_replaced(was: Class, now: Class) -> Effect:
    return Effect(
        rule="class-replaced",
        symbol=f"models.{was.name}",
        aspect="type",
        part=(was.origin, now.origin),
        callers=True,
        readers=True,
        text=f"`{now.name}` is {_KINDS[now.kind]} now; it was {_KINDS[was.kind]}"
        f"{'' if was.name == now.name else f', called `{was.name}`'}.",
        before=f"{was.name}  # {_KINDS[was.kind]}",
        after=f"{now.name}  # {_KINDS[now.kind]}",
    )


def _verb(one: Class) -> str:
    return "sends" if one.is_received else "takes"


def _variable(one: Class) -> str:
    """A variable for an object of the class, in snake case."""
    return "_".join(words(one.name))
