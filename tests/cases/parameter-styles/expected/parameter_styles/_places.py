"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "listColours": "#/paths/~1colours/get",
    "listShades": "#/paths/~1shades/get",
    "listPaints": "#/paths/~1paints/get",
    "getSimple": "#/paths/~1simple~1{names}~1{colour}~1{pairs}/get",
    "getDocuments": "#/paths/~1documents~1{json}~1{any}/get",
    "getLabel": "#/paths/~1label~1{one}{names}{each}{colour}{pairs}/get",
    "getMatrix": "#/paths/~1matrix~1{one}{theNames}{each}{colour}{pairs}/get",
    "getNothing": "#/paths/~1nothing~1{id}/get",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
