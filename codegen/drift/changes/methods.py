"""Compares the methods of two clients: which there are, and what they return."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from codegen.drift.changes.arguments import argument_effects
from codegen.drift.changes.clients import Clients
from codegen.drift.changes.differences import code
from codegen.drift.changes.effects import Effect, Named, another, dropped, kept
from codegen.drift.changes.surface import Call
from codegen.views.text.quoting import literal


def method_effects(clients: Clients) -> Iterator[Effect]:
    """What users of the old methods notice."""
    there = {call.path: call for call in clients.new.calls.values()}
    for key, call in clients.old.calls.items():
        now = clients.new.calls.get(clients.matches.operations.get(key, ("", "")))
        if now is None:
            yield _gone(call, there.get(call.path))
        else:
            yield from _method(clients, call, now, is_taken=call.path in there)
    taken = set(clients.matches.operations.values())
    former = {call.path for call in clients.old.calls.values()}
    for key, call in clients.new.calls.items():
        if key not in taken and call.path not in former:
            yield Named(call.shown, (None, call.origin)).effect("method-added", f"`{call.shown}()` is new.")


def _gone(call: Call, other: Call | None) -> Effect:
    """The effect of an operation that is gone. Another one may have its method."""
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
