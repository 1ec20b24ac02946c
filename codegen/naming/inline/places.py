"""The places of the inline schemas of a document that are in no other inline schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from codegen.model.schemas import ClassSchema, PositionedSchema, Schema, Simplified
from codegen.naming.inline.candidates import InlinePlace, PlaceKind
from codegen.naming.inline.class_places import places_in
from codegen.naming.inline.holders import Holders
from codegen.naming.inline.place_names import thing_of
from codegen.standard.positions import Position


class Places:
    """Finds the places, each once."""

    def __init__(self, simplified: Simplified, holders: Holders, named: Mapping[str, str]) -> None:
        """`named` are the classes of the components by their keys."""
        self._holders = holders
        self._in_contents: dict[int, Sequence[InlinePlace]] = {}
        self.named = named
        self.in_components = {
            key: places_in(InlinePlace((named[key],), schema))
            for key, schema in simplified.components.items()
        }
        """The places directly in each component."""

    def in_content(self, content: PositionedSchema) -> Sequence[InlinePlace]:
        """The place of the schema of a parameter, a header or a media type, or the places in it."""
        known = self._in_contents.get(id(content))
        if known is None:
            known = self._in_contents[id(content)] = [
                place for position in content.positions for place in self._at(content.schema, position)
            ]
        return known

    def _at(self, schema: Schema, position: Position) -> Sequence[InlinePlace]:
        full, written = self._holders.path(position), position.is_parameter
        whole = len(full) > 1 and not written
        of_response = any(holder.kind == "response" for holder in position.holders)
        place = InlinePlace(
            (thing_of(full[0]), *full[1:]) if len(full) > 1 and written else full,
            schema,
            is_whole=whole,
            is_parameter=written,
            longer=(full,),
            source=PlaceKind.RESPONSE if of_response else PlaceKind.REQUEST,
        )
        return [place] if isinstance(schema, ClassSchema) else places_in(place)
