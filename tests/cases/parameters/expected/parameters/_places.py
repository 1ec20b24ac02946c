"""Where the API's document describes the parts of this package; read only when `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping

OPERATIONS: Mapping[str, str] = {
    "getRoom": "#/paths/~1rooms~1{name}~1{number}~1{height}~1{open}~1{day}~1{id}~1{beds}/get",
    "listRooms": "#/paths/~1rooms/get",
}
"""Operations, by their ids."""

MODELS: Mapping[str, str] = {}
"""Models that are not `#/components/schemas/` and their name."""

FIELDS: Mapping[str, str] = {}
"""Fields, after the names of their models, that are not among the model's own `properties`."""
