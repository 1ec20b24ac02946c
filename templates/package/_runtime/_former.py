"""Keeps the former names of classes, arguments and keys of dicts that have other names now."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeVar

from ._deprecated import warn_of_use, wrapping

T = TypeVar("T")
_FOREVER: Mapping[str, str] = MappingProxyType({})


def former_classes(
    module: str,
    names: Mapping[str, str],
    others: Callable[[str], object] | None = None,
    *,
    until: Mapping[str, str] = _FOREVER,
) -> Callable[[str], object]:
    """The `__getattr__` of a module: it finds classes under their former names.

    It warns at the line that imports or uses such a name. Pickles find classes in this way, too.

    Args:
        module: The name of the module.
        names: The names of the classes by their former names.
        others: The `__getattr__` for other names.
        until: The versions that drop names, by the names.
    """

    def find(name: str) -> object:
        if name not in names and others is not None:
            return others(name)
        if name not in names:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        now = names[name]
        warn_of_use(_advice(name, now, until))
        return getattr(sys.modules[module], now)

    return find


def renamed_arguments(
    until: Mapping[str, str] = _FOREVER, /, **names: str
) -> Callable[[Callable[..., T]], Callable[..., T]]:
    """Let a method take arguments by their former names, with a warning at the line of the call.

    Args:
        until: The versions that drop former names, by the names.
        names: The names of the arguments by their former names.
    """

    def renamed(values: dict[str, Any]) -> dict[str, Any]:
        return _under_new_names(values, names, until) if names.keys() & values else values

    def renaming(method: Callable[..., T]) -> Callable[..., T]:
        @wrapping(method)
        def call(*args: Any, **kwargs: Any) -> T:
            return method(*args, **renamed(kwargs))

        vars(call)["__renamed__"] = renamed  # `_two_way` calls it for the constructors of models
        return call

    return renaming


@dataclass(frozen=True, slots=True)
class FormerKeys:
    """The former names of the keys of a dict that stands for a model."""

    names: Mapping[str, str]
    until: Mapping[str, str]

    def renamed(self, values: Mapping[str, Any]) -> Mapping[str, Any]:
        """The dict under the current names. A warning for each former one points at the call.

        Raises:
            TypeError: A value is given under both names.
        """
        former = self.names.keys() & values.keys()
        return _under_new_names(values, self.names, self.until) if former else values

    def quietly(self, values: Mapping[str, Any]) -> Mapping[str, Any]:
        """The same without a warning, to see what the dict is."""
        return {self.names.get(key, key): value for key, value in values.items()}


def former_keys(names: Mapping[str, str], until: Mapping[str, str] = _FOREVER) -> FormerKeys:
    """Let a dict for a model have former names as keys.

    Args:
        names: The current names in JSON by the former ones.
        until: The versions that drop former names, by the names.
    """
    return FormerKeys(names, until)


def _advice(name: str, now: str, until: Mapping[str, str]) -> str:
    """What became of a name, and how long the old one works."""
    end = f"; version {until[name]} drops the old name" if name in until else ""
    return f"`{name}` is called `{now}` now{end}"


def _under_new_names(
    values: Mapping[str, Any], names: Mapping[str, str], until: Mapping[str, str]
) -> dict[str, Any]:
    """The keyword arguments of a call under their current names.

    Raises:
        TypeError: An argument is given under both names.
    """
    renamed: dict[str, Any] = {}
    for name, value in values.items():
        now = names.get(name, name)
        if now != name:
            warn_of_use(_advice(name, now, until))
        if now in renamed:
            raise TypeError(f"{now!r} is given under two names")
        renamed[now] = value
    return renamed
