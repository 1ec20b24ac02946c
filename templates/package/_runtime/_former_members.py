"""Keeps the former names of members of enums."""

from __future__ import annotations

from enum import EnumType
from typing import Any


class FormerMembers(EnumType):
    """The metaclass of enums whose members had other names: its properties have these names."""

    def __getitem__(cls, name: str) -> Any:
        """The member with a name, which may be a former one.

        Raises:
            KeyError: There is no such member.
        """
        if isinstance(vars(type(cls)).get(name), property) and name not in cls.__members__:
            return getattr(cls, name)
        return super().__getitem__(name)
