"""Compares the methods of two clients: their existence, arguments and results."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec.structs import replace

from codegen.drift.changes.call_arguments import Argument
from codegen.drift.changes.clients import Clients
from codegen.drift.changes.counterparts import ArgumentKey
from codegen.drift.changes.differences import code
from codegen.drift.changes.effects import Effect, Named, another, dropped, kept
from codegen.drift.changes.surface import Call
from codegen.views.text.quoting import literal


def method_effects(clients: Clients) -> Iterator[Effect]:
    """The effects on users of the old methods."""
    there = {call.path: call for call in clients.new.calls.values()}
    for call in clients.old.calls.values():
        if now := clients.new_call(call):
            yield from _method(clients, call, now, is_taken=call.path in there)
        else:
            yield _gone(call, there.get(call.path))
    taken = set(clients.matches.operations.values())
    former = {call.path for call in clients.old.calls.values()}
    for key, call in clients.new.calls.items():
        if key not in taken and call.path not in former:
            yield Named(call.shown, (None, call.origin)).effect("method-added", f"`{call.shown}()` is new.")


def _gone(call: Call, other: Call | None) -> Effect:
    """The effect of a removed operation. Another one may have its method now."""
    lost = Named(call.shown, (call.origin, None))
    if other is None:
        text, after = (
            f"`{call.shown}()` is gone.",
            "# The API has no such operation any more: remove the call.",
        )
        return lost.effect("method-removed", text, call.sample(), after, callers=True)
    was, now = (f"{one.operation.method.upper()} {one.operation.path}" for one in (call, other))
    text = f"`{other.shown}()` calls {code(now)} now; it called {code(was)}."
    before, after = f"{call.sample()}  # {literal(was)}", f"{other.sample()}  # {literal(now)}"
    return lost.effect("method-replaced", text, before, after, callers=True)


def _method(clients: Clients, old: Call, new: Call, *, is_taken: bool) -> Iterator[Effect]:
    here = Named(old.shown, (old.origin, new.origin))
    if old.path != new.path:
        yield here.renamed(
            "method-renamed",
            f"`{old.shown}()` is called `{new.shown}()`",
            old.sample(),
            new.sample(),
            still=kept(old.path, new.former),
            otherwise=another(is_taken),
        )
    yield from dropped(old.former, {new.path, *new.former}, Named("client.", here.part), new.path)
    yield from argument_effects(clients, old, new)
    yield from _waiters(old, new)
    result = Named(f"{old.shown}()", (old.returned, new.returned))
    results = [(old.returns, new.returns), *zip(old.overloads, new.overloads, strict=False)]
    changed = [(was, now) for was, now in results if not clients.back.fit(now, was)]
    if changed or len(old.overloads) != len(new.overloads):
        was, now = (changed or results)[0]
        text = f"`{new.shown}()` returns {code(now)}, not {code(was)}."
        before, after = f"result: {was} = {old.shown}(...)", f"result: {now} = {new.shown}(...)"
        yield result.effect("result-changed", text, before, after, readers=True)
    elif old.is_async_plain is not new.is_async_plain:
        text = f"The async `{new.shown}()` returns {code(new.returns)}."
        before, after = f"result = await {old.shown}(...)", f"result = {new.shown}(...)"
        yield result.effect("result-changed", text, before, after, callers=True, readers=True)


def _waiters(old: Call, new: Call) -> Iterator[Effect]:
    part = (old.origin, new.origin)
    for one in old.waiters:
        if one not in new.waiters:
            text, before = f"`client.{one}()` is gone.", replace(old, path=one).sample()
            after = f"# Call `{new.shown}()` until it returns what you wait for."
            yield Named(f"client.{one}", part).effect("waiter-removed", text, before, after, callers=True)
    for one in new.waiters:
        if one not in old.waiters:
            yield Named(f"client.{one}", part).effect("waiter-added", f"`client.{one}()` is new.")


def argument_effects(clients: Clients, old: Call, new: Call) -> Iterator[Effect]:
    """The effects on programs that call the old method."""
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
        # A path argument can be passed by position or by name.
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
    """An argument on the wire, in words."""
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
    """How the body of a request is passed, in words."""
    kinds = {key[0] for key in call.arguments}
    return "spread" if "property" in kinds else "whole" if ("body", "body") in call.arguments else ""


def _of_body(call: Call) -> list[Argument]:
    """An argument for the body, as an example."""
    return [one for key, one in call.arguments.items() if key[0] in {"property", "body"}][:1]


def _without_body(call: Call) -> Call:
    kept = {key: one for key, one in call.arguments.items() if key[0] not in {"property", "body"}}
    return replace(call, arguments=kept)
