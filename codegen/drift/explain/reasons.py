"""Explains the name of a symbol: the rule, the alternatives, and the other candidates for the name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from codegen.document.node import Pointer, json_pointer
from codegen.drift.explain.symbol import Part
from codegen.naming.scopes import Choice
from codegen.naming.words import singular, words

RULES = {
    "snake_name": "its words, joined by underscores",
    "class_": "its words, each with a capital",
    "constant_name": "its words in capitals",
    "snake_after_version": "its words without a version in front, joined by underscores",
    "snake_without_digit": "its words with the first digit spelled out",
    "snake_spelled": "its words, with punctuation spelled out",
    "snake_qualified": "its words, followed by its location",
    "snake_as_written": "its own spelling",
    "constant_as_written": "its own spelling in capitals",
    "class_of_last_parts": "the last part of its dotted name, each word with a capital",
    "class_spelled": "its words, each with a capital, and punctuation spelled out",
    "class_as_written": "its own spelling",
}
"""The strategies of `codegen.naming.strategies` in words, the simplest first."""

_CANDIDATE = "the shortest name that says what the operation does within its resource"


class Reasons:
    """The reasons for names."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self._choices: dict[tuple[str, Pointer], list[Choice]] = {}
        for one in choices:
            self._choices.setdefault((one.what, one.request.pointer), []).append(one)

    def of(self, part: Part, name: str, owner: str = "") -> tuple[str, ...]:
        """The reasons for the last part of a name, in sentences. `owner` is the part before it."""
        found = self._of(part)
        choice = next((one for one in found if one.name == (part.chosen or name)), None)
        if choice is None and len(found) == 1:
            choice = found[0]
        if choice is None:
            return (part.why,) if part.why else ()
        return tuple(_sentences(choice, part, owner))

    def alternatives(self, part: Part, name: str) -> tuple[str, ...]:
        """The other names that the rules allow, in their order."""
        for one in self._of(part):
            if one.name == (part.chosen or name):
                return tuple(dict.fromkeys(text for _, text in one.proposals if text and text != one.name))
        return ()

    def _of(self, part: Part) -> Sequence[Choice]:
        return self._choices.get(part.choice, ()) if part.choice else ()


def _sentences(choice: Choice, part: Part, owner: str) -> list[str]:
    request, text = choice.request, choice.request.text
    if request.override is not None and choice.what == "state":
        return [f"`name` of {_at(request.pointer)} sets it."]
    if request.override is not None:
        return [f"`x-python-name` of {_at(request.pointer)} sets it."]
    if part.why and choice.what == "security scheme":
        return (
            [part.why] if choice.name not in {text, text.lower()} else [f"It is the {choice.what} {text!r}."]
        )
    number = next((at for at, (_, name) in enumerate(choice.proposals) if name == choice.name), None)
    derived = _rule(choice, number, owner)
    if (
        choice.what == "tag"
        and part.kind == "resource"
        and choice.name not in {name for _, name in choice.proposals}
    ):
        derived = "its words"
    is_inline = choice.what == "schema" and request.pointer[-2:-1] not in (("schemas",), ("$defs",))
    said = [_of_places(part) if is_inline else f"It comes from the {choice.what} {text!r}: {derived}."]
    first = choice.proposals[0][1]
    if number != 0 and choice.rivals:
        rivals = ", ".join(f"{one.text!r} at {_at(one.pointer)}" for one in choice.rivals[:3])
        said.append(f"`{first}` is not used or went to another, because {rivals} would have it too.")
    elif number not in {0, None}:
        said.append(f"`{first}` was taken already.")
    if choice.name.endswith("_") and not text.endswith("_"):
        said.append(
            f"Its underscore avoids `{choice.name.rstrip('_')}`, which Python or generated code needs."
        )
    return said


def _of_places(part: Part) -> str:
    """The reason for the name of an inline schema."""
    where = f"at {len(part.origins)} places" if len(part.origins) > 1 else "at one place"
    return f"It is inline {where}, and named after the thing that it belongs to, or by its title."


def _rule(choice: Choice, number: int | None, owner: str) -> str:
    if number is None:
        is_digest = re.search(r"_[0-9a-f]{6}$", choice.name)
        return "its words, and a digest that makes it unique" if is_digest else "its words"
    if choice.what == "operation" and choice.proposals[number][0] == "<lambda>":
        shortest = _CANDIDATE if number == 0 else f"{_CANDIDATE} and is free"
        return f"{_difference(choice, owner)}. This is {shortest}"
    if choice.what == "state":
        return "`wait_until` and the state" + (", with what has it" if number else "")
    giving = {strategy for strategy, name in choice.proposals if name == choice.name}
    return next((rule for strategy, rule in RULES.items() if strategy in giving), "its words")


def _difference(choice: Choice, owner: str) -> str:
    """The words of an id that the name of a method has, lacks and adds."""
    said, named = words(choice.request.text), choice.name.strip("_").split("_")
    implied = {singular(word) for word in words(owner)}
    without = [word for word in said if word not in named]
    repeated = [word for word in without if singular(word) in implied]
    others = [word for word in without if word not in repeated]
    new = [word for word in named if word not in said]
    return ", ".join(
        [
            "its words",
            *([f"without {_listed(repeated)}, which the resource says"] if repeated else []),
            *([f"without {_listed(others)}"] if others else []),
            *([f"with {_listed(new)} for its method and path"] if new else []),
        ]
    )


def _listed(texts: Sequence[str]) -> str:
    return " and ".join(f"`{one}`" for one in dict.fromkeys(texts))


def _at(pointer: Pointer) -> str:
    return f"#{json_pointer(pointer)}"
