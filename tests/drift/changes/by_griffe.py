"""What griffe calls breaking between two emitted packages, and whether the report says so.

griffe is a library that compares the signatures of two packages. It knows nothing of documents, so what it
finds and the report lacks is a gap of the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import griffe

from codegen.drift.changes.effects import Effect
from tests.drift.changes.emitted import names_in


def unreported_breakages(breakages: Iterable[tuple[set[str], str]], effects: Iterable[Effect]) -> list[str]:
    """What griffe calls breaking although no effect does."""
    broken = [one.symbol for one in effects if one.callers or one.readers]
    return [
        text
        for names, text in breakages
        if not any(_is_of(symbol, name) for symbol in broken for name in names)
    ]


def breakages(old: Path, new: Path) -> Iterator[tuple[set[str], str]]:
    """What griffe calls breaking: the names by which the report may know it, and griffe's words.

    Modules below `models` and `resources` are no names for programs, nor is anything private. The async
    client has the names of the other one, and the fake those of the client.
    """
    there = names_in(new)
    before, after = (
        griffe.GriffeLoader(search_paths=[one.parent], allow_inspection=False).load(one.name)
        for one in (old, new)
    )
    for one in griffe.find_breaking_changes(before, after):
        names = one.obj.path.split(".")[1:]
        is_private = any(name.startswith(("_", "Async")) and name != "__init__" for name in names)
        if is_private or one.obj.kind.value == "module" or names[:1] == ["testing"]:
            continue
        parameter = getattr(one.old_value or one.new_value, "name", "")
        known = {*_known_as(names, str(parameter))}
        if one.kind.name == "OBJECT_REMOVED" and known & there:
            continue  # only its module is another one
        yield known, f"{one.kind.name}: {'.'.join(names)}({parameter})"


def _known_as(names: list[str], parameter: str) -> Iterator[str]:
    """The symbols of the report, or the ends of them: ``models.Pet.age``, ``.list(limit=)``."""
    path = [name for name in names if name != "__init__"]
    if names[0] in {"models", "params"}:
        class_ = next((name for name in path if name[:1].isupper()), path[-1])
        plain = class_.removesuffix("Dict")
        member = parameter or (path[-1] if path[-1] != class_ else "")
        for name in {class_, plain}:
            yield from (f"{module}.{name}" for module in ("models", "params"))
            if member:
                yield f"models.{name}.{member}"
    elif names[0] == "resources":
        yield from (f".{path[-1]}", f".{path[-1]}()", f".{path[-1]}(", path[-1])
    else:
        yield path[-1]


def _is_of(symbol: str, name: str) -> bool:
    return symbol == name or (
        name in symbol if name.endswith("(") else name.startswith(".") and symbol.endswith(name)
    )
