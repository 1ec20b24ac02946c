"""Compares the surfaces of two clients: what programs notice that were written for the old one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from codegen.drift.changes.arguments import Arguments, called, sample
from codegen.drift.changes.classes import Classes
from codegen.drift.changes.counterparts import key_of
from codegen.drift.changes.differences import Effect
from codegen.drift.changes.errors import error_effects
from codegen.drift.changes.former import dropped, gone, renamed
from codegen.drift.changes.matches import Matches
from codegen.drift.changes.package import package_effects
from codegen.drift.changes.surface import Call, Surface
from codegen.drift.changes.where import another, code
from codegen.views.text.quoting import literal

_NONE = ("", "")


@dataclass(frozen=True, slots=True)
class Clients:
    """Two clients of one API."""

    old: Surface
    new: Surface
    classes: Classes
    matches: Matches

    def effects(self) -> Iterator[Effect]:
        """Everything that users of the old client may notice."""
        yield from package_effects(self.classes)
        yield from self.classes.effects()
        yield from error_effects(self.classes)
        for key, call in self.old.calls.items():
            other = self.new.calls.get(self.matches.operations.get(key, _NONE))
            if other is None:
                yield self._gone(call)
            else:
                yield from self._call(call, other)
        taken = set(self.matches.operations.values())
        former = {call.path for call in self.old.calls.values()}
        for key, call in self.new.calls.items():
            if key not in taken and call.path not in former:
                yield Effect(
                    rule="method-added",
                    symbol=called(call),
                    aspect="existence",
                    part=(None, call.operation.origins[0]),
                    text=f"`{called(call)}()` is new.",
                )

    def _gone(self, call: Call) -> Effect:
        other = self._of_path(call.path)
        if other is not None:
            was, now = (_request(call), _request(other))
            return Effect(
                rule="method-replaced",
                symbol=called(call),
                aspect="existence",
                part=(call.operation.origins[0], None),
                callers=True,
                text=f"`{called(other)}()` calls {code(now)} now; it called {code(was)}.",
                before=f"{called(call)}({sample(call)})  # {literal(was)}",
                after=f"{called(other)}({sample(other)})  # {literal(now)}",
            )
        return gone(
            "method-removed",
            called(call),
            f"`{called(call)}()` is gone.",
            part=(call.operation.origins[0], None),
            before=f"{called(call)}({sample(call)})",
            after="# The API has no such operation any more: remove the call.",
        )

    def _of_path(self, path: str) -> Call | None:
        return next((call for call in self.new.calls.values() if call.path == path), None)

    def _call(self, old: Call, new: Call) -> Iterator[Effect]:
        part = (old.operation.origins[0], new.operation.origins[0])
        if old.path != new.path:
            is_taken = self._of_path(old.path) is not None
            yield renamed(
                "method-renamed",
                called(old),
                f"`{called(old)}()` is called `{called(new)}()`",
                name=old.path,
                former=new.former,
                part=part,
                otherwise=another(is_taken),
                before=f"{called(old)}({sample(old)})",
                after=f"{called(new)}({sample(new)})",
            )
        names = {new.path, *new.former}
        yield from dropped(old.former, names, name=new.path, prefix="client.", part=part)
        yield from Arguments(self.classes, self.matches.arguments.get(key_of(old.operation), {})).effects(
            old, new
        )
        yield from _waiters(old, new)
        places = (old.returned, new.returned)
        results = [(old.returns, new.returns), *zip(old.overloads, new.overloads, strict=False)]
        changed = [(was, now) for was, now in results if not self.classes.back.fit(now, was)]
        if changed or len(old.overloads) != len(new.overloads):
            was, now = (changed or results)[0]
            yield Effect(
                rule="result-changed",
                symbol=f"{called(old)}()",
                aspect="type",
                part=places,
                readers=True,
                text=f"`{called(new)}()` returns {code(now)}, not {code(was)}.",
                before=f"result: {was} = {called(old)}(...)",
                after=f"result: {now} = {called(new)}(...)",
            )
        elif old.is_async_plain is not new.is_async_plain:
            yield Effect(
                rule="result-changed",
                symbol=f"{called(old)}()",
                aspect="type",
                part=places,
                callers=True,
                readers=True,
                text=f"The async `{called(new)}()` returns {code(new.returns)}.",
                before=f"result = await {called(old)}(...)",
                after=f"result = {called(new)}(...)",
            )


def _waiters(old: Call, new: Call) -> Iterator[Effect]:
    part = (old.operation.origins[0], new.operation.origins[0])
    for one in old.waiters:
        if one not in new.waiters:
            yield gone(
                "waiter-removed",
                f"client.{one}",
                f"`client.{one}()` is gone.",
                part=part,
                before=f"client.{one}({sample(old)})",
                after=f"# Call `{called(new)}()` until it returns what you wait for.",
            )
    for one in new.waiters:
        if one not in old.waiters:
            text = f"`client.{one}()` is new."
            yield Effect(
                rule="waiter-added", symbol=f"client.{one}", aspect="existence", part=part, text=text
            )


def _request(call: Call) -> str:
    return f"{call.operation.method.upper()} {call.operation.path}"
