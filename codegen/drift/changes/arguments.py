"""Compares the arguments of a method in two clients."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from codegen.drift.changes.call_arguments import Argument
from codegen.drift.changes.classes import Classes
from codegen.drift.changes.counterparts import ArgumentKey
from codegen.drift.changes.differences import Effect
from codegen.drift.changes.former import dropped, renamed
from codegen.drift.changes.surface import Call
from codegen.drift.changes.where import another, code


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of methods, whose types may be classes of the two clients."""

    classes: Classes
    renamed: Mapping[ArgumentKey, ArgumentKey]
    """The parameters of the operation that have other names."""

    def effects(self, old: Call, new: Call) -> Iterator[Effect]:
        """What programs notice that call the old method."""
        if {_spelling(old), _spelling(new)} == {"whole", "spread"}:
            yield self._respelled(old, new)
            old, new = _without_body(old), _without_body(new)
        matched = {key: self._argument_key(key, old, new) for key in old.arguments}
        names = {one.name: key for key, one in new.arguments.items()}
        before = {one.name for one in old.arguments.values()}
        for key, was in old.arguments.items():
            now = new.arguments.get(matched[key] or ("", ""))
            other = names.get(was.name)
            if now is None and other is not None:
                yield Effect(
                    rule="argument-replaced",
                    symbol=_passed(old, was),
                    aspect="existence",
                    part=(was.origin, None),
                    callers=True,
                    text=f"`{was.name}` of `{called(new)}()` is {_sent_as(other)} now;"
                    f" it was {_sent_as(key)}.",
                    before=f"{called(old)}({sample(old, was)})  # {_sent_as(key)}",
                    after=f"{called(new)}({sample(new, new.arguments[other])})  # {_sent_as(other)}",
                )
            elif now is None:
                yield Effect(
                    rule="argument-removed",
                    symbol=_passed(old, was),
                    aspect="existence",
                    part=(was.origin, None),
                    callers=True,
                    text=f"`{called(old)}()` no longer takes `{was.name}`.",
                    before=f"{called(old)}({sample(old, was)})",
                    after=f"{called(new)}({sample(new)})",
                )
            else:
                yield from self._argument(old, new, was, now)
        for key, now in new.arguments.items():
            required = now.required or bool(now.needed & _media_types(old))
            if key not in matched.values() and (required or now.name not in before):
                yield Effect(
                    rule="required-argument-added" if required else "optional-argument-added",
                    symbol=_passed(new, now),
                    aspect="existence",
                    part=(None, now.origin),
                    callers=required,
                    text=f"`{called(new)}()` {'requires' if required else 'takes'} `{now.name}`"
                    f"{_with(now.needed if required and not now.required else frozenset())}.",
                    before=f"{called(old)}({sample(old)})",
                    after=f"{called(new)}({sample(new, *([] if now.required else [now]))})",
                )
        yield from self._order(old, new, matched)

    def _respelled(self, old: Call, new: Call) -> Effect:
        now = "one argument, `body`" if ("body", "body") in new.arguments else "arguments of their own"
        return Effect(
            rule="body-respelled",
            symbol=called(old),
            aspect="order",
            part=(old.operation.origins[0], new.operation.origins[0]),
            callers=True,
            text=f"The properties of the body of `{called(new)}()` are {now} now.",
            before=f"{called(old)}({sample(old, *_of_body(old))})",
            after=f"{called(new)}({sample(new, *_of_body(new))})",
        )

    def _argument_key(self, key: ArgumentKey, old: Call, new: Call) -> ArgumentKey | None:
        if key in self.renamed:
            return self.renamed[key]
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
        was = old.arguments[key].name
        return next((other for other, one in new.arguments.items() if was in one.former), None)

    def _argument(self, old: Call, new: Call, was: Argument, now: Argument) -> Iterator[Effect]:
        part = (was.origin, now.origin)
        symbol = _passed(old, was)
        is_taken = any(one.name == was.name for one in new.arguments.values())
        if was.name != now.name:
            # A path argument may be passed by its position, or by its name.
            yield renamed(
                "argument-renamed",
                symbol,
                f"The argument `{was.name}` of `{called(old)}()` is called `{now.name}`",
                name=was.name,
                former=now.former,
                part=part,
                otherwise=another(is_taken),
                before=f"{called(old)}({sample(old, was)})",
                after=f"{called(new)}({sample(new, now)})",
            )
        names = {one.name for one in new.arguments.values()} | {*now.former}
        yield from dropped(was.former, names, name=now.name, prefix=f"{called(new)}: ", part=part)
        if was.positional is not now.positional:
            yield Effect(
                rule="argument-moved",
                symbol=symbol,
                aspect="order",
                part=part,
                callers=True,
                text=f"`{now.name}` of `{called(new)}()` is {_kind(now)} now.",
                before=f"{called(old)}({sample(old)})",
                after=f"{called(new)}({sample(new)})",
            )
        lost = was.taken & _media_types(new) - now.taken
        if lost:
            yield Effect(
                rule="argument-removed",
                symbol=symbol,
                aspect="existence",
                part=part,
                callers=True,
                text=f"`{called(new)}()` no longer takes `{now.name}`{_with(lost)}.",
                before=f"{called(old)}({sample(old, was)})",
                after=f"{called(new)}({sample(new)})",
            )
        required = now.needed & _media_types(old) - was.needed
        if required or (now.required and not was.required):
            yield Effect(
                rule="argument-required",
                symbol=symbol,
                aspect="required",
                part=part,
                callers=True,
                text=f"`{called(new)}()` requires `{now.name}`{_with(required)}.",
                before=f"{called(old)}({sample(old)})",
                after=f"{called(new)}({sample(new, now)})",
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
                text=f"`{now.name}` of `{called(new)}()` must be {code(now.annotation)};"
                f" it was {code(was.annotation)}.",
                before=f"{was.name}: {was.annotation}",
                after=f"{now.name}: {now.annotation}",
            )

    def _order(
        self, old: Call, new: Call, matched: Mapping[ArgumentKey, ArgumentKey | None]
    ) -> Iterator[Effect]:
        before = [matched[key] for key, one in old.arguments.items() if one.positional]
        after = [key for key, one in new.arguments.items() if one.positional]
        if before != after and sorted(map(str, before)) == sorted(map(str, after)):
            yield Effect(
                rule="argument-moved",
                symbol=called(old),
                aspect="order",
                part=(old.operation.origins[0], new.operation.origins[0]),
                callers=True,
                text=f"The positional arguments of `{called(new)}()` have another order.",
                before=f"{called(old)}({sample(old)})",
                after=f"{called(new)}({sample(new)})",
            )


def called(call: Call) -> str:
    """A method, as programs write it."""
    return f"client.{call.path}"


def _passed(call: Call, argument: Argument) -> str:
    return f"{called(call)}({argument.name}=)"


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


def _kind(argument: Argument) -> str:
    return "positional" if argument.positional else "a keyword"


def sample(call: Call, *named: Argument) -> str:
    """The arguments that a call needs, and those that it is about, by their names."""
    given: list[str] = []
    is_named = False
    for one in call.arguments.values():
        if one.required or one in named:
            is_named = is_named or not one.positional or one in named
            given.append(f"{one.name}=..." if is_named else one.name)
    return ", ".join(given)
