"""Places in the body of a response."""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}", re.ASCII)
_LONGEST_NAME = 64


class Place(Struct, frozen=True):
    """A place in a response, as a list of steps from the outside."""

    outer: Place | None = None
    step: str | int = ""
    is_field: bool = False
    """Whether the step is the name of a property; otherwise it is an index or the key of a map."""
    model: Any = None
    """The model with the field; None for an item."""

    def steps(self) -> list[Place]:
        """The places from the outermost to this one, without the root."""
        found: list[Place] = []
        place = self
        while place.outer is not None:
            found.append(place)
            place = place.outer
        return found[::-1]

    @property
    def pointer(self) -> str:
        """The place as a JSON Pointer (RFC 6901)."""
        return "".join(f"/{token(str(place.step))}" for place in self.steps())

    @property
    def path(self) -> str:
        """The place as a JSONPath (RFC 9535), with `[*]` for items."""
        return "$" + "".join(
            step(str(place.step)) if place.is_field else "[*]" for place in self.steps()
        )


def token(name: str) -> str:
    """A name as a token of a JSON Pointer (RFC 6901 section 3)."""
    return name.replace("~", "~0").replace("/", "~1")


def step(name: str) -> str:
    """A name in a JSONPath (RFC 9535 section 2.5.1): `.name` or `['other name']`."""
    if _NAME.fullmatch(name):
        return f".{name}"
    if len(name) > _LONGEST_NAME:
        name = f"{name[:_LONGEST_NAME]}..."
    return f"[{name!r}]"
