"""Unions whose members have the same JSON kind, such as one of several objects.

To type checkers such a union is the union of its members, and values are members or `Unknown`. To
msgspec it is a custom type, whose hook chooses the member.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from typing import cast

import msgspec
from msgspec import UNSET, Struct

from ._fit import flattened, likeness, lists, misfit, takes
from ._hooks import ATTEMPTS, Asked, decoded, is_union
from ._shapes import fields, may_be
from ._unknown import Unknown

_LONGEST_REASON = 120
_MOST_REASONS = 3


class _Choice(Struct, frozen=True):
    """The members of a union, resolved when the first value is decoded."""

    members: Callable[[], Sequence[object]]
    by: str
    mapping: Callable[[], Mapping[str | None, object]]
    base: Callable[[], object] | None


class _OneOf(Asked):
    """The metaclass of named unions."""

    choice: _Choice

    def __instancecheck__(self, instance: object) -> bool:
        """Let msgspec accept any result of `from_json`: it is of a member, not of this class.

        Without our hooks, msgspec's functions would return the JSON of a model as it is.
        """
        if not isinstance(instance, dict):
            return True
        value = cast("object", instance)
        alike = [one for one in flattened(self.choice.members()) if may_be(one, value)]
        return not alike or any(fields(one) is None for one in alike)

    def from_json(self, value: object) -> object:
        """Choose the member of a value and decode the value as it.

        If the value has the discriminator, the discriminator decides. Otherwise the value is tried
        as each member in order, and the best match wins. A value that is invalid for its member, or
        whose discriminator is undocumented, is decoded as the base, if it is valid for that: a
        discriminator does not change what is valid (OpenAPI 3.1.1 section 4.8.25).

        Raises:
            ValueError: No member fits, or none has this value of the discriminator.
        """
        choice = self.choice
        if choice.by and choice.base is None and (named := self._named(value)) is not None:
            return self._made(value, named)
        return self._chosen(value)[1]

    def members(self) -> Sequence[object]:
        return self.choice.members()

    def member(self, value: object) -> object:
        named, base = self._named(value), self.choice.base
        if named is not None and base is None:
            return named
        try:
            return self._chosen(value)[0]
        except ValueError:
            if self.undocumented(value) is not None:
                return base and base()
            return named or self._closest(value)

    def unknown(self, value: object) -> object:
        return value if value is None or not self._has_models() else Unknown(value)

    def undocumented(self, value: object) -> tuple[str, object] | None:
        by = self.choice.by
        selector = _under(by, value)
        if selector is UNSET or self._named(value) is not None:
            return None
        return (
            None
            if any(lists(one, by, selector) for one in flattened(self.choice.members()))
            else (by, selector)
        )

    def _named(self, value: object) -> object:
        """The member that the discriminator names, else the default; None if there is none."""
        key, mapping = _under(self.choice.by, value), self.choice.mapping()
        default = mapping.get(None) if isinstance(value, dict) else None
        if key is UNSET or isinstance(key, dict | list):
            return default
        return mapping.get(_as_key(key), default)

    def _chosen(self, value: object) -> tuple[object, object]:
        """The member of a value, and the decoded value.

        Raises:
            ValueError: See `from_json`.
        """
        if not isinstance(value, dict | list):
            return self._choose(value)
        return self._remembered(cast("object", value))

    def _remembered(self, value: object) -> tuple[object, object]:
        """Choose for an object or a list, unless it was tried before."""
        attempts = ATTEMPTS.remembered
        if attempts is None:
            return self._choose_first(value)
        key = (self, id(value))
        if key not in attempts:
            try:
                attempts[key] = value, self._choose(value), ""
            except ValueError as error:
                attempts[key] = value, None, str(error)
        _, found, reason = attempts[key]
        if reason:
            raise ValueError(reason)
        return cast("tuple[object, object]", found)

    def _choose_first(self, value: object) -> tuple[object, object]:
        """Choose for the outermost value; values inside it may be tried repeatedly."""
        ATTEMPTS.remembered = {}
        try:
            return self._choose(value)
        finally:
            ATTEMPTS.remembered = None

    def _choose(self, value: object) -> tuple[object, object]:
        if not self.choice.by:
            return self._best(value)
        base = self.choice.base
        likely = self._named(value)
        if likely is None and (undocumented := self.undocumented(value)) is not None:
            if base is None:
                raise ValueError(f"No member of {self.__name__} has this `{undocumented[0]}`")
            likely = base()
        if likely is not None:
            try:
                return likely, self._made(value, likely)
            except ValueError:
                if base is None or base() is likely:
                    raise
                try:
                    return base(), self._made(value, base())
                except ValueError:
                    pass
                raise
        return self._best(value)

    def _made(self, value: object, member: object) -> object:
        try:
            return msgspec.convert(value, member, dec_hook=decoded)
        except msgspec.ValidationError as error:
            raise ValueError(f"{_name(member)}: {_inner(error)}") from error

    def _best(self, value: object) -> tuple[object, object]:
        failed: dict[object, msgspec.ValidationError] = {}
        found: list[tuple[object, object]] = []
        for member in self.choice.members():
            try:
                found.append((member, msgspec.convert(value, member, dec_hook=decoded)))
            except msgspec.ValidationError as error:
                failed[member] = error
        best = None
        if found:
            best = (
                found[0] if len(found) == 1 else min(found, key=lambda one: misfit(value, one[1]))
            )
        if best is None or (failed and self._loses(value, best[0], failed)):
            reasons = [
                f"{_name(member)}: {_inner(error)}"
                for member, error in [*failed.items()][:_MOST_REASONS]
            ]
            if (others := len(failed) - _MOST_REASONS) > 0:
                reasons.append(f"and {others} more")
            raise ValueError(f"No member of {self.__name__} fits ({'; '.join(reasons)})")
        return best

    def _loses(self, value: object, member: object, failed: Collection[object]) -> bool:
        """Whether another member fits an object better, although decoding as that one failed.

        Any object is valid for a model without required properties. One that is nearly a user is
        not meant as that model.
        """
        model = fields(member)
        if model is None or model.further is not None or not isinstance(value, dict):
            return False
        items = cast("dict[str, object]", value)
        if model.names.issuperset(items):
            return False
        known, _ = likeness(items, member)
        for other in flattened(failed):
            more, bent = likeness(items, other)
            if more - known >= max(bent, 1):
                return True
        return False

    def _closest(self, value: object) -> object:
        """The member that a value most likely is, although it fits none; None if unclear.

        It is the only member with the JSON kind of the value. Of several objects it is the one that
        knows the most keys, if most of its required properties are present. Of two
        equally good ones, it is the one that loses fewer keys.
        """
        alike = [one for one in self.choice.members() if takes(one, type(value))]
        if len(alike) == 1:
            return alike[0]
        if not isinstance(value, dict):
            return None
        items = cast("dict[str, object]", value)
        meant = [one.member(items) if is_union(one) else one for one in alike]
        found = [(likeness(items, one), one) for one in meant]
        scores = [(known - bent, known, one) for (known, bent), one in found]
        score, _, closest = max(scores, key=lambda one: one[:2], default=(0, 0, None))
        return closest if score > 0 else None

    def _has_models(self) -> bool:
        return any(fields(member) is not None for member in flattened(self.choice.members()))


def one_of(
    name: str,
    members: Callable[[], Sequence[object]],
    *,
    by: str = "",
    mapping: Callable[[], Mapping[str | None, object]] = dict,
    base: Callable[[], object] | None = None,
) -> _OneOf:
    """Create a named union.

    Args:
        name: Its name.
        members: Its members. Of two equally good matches the first wins. They are resolved when the
            first value is decoded, so they may be defined later or contain the union.
        by: The discriminator, a key.
        mapping: The members by the value of the discriminator; under None that of objects without
            it, or with another value.
        base: The member that the others extend.
    """
    union = _OneOf(name, (), {})
    union.choice = _Choice(cache(members), by, cache(mapping), base)
    return union


def _under(key: str, value: object) -> object:
    """The value of a key; `UNSET` if the value is not an object or lacks the key."""
    if not key or not isinstance(value, dict):
        return UNSET
    return cast("dict[str, object]", value).get(key, UNSET)


def _as_key(value: object) -> str:
    """The value of a discriminator as text, as in `mapping` (OpenAPI 3.1.1 section 4.8.25.3)."""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return msgspec.json.encode(value).decode()


def _name(member: object) -> str:
    return member.__name__ if isinstance(member, type) else str(member)


def _inner(error: Exception) -> str:
    """The message of an error, with a relative place, which msgspec completes."""
    text = str(error).replace("`$", "`")
    return text if len(text) <= _LONGEST_REASON else f"{text[:_LONGEST_REASON]}..."
