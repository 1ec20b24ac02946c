"""A program that uses everything that a client has, as type checkers see it: one use on each line."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from codegen.drift.changes.annotations import qualified
from codegen.drift.changes.call_arguments import Argument
from codegen.drift.changes.surface import Call, Class, Surface
from codegen.model.runtime.imports import import_statement


@dataclass(frozen=True)
class Use:
    """A line of the program."""

    symbols: frozenset[str]
    """The names that it uses: if one of them breaks, so may the line."""
    code: str


def program(surface: Surface) -> tuple[str, dict[int, Use]]:
    """The text of the program, and the use on each of its lines."""
    uses = [*_uses(surface)]
    words = {word for one in uses for word in _words(one.code)}
    imports = {import_statement(word, f"{surface.package}.") for word in words} - {""}
    given = ["models", *sorted(words & {"params"})]
    imports |= {
        f"from {surface.package} import {', '.join([surface.client, *given])}",
        "from typing import Any",
    }
    imports = {
        one.replace(f"from {surface.package}. import", f"from {surface.package} import") for one in imports
    }
    head = ["from __future__ import annotations", *sorted(imports)]
    return (
        "\n".join([*head, *(one.code for one in uses), ""]),
        dict(enumerate(uses, len(head) + 1)),
    )


def _words(code: str) -> set[str]:
    return {node.id for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)}


def _uses(surface: Surface) -> Iterator[Use]:
    for number, (symbols, code) in enumerate(_lines(surface)):
        named = set(re.findall(r"models\.\w+", code))
        yield Use(frozenset({*symbols, *named}), code.replace("def u(", f"def u{number}(", 1))


def _lines(surface: Surface) -> Iterator[tuple[set[str], str]]:
    for call in surface.calls.values():
        yield from _calls(call, surface.client)
    for one in surface.classes.values():
        yield from _classes(one, surface)


def _calls(call: Call, client: str) -> Iterator[tuple[set[str], str]]:
    symbol, method = f"client.{call.path}", f"_client.{call.path}"
    needed = [one for one in call.arguments.values() if one.required]
    symbols = {symbol, *(f"{symbol}({one.name}=)" for one in needed)}
    parameters = "".join(f", {one.name}: {one.annotation}" for one in needed)
    by_place = ", ".join(one.name if one.positional else f"{one.name}={one.name}" for one in needed)
    by_name = ", ".join(f"{one.name}={one.name}" for one in needed)
    yield symbols, f"def u(_client: {client}{parameters}) -> None: {method}({by_place})"
    if by_name != by_place:
        yield symbols, f"def u(_client: {client}{parameters}) -> None: {method}({by_name})"
    for one in call.arguments.values():
        if not one.required:
            given = ", ".join(filter(None, [by_place, f"{one.name}={one.name}"]))
            more = f"{parameters}, {one.name}: {one.annotation}"
            named = symbols | {f"{symbol}({one.name}=)"}
            yield named, f"def u(_client: {client}{more}) -> None: {method}({given})"
    for waiter in call.waiters:
        code = f"def u(_client: {client}{parameters}) -> None: _client.{waiter}({by_place})"
        yield {f"client.{waiter}"} | symbols, code
    if not call.overloads:
        anything = _anything(needed)
        yield (
            symbols | {f"{symbol}()"},
            f"def u(_client: {client}, z: Any) -> {call.returns}: return {method}({anything})",
        )


def _anything(arguments: list[Argument]) -> str:
    return ", ".join("z" if one.positional else f"{one.name}=z" for one in arguments)


def _classes(one: Class, surface: Surface) -> Iterator[tuple[set[str], str]]:
    name = f"models.{one.name}"
    yield {name}, f"def u(x: {name}) -> {name}: return x"
    for member in one.members.values():
        yield {f"{name}.{member}"}, f"def u() -> {name}: return {name}.{member}"
    needed = [attribute for attribute in one.attributes.values() if attribute.required]
    for attribute in one.attributes.values():
        type_ = qualified(attribute.annotation, surface.classes)
        symbol = f"{name}.{attribute.name}"
        if one.is_received:
            yield {symbol}, f"def u(x: {name}) -> {type_}: return x.{attribute.name}"
    if one.kind == "model" and one.is_sent:
        symbols = {f"{name}.{other.name}" for other in needed}
        given = [f"{other.name}=z" for other in needed]
        yield symbols, f"def u(z: Any) -> {name}: return {name}({', '.join(given)})"
        for attribute in one.attributes.values():
            type_ = qualified(attribute.annotation, surface.classes)
            others = [f"{other.name}=z" for other in needed if other is not attribute]
            passed = ", ".join([f"{attribute.name}=v", *others])
            named = symbols | {f"{name}.{attribute.name}"}
            yield named, f"def u(z: Any, v: {type_}) -> {name}: return {name}({passed})"
