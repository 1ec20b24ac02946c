"""Importing a library without what it imports and does not need for us."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def standing_in(names: Mapping[str, tuple[str, ...]]) -> Iterator[None]:
    """Let modules with nothing but some empty classes stand in for others, while a library is imported.

    `names` are modules and the classes that are imported from them. A module that is there already stays, and
    whoever imports one of them afterwards gets the real one.
    """
    standins: dict[str, ModuleType] = {}
    for name, classes in names.items():
        if name not in sys.modules:
            standins[name] = ModuleType(name)
            for one in classes:
                setattr(standins[name], one, type(one, (), {}))
    sys.modules.update(standins)
    try:
        yield
    finally:
        for name in standins:
            del sys.modules[name]
