"""View of ``_places.py``: the places in the document of what the client decodes."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from codegen.document.node import Pointer, json_pointer
from codegen.model.api import Api
from codegen.model.classes import Field, Model
from codegen.naming.names import Names
from codegen.views.requests import identifier
from codegen.views.text.quoting import Code, literal


class PlaceView(Struct, frozen=True, kw_only=True):
    """An operation or a model, with the pointer to its description."""

    name: Code
    pointer: Code


class PartView(Struct, frozen=True, kw_only=True):
    """A schema that was merged into a model, and the fields that come from it."""

    pointer: Code
    fields: Code


class MergedView(Struct, frozen=True, kw_only=True):
    """A model with fields from other schemas."""

    name: Code
    parts: tuple[PartView, ...]


class PlacesView(Struct, frozen=True, kw_only=True):
    """All operations, and the models and fields whose place does not follow from their names.

    So a document with thousands of components needs few lines.
    """

    operations: tuple[PlaceView, ...]
    models: tuple[PlaceView, ...]
    merged: tuple[MergedView, ...]


def places_view(api: Api, names: Names) -> PlacesView:
    """Describe ``_places.py``."""
    return PlacesView(
        operations=tuple(_place(identifier(operation), operation.origins[0]) for operation in api.operations),
        models=tuple(_models(api, names)),
        merged=tuple(_merged(api, names)),
    )


def _decoded(api: Api, names: Names) -> list[Model]:
    return [model for key, model in api.models.items() if key not in names.classless]


def _place(name: str, origin: Pointer) -> PlaceView:
    return PlaceView(name=literal(name), pointer=_pointer(origin))


def _pointer(origin: Pointer) -> Code:
    return literal(f"#{json_pointer(origin)}")


def _models(api: Api, names: Names) -> Iterator[PlaceView]:
    for model in _decoded(api, names):
        class_ = names.classes[model.name]
        if model.origins[0] != ("components", "schemas", class_):
            yield _place(class_, model.origins[0])


def _merged(api: Api, names: Names) -> Iterator[MergedView]:
    for model in _decoded(api, names):
        given: dict[Pointer, list[str]] = {}
        for field in model.fields:
            owner = _owner(field, model)
            if owner != model.origins[0]:
                given.setdefault(owner, []).append(field.wire_name)
        if given:
            parts = tuple(
                PartView(pointer=_pointer(owner), fields=literal([*fields]))
                for owner, fields in given.items()
            )
            yield MergedView(name=literal(names.classes[model.name]), parts=parts)


def _owner(field: Field, model: Model) -> Pointer:
    """The schema with the field in its ``properties``, which is the model's own schema if possible."""
    below = ("properties", field.wire_name)
    owners = [origin[:-2] for origin in field.origins if origin[-2:] == below]
    return model.origins[0] if model.origins[0] in owners or not owners else owners[0]
