"""Compares the surfaces of two clients: what programs notice that were written for the old one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from codegen.drift.changes.classes import Classes
from codegen.drift.changes.differences import Effect
from codegen.drift.changes.surface import Argument, Call, Surface
from codegen.drift.changes.where import code

_NONE = ("", "")


@dataclass(frozen=True, slots=True)
class Clients:
    """Two clients of one API."""

    old: Surface
    new: Surface
    classes: Classes
    matched: Mapping[tuple[str, str], tuple[str, str]]
    """The methods and paths of operations that both have, the new ones by the old ones."""

    def effects(self) -> Iterator[Effect]:
        """Everything that users of the old client may notice."""
        yield from self._package()
        yield from self.classes.effects()
        for key, call in self.old.calls.items():
            other = self.new.calls.get(self.matched.get(key, _NONE))
            if other is None:
                yield self._gone(call)
            else:
                yield from self._call(call, other)
        taken = set(self.matched.values())
        for key, call in self.new.calls.items():
            if key not in taken:
                yield Effect(
                    rule="method-added",
                    symbol=_called(call),
                    aspect="existence",
                    part=(None, call.operation.origins[0]),
                    text=f"`{_called(call)}()` is new.",
                )

    def _package(self) -> Iterator[Effect]:
        info = ("info", "title")
        for rule, was, now in (
            ("package-renamed", self.old.package, self.new.package),
            ("client-renamed", self.old.client, self.new.client),
        ):
            if was != now:
                yield Effect(
                    rule=rule,
                    symbol=was,
                    aspect="name",
                    part=(info, info),
                    callers=True,
                    readers=True,
                    text=f"`{was}` is called `{now}` now.",
                    before=f"from {self.old.package} import {self.old.client}",
                    after=f"from {self.new.package} import {self.new.client}",
                )
        place = ("components", "securitySchemes")
        for one in self.old.options:
            if one not in self.new.options:
                added = [other for other in self.new.options if other not in self.old.options]
                yield Effect(
                    rule="option-removed",
                    symbol=f"{self.old.client}({one}=)",
                    aspect="type",
                    part=(place, place),
                    callers=True,
                    text=f"The client no longer takes `{one}=`.",
                    before=f"{self.old.client}({one}=...)",
                    after=f"{self.new.client}({', '.join(f'{other}=...' for other in added)})",
                )

    def _gone(self, call: Call) -> Effect:
        return Effect(
            rule="method-removed",
            symbol=_called(call),
            aspect="existence",
            part=(call.operation.origins[0], None),
            callers=True,
            text=f"`{_called(call)}()` is gone.",
            before=f"{_called(call)}({_sample(call)})",
            after="# The API has no such operation any more: remove the call.",
        )

    def _call(self, old: Call, new: Call) -> Iterator[Effect]:
        part = (old.operation.origins[0], new.operation.origins[0])
        if old.path != new.path:
            yield Effect(
                rule="method-renamed",
                symbol=_called(old),
                aspect="name",
                part=part,
                callers=True,
                text=f"`{_called(old)}()` is called `{_called(new)}()` now.",
                before=f"{_called(old)}({_sample(old)})",
                after=f"{_called(new)}({_sample(new)})",
            )
        yield from self._arguments(old, new)
        yield from _waiters(old, new)
        places = (old.returned, new.returned)
        results = [(old.returns, new.returns), *zip(old.overloads, new.overloads, strict=False)]
        changed = [(was, now) for was, now in results if not self.classes.back.fit(now, was)]
        if changed or len(old.overloads) != len(new.overloads):
            was, now = (changed or results)[0]
            yield Effect(
                rule="result-changed",
                symbol=f"{_called(old)}()",
                aspect="type",
                part=places,
                readers=True,
                text=f"`{_called(new)}()` returns {code(now)}, not {code(was)}.",
                before=f"result: {was} = {_called(old)}(...)",
                after=f"result: {now} = {_called(new)}(...)",
            )
        elif old.is_async_plain is not new.is_async_plain:
            yield Effect(
                rule="result-changed",
                symbol=f"{_called(old)}()",
                aspect="type",
                part=places,
                callers=True,
                readers=True,
                text=f"The async `{_called(new)}()` returns {code(new.returns)}.",
                before=f"result = await {_called(old)}(...)",
                after=f"result = {_called(new)}(...)",
            )

    def _arguments(self, old: Call, new: Call) -> Iterator[Effect]:
        if {_spelling(old), _spelling(new)} == {"whole", "spread"}:
            yield self._respelled(old, new)
            old, new = _without_body(old), _without_body(new)
        matched = {key: self._argument_key(key, old, new) for key in old.arguments}
        for key, was in old.arguments.items():
            now = new.arguments.get(matched[key] or ("", ""))
            if now is None:
                yield Effect(
                    rule="argument-removed",
                    symbol=_passed(old, was),
                    aspect="existence",
                    part=(was.origin, None),
                    callers=True,
                    text=f"`{_called(old)}()` no longer takes `{was.name}`.",
                    before=f"{_called(old)}({_given(was)})",
                    after=f"{_called(new)}({_sample(new)})",
                )
            else:
                yield from self._argument(old, new, was, now)
        for key, now in new.arguments.items():
            if key not in matched.values():
                yield Effect(
                    rule="required-argument-added" if now.required else "optional-argument-added",
                    symbol=_passed(new, now),
                    aspect="existence",
                    part=(None, now.origin),
                    callers=now.required,
                    text=f"`{_called(new)}()` {'requires' if now.required else 'takes'} `{now.name}`.",
                    before=f"{_called(old)}({_sample(old)})",
                    after=f"{_called(new)}({_joined(_sample(new), '' if now.required else _given(now))})",
                )
        yield from self._order(old, new, matched)

    def _respelled(self, old: Call, new: Call) -> Effect:
        now = "one argument, `body`" if ("body", "body") in new.arguments else "arguments of their own"
        return Effect(
            rule="body-respelled",
            symbol=_called(old),
            aspect="order",
            part=(old.operation.origins[0], new.operation.origins[0]),
            callers=True,
            text=f"The properties of the body of `{_called(new)}()` are {now} now.",
            before=f"{_called(old)}({_sample(old)})",
            after=f"{_called(new)}({_sample(new)})",
        )

    def _argument_key(self, key: tuple[str, str | int], old: Call, new: Call) -> tuple[str, str | int] | None:
        if key in new.arguments:
            return key
        if key[0] == "property":
            for (_, name), now in self.classes.fields.items():
                if (
                    name == key[1]
                    and ("property", now) in new.arguments
                    and ("property", now) not in old.arguments
                ):
                    return "property", now
        return None

    def _argument(self, old: Call, new: Call, was: Argument, now: Argument) -> Iterator[Effect]:
        part = (was.origin, now.origin)
        symbol = _passed(old, was)
        if was.name != now.name:
            # A path argument may be passed by its position, or by its name.
            yield Effect(
                rule="argument-renamed",
                symbol=symbol,
                aspect="name",
                part=part,
                callers=True,
                text=f"The argument `{was.name}` of `{_called(old)}()` is called `{now.name}` now.",
                before=f"{_called(old)}({was.name}=...)",
                after=f"{_called(new)}({now.name}=...)",
            )
        if was.positional is not now.positional:
            yield Effect(
                rule="argument-moved",
                symbol=symbol,
                aspect="order",
                part=part,
                callers=True,
                text=f"`{now.name}` of `{_called(new)}()` is {_kind(now)} now.",
                before=f"{_called(old)}({_sample(old)})",
                after=f"{_called(new)}({_sample(new)})",
            )
        if now.required and not was.required:
            yield Effect(
                rule="argument-required",
                symbol=symbol,
                aspect="required",
                part=part,
                callers=True,
                text=f"`{_called(new)}()` requires `{now.name}`.",
                before=f"{_called(old)}({_sample(old)})",
                after=f"{_called(new)}({_sample(new)})",
            )
        accepted = now.annotation
        if now.required and not was.required:
            accepted += " | UnsetType"
        if not self.classes.forth.fit(was.annotation, accepted):
            yield Effect(
                rule="argument-type",
                symbol=symbol,
                aspect="type",
                part=part,
                callers=True,
                text=f"`{now.name}` of `{_called(new)}()` must be {code(now.annotation)};"
                f" it was {code(was.annotation)}.",
                before=f"{was.name}: {was.annotation}",
                after=f"{now.name}: {now.annotation}",
            )

    def _order(
        self, old: Call, new: Call, matched: Mapping[tuple[str, str | int], tuple[str, str | int] | None]
    ) -> Iterator[Effect]:
        before = [matched[key] for key, one in old.arguments.items() if one.positional]
        after = [key for key, one in new.arguments.items() if one.positional]
        if before != after and sorted(map(str, before)) == sorted(map(str, after)):
            yield Effect(
                rule="argument-moved",
                symbol=_called(old),
                aspect="order",
                part=(old.operation.origins[0], new.operation.origins[0]),
                callers=True,
                text=f"The positional arguments of `{_called(new)}()` have another order.",
                before=f"{_called(old)}({_sample(old)})",
                after=f"{_called(new)}({_sample(new)})",
            )


def _waiters(old: Call, new: Call) -> Iterator[Effect]:
    part = (old.operation.origins[0], new.operation.origins[0])
    for one in old.waiters:
        if one not in new.waiters:
            yield Effect(
                rule="waiter-removed",
                symbol=f"client.{one}",
                aspect="existence",
                part=part,
                callers=True,
                text=f"`client.{one}()` is gone.",
                before=f"client.{one}({_sample(old)})",
                after=f"# Call `{_called(new)}()` until it returns what you wait for.",
            )
    for one in new.waiters:
        if one not in old.waiters:
            text = f"`client.{one}()` is new."
            yield Effect(
                rule="waiter-added", symbol=f"client.{one}", aspect="existence", part=part, text=text
            )


def _called(call: Call) -> str:
    return f"client.{call.path}"


def _passed(call: Call, argument: Argument) -> str:
    return f"{_called(call)}({argument.name}=)"


def _spelling(call: Call) -> str:
    """How the body of a request is passed."""
    kinds = {key[0] for key in call.arguments}
    return "spread" if "property" in kinds else "whole" if ("body", "body") in call.arguments else ""


def _without_body(call: Call) -> Call:
    kept = {key: one for key, one in call.arguments.items() if key[0] not in {"property", "body"}}
    return replace(call, arguments=kept)


def _kind(argument: Argument) -> str:
    return "positional" if argument.positional else "a keyword"


def _given(argument: Argument) -> str:
    return f"{argument.name}=..."


def _sample(call: Call) -> str:
    """The arguments that a call needs."""
    needed = [one for one in call.arguments.values() if one.required]
    return ", ".join(one.name if one.positional else _given(one) for one in needed)


def _joined(*texts: str) -> str:
    return ", ".join(filter(None, texts))
