"""A package whose classes are in modules that are imported when they are first used."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

_Homes = tuple[list[str], Callable[[str], object], Callable[[], list[str]]]


def homes(package: str, modules: Mapping[str, Sequence[str]]) -> _Homes:
    """The `__all__`, `__getattr__` and `__dir__` of a package (PEP 562).

    Args:
        package: Its name.
        modules: The names in each of its modules.
    """
    of = {name: module for module, names in modules.items() for name in names}

    def found(name: str) -> object:
        """Import the module of a class."""
        if name not in of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f"{package}.{of[name]}"), name)
        setattr(sys.modules[package], name, value)  # so that the next access finds it there
        return value

    def names() -> list[str]:
        return sorted({*vars(sys.modules[package]), *of})

    return sorted(of), found, names
