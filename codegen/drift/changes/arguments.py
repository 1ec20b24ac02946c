"""Compares the arguments of a method in two clients."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from codegen.drift.changes.call_arguments import Argument
from codegen.drift.changes.clients import Clients
from codegen.drift.changes.counterparts import ArgumentKey
from codegen.drift.changes.differences import code
from codegen.drift.changes.effects import Effect, Named, another, dropped, kept
from codegen.drift.changes.surface import Call


def argument_effects(clients: Clients, old: Call, new: Call) -> Iterator[Effect]:
    """What programs notice that call the old method."""
    if {_spelling(old), _spelling(new)} == {"whole", "spread"}:
        yield _respelled(old, new)
        old, new = _without_body(old), _without_body(new)
    matched = {key: clients.matches.argument(key, old, new) for key in old.arguments}
    names = {one.name: key for key, one in new.arguments.items()}
    before = {one.name for one in old.arguments.values()}
    for key, was in old.arguments.items():
        now = new.arguments.get(matched[key] or ("", ""))
        other = names.get(was.name)
        lost = Named(_passed(old, was), (was.origin, None))
        if now is not None:
            yield from _argument(clients, old, new, was, now)
        elif other is not None:
            text = f"`{was.name}` of `{new.shown}()` is {_sent_as(other)} now; it was {_sent_as(key)}."
            then = f"{new.sample(new.arguments[other])}  # {_sent_as(other)}"
            sent = f"{old.sample(was)}  # {_sent_as(key)}"
            yield lost.effect("argument-replaced", text, sent, then, callers=True)
        else:
            text = f"`{old.shown}()` no longer takes `{was.name}`."
            yield lost.effect("argument-removed", text, old.sample(was), new.sample(), callers=True)
    for key, now in new.arguments.items():
        required = now.required or bool(now.needed & _media_types(old))
        if key not in matched.values() and (required or now.name not in before):
            rule = "required-argument-added" if required else "optional-argument-added"
            some = _with(now.needed if required and not now.required else frozenset())
            text = f"`{new.shown}()` {'requires' if required else 'takes'} `{now.name}`{some}."
            after = new.sample() if now.required else new.sample(now)
            added = Named(_passed(new, now), (None, now.origin))
            yield added.effect(rule, text, old.sample(), after, callers=required)
    yield from _order(old, new, matched)


def _respelled(old: Call, new: Call) -> Effect:
    now = "one argument, `body`" if ("body", "body") in new.arguments else "arguments of their own"
    text = f"The properties of the body of `{new.shown}()` are {now} now."
    before, after = (call.sample(*_of_body(call)) for call in (old, new))
    return Named(old.shown, (old.origin, new.origin)).effect(
        "body-respelled", text, before, after, callers=True
    )


def _argument(clients: Clients, old: Call, new: Call, was: Argument, now: Argument) -> Iterator[Effect]:
    here = Named(_passed(old, was), (was.origin, now.origin))
    method = f"`{new.shown}()`"
    is_taken = any(one.name == was.name for one in new.arguments.values())
    if was.name != now.name:
        # A path argument may be passed by its position, or by its name.
        yield here.renamed(
            "argument-renamed",
            f"The argument `{was.name}` of `{old.shown}()` is called `{now.name}`",
            old.sample(was),
            new.sample(now),
            still=kept(was.name, now.former),
            otherwise=another(is_taken),
        )
    names = {one.name for one in new.arguments.values()} | {*now.former}
    yield from dropped(was.former, names, Named(f"{new.shown}: ", here.part), now.name)
    if was.positional is not now.positional:
        text = f"`{now.name}` of {method} is {'positional' if now.positional else 'a keyword'} now."
        yield here.effect("argument-moved", text, old.sample(), new.sample(), callers=True)
    lost = was.taken & _media_types(new) - now.taken
    if lost:
        text = f"{method} no longer takes `{now.name}`{_with(lost)}."
        yield here.effect("argument-removed", text, old.sample(was), new.sample(), callers=True)
    needed = now.needed & _media_types(old) - was.needed
    is_required = now.required and not was.required
    if needed or is_required:
        text = f"{method} requires `{now.name}`{_with(needed)}."
        yield here.effect("argument-required", text, old.sample(), new.sample(now), callers=True)
    accepted = f"{now.annotation} | UnsetType" if is_required else now.annotation
    if not clients.forth.fit(was.annotation, accepted):
        text = f"`{now.name}` of {method} must be {code(now.annotation)}; it was {code(was.annotation)}."
        before, after = (f"{one.name}: {one.annotation}" for one in (was, now))
        yield here.effect("argument-type", text, before, after, callers=True)


def _order(old: Call, new: Call, matched: Mapping[ArgumentKey, ArgumentKey | None]) -> Iterator[Effect]:
    before = [matched[key] for key, one in old.arguments.items() if one.positional]
    after = [key for key, one in new.arguments.items() if one.positional]
    if before != after and sorted(map(str, before)) == sorted(map(str, after)):
        here = Named(old.shown, (old.origin, new.origin))
        text = f"The positional arguments of `{new.shown}()` have another order."
        yield here.effect("argument-moved", text, old.sample(), new.sample(), callers=True)


def _passed(call: Call, argument: Argument) -> str:
    return f"{call.shown}({argument.name}=)"


def _sent_as(key: ArgumentKey) -> str:
    """What an argument is on the wire."""
    where, name = key
    if where == "body":
        return "the body"
    if where == "path":
        return "a parameter of the path"
    return f"the {'property' if where == 'property' else f'{where} parameter'} {code(name)}"


def _media_types(call: Call) -> frozenset[str]:
    """The media types of the body, if each has arguments of its own."""
    return frozenset(one for argument in call.arguments.values() for one in argument.taken)


def _with(media_types: Collection[str]) -> str:
    return f" with {' or '.join(map(code, sorted(media_types)))}" if media_types else ""


def _spelling(call: Call) -> str:
    """How the body of a request is passed."""
    kinds = {key[0] for key in call.arguments}
    return "spread" if "property" in kinds else "whole" if ("body", "body") in call.arguments else ""


def _of_body(call: Call) -> list[Argument]:
    """An argument for the body, as an example."""
    return [one for key, one in call.arguments.items() if key[0] in {"property", "body"}][:1]


def _without_body(call: Call) -> Call:
    kept = {key: one for key, one in call.arguments.items() if key[0] not in {"property", "body"}}
    return replace(call, arguments=kept)
