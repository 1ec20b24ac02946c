"""Enums that keep unknown values."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import Self


class OpenEnum(StrEnum):
    """A string enum that keeps unknown values.

    `Status("new")` is a member that equals `"new"`, even if the class has no such member.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member


class OpenIntEnum(IntEnum):
    """An integer enum that keeps unknown values, as `OpenEnum` does."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, int):
            return None
        member = int.__new__(cls, value)
        member._name_ = str(value)
        member._value_ = value
        return member
