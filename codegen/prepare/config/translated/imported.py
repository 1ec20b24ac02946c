"""The configuration of another generator, as settings of this one."""

from __future__ import annotations

import json
import re

from msgspec import Struct, field

from codegen.document.node import Json, Node


class Imported(Struct):
    """A translated configuration."""

    name: str
    """The file."""
    settings: dict[str, Json] = field(default_factory=dict)
    operations: dict[str, dict[str, Json]] = field(default_factory=dict)
    """The settings of each operation, by method and path; none for one that is only listed."""
    schemas: dict[str, dict[str, Json]] = field(default_factory=dict)
    excluded: list[str] = field(default_factory=list)
    """The operations to omit, by method and path."""
    actions: list[dict[str, Json]] = field(default_factory=list)
    pages: list[Node] = field(default_factory=list)
    """Kinds of pages, as Stainless declares them. Only the finished model shows which operations they fit."""
    left: list[str] = field(default_factory=list)
    """The keys that were not converted, in words."""

    @property
    def taken(self) -> int:
        """The number of converted settings."""
        operations = [one for one in self.operations.values() if one]
        return sum(map(len, (self.settings, operations, self.schemas, self.excluded, self.actions)))

    def changes(self, key: str) -> bool:
        """Whether an action changes what the document has under a key."""
        values = [action.get("update") for action in self.actions]
        return any(key in value for value in values if isinstance(value, Node))

    def update(self, target: str, value: dict[str, Json]) -> None:
        """Merge a value into a part of the document."""
        self.actions.append({"target": target, "update": Node(value)})

    def remove(self, target: str) -> None:
        """Remove a part of the document."""
        self.actions.append({"target": target, "remove": True})

    def replace(self, root: Node, key: str, value: Json) -> None:
        """Replace the value of a key. Updating it would append to lists."""
        if key in root:
            self.remove(f"$.{key}")
        self.update("$", {key: value})

    def leave(self, key: str, reason: str) -> None:
        """Record that a key is not converted, with the reason."""
        self.left.append(f"'{key}': {reason}")


def member(name: str) -> str:
    """A name as a segment of a JSONPath (RFC 9535, section 2.5.1)."""
    if re.fullmatch(r"[A-Za-z_]\w*", name, re.ASCII):
        return f".{name}"
    quoted = json.dumps(name)[1:-1].replace('\\"', '"').replace("'", "\\'")
    return f"['{quoted}']"
