"""Maps the parts of a document to their places in its files.

A document may consist of several files (`codegen.prepare.bundle`). This map has the file and the place of
each part. Later steps see one document, and need not know its files.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from codegen.document.node import Pointer
from codegen.document.places import On, Place
from codegen.document.source import Source


class Origin(Struct, frozen=True):
    """A part of a file that is somewhere else in the document."""

    source: Source
    pointer: Pointer
    """Where it is in its file."""
    has_key: bool = False
    """Whether its key in the document is also its key in the file, or that file's part has none at all.

    False where a reference was replaced: the key is then beside the reference.
    """


class SourceMap(Struct, frozen=True):
    """The files of a document, and the parts that are not where their pointers say."""

    entry: Source
    """The file that the user named."""
    others: Sequence[Source] = ()
    moved: Mapping[Pointer, Origin] = field(default_factory=dict)
    """By the pointers in the document. Everything below them has moved as well."""

    @property
    def length(self) -> int:
        """Characters of all files."""
        return sum(len(source.text) for source in (self.entry, *self.others))

    def place(self, where: Pointer | Place, on: On = "value") -> Place:
        """The line and the column of a part; of the nearest part around it if it is not in the text."""
        if isinstance(where, Place):
            return where
        origin = self.origin(where, on)
        place = origin.source.place(origin.pointer, on)
        return place if origin.source is self.entry else place.in_file(origin.source.name)

    def origin(self, where: Pointer, on: On = "value") -> Origin:
        """The file of a part, and where it is in that file."""
        for length in range(len(where), -1, -1):
            origin = self.moved.get(where[:length])
            if origin is None or (on == "key" and length == len(where) and not origin.has_key):
                continue
            return replace(origin, pointer=(*origin.pointer, *where[length:]))
        return Origin(self.entry, where)

    def file(self, place: Place) -> Source:
        """The file of a place."""
        return next((one for one in self.others if place.file == one.name), self.entry)
