"""Keeps the former names of classes that have other names now."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from warnings import warn


def former_classes(
    module: str, names: Mapping[str, str], others: Callable[[str], object] | None = None
) -> Callable[[str], object]:
    """The `__getattr__` of a module: it finds classes under their former names.

    It warns at the line that imports or uses such a name. Pickles find classes in this way, too.

    Args:
        module: The name of the module.
        names: The names of the classes by their former names.
        others: The `__getattr__` for other names.
    """

    def find(name: str) -> object:
        if name not in names and others is not None:
            return others(name)
        if name not in names:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        now = names[name]
        warn(f"`{name}` is called `{now}` now", DeprecationWarning, stacklevel=2)
        return getattr(sys.modules[module], now)

    return find
