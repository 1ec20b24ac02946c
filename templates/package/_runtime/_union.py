"""Unions whose members JSON's kinds do not tell apart, such as one of several objects.

To type checkers such a union is the union of its members, and only values of those are returned. To
msgspec it is a class that it does not know; so it asks the class which member a value is of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeAlias, cast
from uuid import UUID

import msgspec
from msgspec import Struct

from ._hooks import Asked, decoded, open_items

Misfit: TypeAlias = tuple[int, int, int]
"""How badly a value fits what was made of it, the less the better.

In order: constants that have another value; known keys, negative; unknown keys and unknown values.
"""


@dataclass(frozen=True, slots=True)
class _Choice:
    """What there is to choose from; asked for when the first value is read."""

    members: Callable[[], Sequence[object]]
    by: str
    mapping: Callable[[], Mapping[str, object]]
    base: Callable[[], object] | None


class _OneOf(Asked):
    """The class of the classes that stand for unions."""

    choice: _Choice

    def __instancecheck__(self, instance: object) -> bool:
        """Let msgspec take any result of `from_json`: it is of a member, not of this class."""
        return True

    def from_json(self, value: object) -> object:
        """Find the member that a value is of, and make one of it.

        The discriminator decides if it knows the value's key. Else the value is tried as each
        member, in order, and is of the one that fits best: a discriminator does not change what is
        valid (OpenAPI 3.1.1 section 4.8.25). For the same reason what lacks something that its
        member needs is of the base, if it has what all need.

        Raises:
            ValueError: No member fits.
        """
        told = self._told(value)
        if told is not None:
            try:
                return msgspec.convert(value, told, dec_hook=decoded)
            except msgspec.ValidationError as error:
                if (base := self.choice.base) is not None:
                    with suppress(msgspec.ValidationError):
                        return msgspec.convert(value, base(), dec_hook=decoded)
                raise ValueError(f"{_name(told)}: {_inner(error)}") from error
        reasons: list[str] = []
        found = self._tried(value, reasons)
        if not found:
            raise ValueError(f"No member of {self.__name__} fits ({'; '.join(reasons)})")
        return _best(value, found)[1]

    def closest(self, value: object) -> object:
        told = self._told(value)
        if told is not None:
            return told
        found = self._tried(value, [])
        return _best(value, found)[0] if found else self.choice.members()[0]

    def untold(self, value: object) -> tuple[str, str] | None:
        """The discriminator and its value, if that is none of those that it has for the members."""
        said = _under(self.choice.by, value)
        return (
            (self.choice.by, said) if isinstance(said, str) and self._told(value) is None else None
        )

    def _told(self, value: object) -> object:
        """The member that the discriminator names; None where it names none."""
        key = _under(self.choice.by, value)
        return self.choice.mapping().get(key) if isinstance(key, str) else None

    def _tried(self, value: object, reasons: list[str]) -> list[tuple[object, object]]:
        """The members that a value may be of, and what it would be; why it is not of the others."""
        found: list[tuple[object, object]] = []
        by = self.choice.by
        for member in self.choice.members():
            try:
                made: object = msgspec.convert(value, member, dec_hook=decoded)
            except msgspec.ValidationError as error:
                reasons.append(f"{_name(member)}: {_inner(error)}")
            else:
                if by and _says_otherwise(made, by):
                    reasons.append(f"{_name(member)}: another `{by}`")
                else:
                    found.append((member, made))
        return found


def one_of(
    name: str,
    members: Callable[[], Sequence[object]],
    *,
    by: str = "",
    mapping: Callable[[], Mapping[str, object]] = dict,
    base: Callable[[], object] | None = None,
) -> _OneOf:
    """Make the class that stands for a union.

    Args:
        name: What it is called.
        members: Its members; of two that fit equally well the first is taken. They are asked for
            when the first value is read, so they may be defined later, or be made of the union.
        by: The key that tells the member, the discriminator.
        mapping: The members by what stands under that key.
        base: The member that the others extend.
    """
    union = _OneOf(name, (), {})
    union.choice = _Choice(cache(members), by, cache(mapping), base)
    return union


def _best(value: object, found: list[tuple[object, object]]) -> tuple[object, object]:
    return found[0] if len(found) == 1 else min(found, key=lambda one: _misfit(value, one[1]))


def _under(key: str, value: object) -> object:
    """What an object has under a key; None for what is no object."""
    return cast("dict[str, object]", value).get(key) if isinstance(value, dict) else None


def _says_otherwise(made: object, key: str) -> bool:
    """Whether an object knows which values its discriminator may have, and this is none of them."""
    if not isinstance(made, Struct):
        return False
    keys = dict(zip(made.__struct_encode_fields__, made.__struct_fields__, strict=True))
    return key in keys and _is_unknown(getattr(made, keys[key]))


def _misfit(sent: Any, made: Any) -> Misfit:
    if isinstance(made, Struct):
        keys = zip(made.__struct_fields__, made.__struct_encode_fields__, strict=True)
        parts = [(sent[key], getattr(made, name)) for name, key in keys if key in sent]
        return _together(parts, known=len(parts), strange=len(sent) - len(parts))
    if (known := open_items(made)) is not None:
        return _together([(sent[key], value) for key, value in known.items()], known=len(known))
    if isinstance(made, dict):
        items = cast("dict[str, object]", made)
        return _together([(sent[key], value) for key, value in items.items()])
    if isinstance(made, list):
        return _together([*zip(sent, cast("list[object]", made), strict=True)])
    if isinstance(made, Enum) and _is_unknown(made):
        return (1, 0, 0) if len(type(made)) == 1 else (0, 0, 1)
    # A text that would not be sent back as it came is not meant to be a UUID.
    return (0, 0, int(isinstance(made, UUID) and str(made) != str(sent).lower()))


def _together(
    parts: Sequence[tuple[object, object]], *, known: int = 0, strange: int = 0
) -> Misfit:
    wrong = 0
    for sent, made in parts:
        other = _misfit(sent, made)
        wrong, known, strange = wrong + other[0], known - other[1], strange + other[2]
    return wrong, -known, strange


def _is_unknown(value: object) -> bool:
    return isinstance(value, Enum) and value.name not in type(value).__members__


def _name(member: object) -> str:
    return member.__name__ if isinstance(member, type) else str(member)


def _inner(error: Exception) -> str:
    """What is wrong, its place told from here: msgspec adds where this is."""
    return str(error).replace("`$", "`")
