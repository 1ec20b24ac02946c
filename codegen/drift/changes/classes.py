"""Compares the classes of two clients: models, enums and unions, with their attributes and members."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from codegen.drift.changes.annotations import is_unset_only, qualified
from codegen.drift.changes.clients import Clients
from codegen.drift.changes.differences import code
from codegen.drift.changes.effects import Effect, Named, another, dropped, kept
from codegen.drift.changes.surface import Attribute, Class
from codegen.naming.words import words
from codegen.views.text.quoting import literal


def class_effects(clients: Clients) -> Iterator[Effect]:
    """The effects on users of the old classes."""
    old, new = clients.old, clients.new
    for name, was in old.classes.items():
        now = clients.new_class(name)
        before = f"from {old.package}.models import {name}"
        if now is None:
            text, after = (
                f"The class `{name}` is gone.",
                "# The API has no such object any more: remove the import.",
            )
            gone = Named(f"models.{name}", (was.origin, None))
            yield gone.effect("class-removed", text, before, after, callers=True, readers=True)
            continue
        here = Named(f"models.{name}", (was.origin, now.origin))
        if was.kind != now.kind:
            yield _replaced(was, now, here)
            continue
        if now.name != name:
            yield here.renamed(
                "class-renamed",
                f"The class `{name}` is called `{now.name}`",
                before,
                f"from {new.package}.models import {now.name}",
                still=kept(name, now.former),
                readers=True,
            )
        if was.is_passed and not now.is_passed:
            text = f"`params.{name}` is gone: no method takes it any more."
            passed = Named(f"params.{name}", here.part)
            before = f"from {old.package}.params import {name}"
            after = "# Nothing takes it any more: remove the import."
            yield passed.effect("params-removed", text, before, after, callers=True)
        names = {*new.classes, *now.former}
        yield from dropped(was.former, names, Named("models.", here.part), now.name, readers=True)
        yield from _members(was, now)
        yield from _attributes(clients, was, now)
        yield from _union(clients, was, now)
    taken = {clients.matches.classes.get(name, name) for name in old.classes}
    for name, now in new.classes.items():
        if name not in taken:
            added = Named(f"models.{name}", (None, now.origin))
            yield added.effect("class-added", f"The class `{name}` is new.")


def _replaced(was: Class, now: Class, here: Named) -> Effect:
    """The effect of a class of another kind."""
    before, after = _KINDS[was.kind], _KINDS[now.kind]
    called = "" if was.name == now.name else f", called `{was.name}`"
    return here.effect(
        "class-replaced",
        f"`{now.name}` is {after} now; it was {before}{called}.",
        f"{was.name}  # {before}",
        f"{now.name}  # {after}",
        callers=True,
        readers=True,
    )


_KINDS = {"model": "a class of objects", "enum": "an enum", "union": "a union"}


def _attributes(clients: Clients, old: Class, new: Class) -> Iterator[Effect]:
    matched = {name: clients.new_wire_name(old, name) for name in old.attributes}
    names = {one.name: wire_name for wire_name, one in new.attributes.items()}
    for wire_name, was in old.attributes.items():
        now = new.attributes.get(matched[wire_name])
        if now is not None:
            yield from _attribute(clients, old, new, was, now)
            if was.is_key and now.is_key:
                yield from _key(old, (wire_name, was), (matched[wire_name], now), {*new.attributes})
            continue
        lost = Named(f"models.{old.name}.{was.name}", (was.origin, None))
        before = f"{_variable(old)}.{was.name}"
        if was.name in names:
            rule, other = "attribute-replaced", names[was.name]
            text = f"`{old.name}.{was.name}` is the property {code(other)} now; it was {code(wire_name)}."
            before, after = f"{before}  # {literal(wire_name)}", f"{before}  # {literal(other)}"
        else:
            rule, text = "attribute-removed", f"`{old.name}` has no attribute `{was.name}` any more."
            verb = "sends" if old.is_received else "takes"
            after = f"# The API no longer {verb} it: remove the use of `{was.name}`."
        yield lost.effect(rule, text, before, after, callers=old.is_sent, readers=old.is_received)
    known = {one.name for one in old.attributes.values()}
    for wire_name, now in new.attributes.items():
        if wire_name in matched.values():
            continue
        added = Named(f"models.{new.name}.{now.name}", (None, now.origin))
        which = f"{'' if now.name in known else 'the new attribute '}`{now.name}`"
        if now.required and old.is_sent:
            text = f"`{new.name}` requires {which}."
            before, after = f"{old.name}(...)", f"{new.name}(..., {now.name}=...)"
            yield added.effect("required-attribute-added", text, before, after, callers=True)
        elif now.name not in known:
            text, after = f"`{new.name}` has {which}.", f"{_variable(new)}.{now.name}"
            yield added.effect("attribute-added", text, after=after)


def _attribute(clients: Clients, old: Class, new: Class, was: Attribute, now: Attribute) -> Iterator[Effect]:
    here = Named(f"models.{old.name}.{was.name}", (was.origin, now.origin))
    read_before, read_now = f"{_variable(old)}.{was.name}", f"{_variable(new)}.{now.name}"
    if was.name != now.name:
        yield here.renamed(
            "attribute-renamed",
            f"`{old.name}.{was.name}` is called `{now.name}`",
            read_before,
            read_now,
            still=kept(was.name, now.former),
            callers=old.is_sent,
            readers=old.is_received,
        )
    names = {*now.former, *(one.name for one in new.attributes.values())}
    current = Named(f"{_variable(new)}.", here.part)
    yield from dropped(was.former, names, current, now.name, callers=old.is_sent, readers=old.is_received)
    sides = ((was, clients.old), (now, clients.new))
    before, after = (qualified(one.annotation, side.classes) for one, side in sides)
    passed, taken = (qualified(one.accepted, side.classes) for one, side in sides)
    required = old.is_sent and now.required and not was.required
    given = clients.forth.fit(passed, f"{taken} | UnsetType" if required else taken)
    read = not old.is_received or clients.back.fit(after, before)
    made = f"{old.name}(...)"
    if required:
        text, then = (
            f"The constructor of `{new.name}` requires `{now.name}`.",
            f"{new.name}(..., {now.name}=...)",
        )
        yield here.effect("attribute-required", text, made, then, callers=True)
    if was.built is not None and now.built is None and not now.required:
        text = f"The constructor of `{new.name}` no longer sets `{now.name}` to {code(was.built)}."
        then = f"{new.name}(..., {now.name}={literal(was.built)})"
        yield here.effect("constant-dropped", text, made, then, callers=True)
    if not read and is_unset_only(before, after):
        text, use = f"`{new.name}.{now.name}` may be `UNSET` now.", f"use({read_before})"
        then = f"if {read_now} is not UNSET:\n    use({read_now})"
        yield here.effect("attribute-optional", text, use, then, readers=True)
    elif not read or (old.is_sent and not given and not is_unset_only(before, after)):
        yield here.effect(
            "attribute-type",
            f"`{new.name}.{now.name}` is {code(now.annotation)}; it was {code(was.annotation)}.",
            f"{was.name}: {was.annotation}",
            f"{now.name}: {now.annotation}",
            callers=old.is_sent and not given,
            readers=not read,
        )


def _key(
    owner: Class, old: tuple[str, Attribute], new: tuple[str, Attribute], keys: Collection[str]
) -> Iterator[Effect]:
    """The effects on dicts that stand for a model, whose keys have the names of JSON.

    Effects on its attribute are not repeated.
    """
    (name, was), (name_now, now) = old, new
    part, prefix = (was.origin, now.origin), f"params.{owner.name}Dict."
    is_said = was.name != now.name and (was.name in now.former) == (name in now.former_keys)
    if name != name_now and not is_said:
        yield Named(f"{prefix}{name}", part).renamed(
            "key-renamed",
            f"In a dict for `{owner.name}`, the key {code(name)} is called {code(name_now)}",
            f"{{{literal(name)}: ...}}",
            f"{{{literal(name_now)}: ...}}",
            still=kept(name, now.former_keys),
        )
    gone = {one: until for one, until in was.former_keys.items() if one not in was.former}
    yield from dropped(gone, {*keys, *now.former_keys}, Named(prefix, part), name_now)


def _union(clients: Clients, old: Class, new: Class) -> Iterator[Effect]:
    if old.kind != "union" or old.alias == new.alias:
        return
    was, now = (qualified(one.alias, side.classes) for one, side in ((old, clients.old), (new, clients.new)))
    given, read = clients.forth.fit(was, now), not old.is_received or clients.back.fit(now, was)
    # Users expect unknown objects, but not that a known one has another class.
    read = read or ("Unknown" in old.alias and not clients.forth.replaced(was, now))
    if not (given and read):
        yield Named(f"models.{old.name}", (old.origin, new.origin)).effect(
            "union-changed",
            f"`{new.name}` is {code(new.alias)}; it was {code(old.alias)}.",
            f"{old.name}: TypeAlias = {old.alias}",
            f"{new.name}: TypeAlias = {new.alias}",
            callers=old.is_sent and not given,
            readers=not read,
        )


def _members(old: Class, new: Class) -> Iterator[Effect]:
    values = {name: value for value, name in new.members.items()}
    for value, name in old.members.items():
        now, member = new.members.get(value), f"{old.name}.{name}"
        place = (*old.origin, str(value))
        still = kept(name, new.former_members)
        here = Named(f"models.{member}", (place, None if now is None else (*new.origin, str(value))))
        after = f"{new.name}({literal(value)})  # if it still arrives"
        after = after if old.is_received else "# The API no longer takes it."
        if now is not None and now != name:
            text, after = f"`{member}` is called `{now}`", f"{new.name}.{now}"
            otherwise = another(name in values)
            yield here.renamed(
                "member-renamed", text, member, after, still=still, readers=True, otherwise=otherwise
            )
        elif now is None and name in values:
            other = literal(values[name])
            text = f"`{member}` is {code(other)} now; it was {code(literal(value))}."
            after = f"{new.name}.{name}  # {other}"
            yield here.effect("member-replaced", text, literal(value), after, callers=True, readers=True)
        elif now is None and still:
            text = f"`{member}` has another name"
            yield here.renamed("member-removed", text, member, after, still=still, readers=True)
        elif now is None:
            text = f"`{member}` is gone."
            yield here.effect("member-removed", text, member, after, callers=True, readers=True)
    names = {*new.former_members, *new.members.values()}
    current = Named(f"models.{new.name}.", (old.origin, new.origin))
    yield from dropped(old.former_members, names, current, new.name, readers=True)


def _variable(one: Class) -> str:
    """A variable for an object of the class, in snake case."""
    return "_".join(words(one.name))
