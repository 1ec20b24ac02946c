"""What ``_places.py`` is made of: where the document describes what the client decodes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from codegen.document import Pointer, json_pointer
from codegen.model import Api
from codegen.naming import Names
from codegen.quoting import Code, literal
from codegen.views.resources import identifier


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """A part of the package, and the pointer of what describes it."""

    part: Code
    pointer: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesView:
    """All operations; of the models and fields only those that are not where their names say.

    So a document of thousands of components, each with its properties below it, needs few lines.
    """

    operations: tuple[PlaceView, ...]
    models: tuple[PlaceView, ...]
    fields: tuple[PlaceView, ...]


def places_view(api: Api, names: Names) -> PlacesView:
    """Describe ``_places.py``."""
    return PlacesView(
        operations=tuple(_place(identifier(operation), operation.origins[0]) for operation in api.operations),
        models=tuple(_models(api, names)),
        fields=tuple(_fields(api, names)),
    )


def _models(api: Api, names: Names) -> Iterator[PlaceView]:
    for model in api.models.values():
        class_ = names.classes[model.name]
        if model.origins[0] != ("components", "schemas", class_):
            yield _place(class_, model.origins[0])


def _fields(api: Api, names: Names) -> Iterator[PlaceView]:
    """Those that ``allOf`` has brought from elsewhere."""
    for model in api.models.values():
        for field in model.fields:
            if (*model.origins[0], "properties", field.wire_name) not in field.origins:
                yield _place(f"{names.classes[model.name]}.{field.wire_name}", field.origins[0])


def _place(part: str, origin: Pointer) -> PlaceView:
    return PlaceView(part=literal(part), pointer=literal(f"#{json_pointer(origin)}"))
