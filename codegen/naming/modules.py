"""Names the modules of ``models/``, and assigns the classes of a large API to them.

A module has the class of a schema in ``components`` and those of the schemas within it. What stands in the
operations of a resource is in a module named after the resource. So another operation moves no class.
"""

from __future__ import annotations

import keyword
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from codegen.document.node import Pointer
from codegen.model.api import Api
from codegen.model.extent import has_model_modules
from codegen.naming.reserved import WINDOWS_DEVICES
from codegen.naming.resources import Resource, with_children
from codegen.naming.words import snake, words

_COMPONENTS = {"components": 3, "definitions": 2, "parameters": 2, "responses": 2}
"""The tops of documents with named parts, those of Swagger 2.0 as well: the length of a part's pointer."""


class ModelModule(Struct, frozen=True):
    """A module of ``models/``."""

    name: str
    sources: tuple[str, ...]
    """The parts of the document whose classes it has: names of components, tops, resources."""
    keys: tuple[str, ...]
    """The keys of its classes in `Api`, in the order of the document."""


def name_model_modules(
    api: Api, classes: Mapping[str, str], resources: Iterable[Resource], classless: Collection[str]
) -> tuple[ModelModule, ...]:
    """The modules by name; empty if all classes are in one module, ``models.py``.

    Args:
        api: The client to name.
        classes: The names of the classes by the keys of the models, enums and unions.
        resources: Those that are attributes of the client.
        classless: The keys of models that get no class.
    """
    if not has_model_modules(api):
        return ()
    parts = [part for part in api.classes if part.name not in classless]
    named = {
        origin: classes[one.name] for one in parts for origin in one.origins[:1] if _is_component(origin)
    }
    operations = {
        method.operation.origins[0]: one for one in with_children(resources) for method in one.methods
    }
    keys: defaultdict[str, list[str]] = defaultdict(list)
    sources: defaultdict[str, set[str]] = defaultdict(set)
    taken = frozenset({*keyword.kwlist, *WINDOWS_DEVICES, *classes.values()})
    for part in parts:
        text, source = _home(part.origins, named, operations)
        module = _usable(snake(words(text)), taken)
        keys[module].append(part.name)
        sources[module].add(source)
    return tuple(ModelModule(name, tuple(sorted(sources[name])), tuple(keys[name])) for name in sorted(keys))


def _home(
    origins: Iterable[Pointer], named: Mapping[Pointer, str], operations: Mapping[Pointer, Resource]
) -> tuple[str, str]:
    """The text that names the module of a class, and the part of the document that it is for.

    A class that stands in several places belongs to the first component.
    """
    first, *others = origins
    for origin in (first, *others):
        if (length := _COMPONENTS.get(str(origin[0]), 0)) and len(origin) >= length:
            component = origin[:length]
            key = str(component[-1])
            return named.get(component, key.rpartition(".")[2]), key
    for length in range(len(first), 0, -1):
        if resource := operations.get(first[:length]):
            return resource.module, f"client.{resource.dotted}"
    return str(first[0]), str(first[0])


def _is_component(origin: Pointer) -> bool:
    return len(origin) == _COMPONENTS.get(str(origin[0]), 0)


def _usable(name: str, taken: frozenset[str]) -> str:
    """A name for a module that is not a keyword and hides no class in the package."""
    name = name if name[:1].isalpha() else f"schema_{name}".rstrip("_")
    return f"{name}_" if name in taken else name
