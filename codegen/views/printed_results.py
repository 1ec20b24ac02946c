"""Chooses the part of a value that an example prints: the most informative one."""

from __future__ import annotations

from codegen.model.api import Api
from codegen.model.directions import is_optional
from codegen.model.types import ListOf, Named, Type
from codegen.naming.names import Names
from codegen.views.text.quoting import Code, name, splice

_TELLING = ("name", "title", "status", "id")
"""Informative properties, which identify an object or describe its state."""


def printed(result: Code, type_: Type, api: Api, names: Names, *, is_list: bool = False) -> Code:
    """What to print of a value: the number of items, an informative attribute, or the whole value."""
    if isinstance(type_, ListOf):
        return splice("len({})", result)
    if not isinstance(type_, Named) or type_.name not in api.models:
        return result
    fields = [one for one in names.models[type_.name].fields if not is_optional(one.field)]
    for one in fields:
        if is_list and isinstance(one.field.type, ListOf):
            return splice("len({}.{})", result, name(one.name))
    attributes = {one.field.wire_name: one.name for one in fields}
    best = next((attributes[property_] for property_ in _TELLING if property_ in attributes), None)
    return splice("{}.{}", result, name(best)) if best else result
