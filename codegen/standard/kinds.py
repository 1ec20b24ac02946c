"""What a table of the standard's objects is made of: kinds of objects, and what stands under their keys."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from codegen.standard.keywords import Shape


class Content(Struct, frozen=True):
    """What stands under a key: objects of one kind."""

    kind: str
    shape: Shape = Shape.ONE


class ObjectKind(Struct, frozen=True):
    """A kind of object (OpenAPI 3.1.1, section 4.8)."""

    title: str
    """With its article, as a sentence has it: ``"an operation"``."""
    keys: Mapping[str, Content | None] = field(default_factory=dict)
    """The fixed fields; ``None`` for a value that holds no objects."""
    others: Content | None = None
    """What stands under all other keys, where these are the author's: paths, status codes, expressions."""
    is_open: bool = False
    """Whether keys that the table does not have are the author's to choose."""
    is_extensible: bool = True
    """Whether keys that begin with ``x-`` are allowed."""
    is_referable: bool = False
    """Whether a Reference Object may stand in its place."""

    newer: Mapping[str, Content | None] = field(default_factory=dict)
    """The fixed fields of later versions that are read all the same."""

    def content(self, key: str) -> Content | None:
        """What stands under a key."""
        if key in self.keys:
            return self.keys[key]
        if key in self.newer:
            return self.newer[key]
        return None if self.is_extensible and key.startswith("x-") else self.others

    def reading(self, later: ObjectKind) -> ObjectKind:
        """The kind with the keys that it has in a later version, too."""
        newer = {key: content for key, content in later.keys.items() if key not in self.keys}
        if later.is_referable and not self.is_referable:
            newer["$ref"] = None
        return replace(self, newer=newer, is_referable=later.is_referable)


def plain_keys(*keys: str) -> dict[str, Content | None]:
    """Keys whose values hold nothing of OpenAPI, as far as the table goes."""
    return dict.fromkeys(keys)


def listed(kind: str) -> Content:
    """A list of objects of a kind."""
    return Content(kind, Shape.LIST)


def mapped(kind: str) -> Content:
    """A mapping with objects of a kind."""
    return Content(kind, Shape.MAP)
