"""References within a document: fragments that are JSON Pointers (RFC 6901, section 6)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

from codegen.document.node import Json, Node, Pointer

_INDEX = re.compile("0|[1-9][0-9]{0,8}")
"""The index of a list item. No list is longer, and Python refuses numbers of thousands of digits."""


@dataclass
class Dangling(Exception):
    """A reference leads nowhere: at `around`, which it does reach, there is no `token`."""

    around: Json
    token: str
    reached: str
    """The part of the reference that leads to `around`."""


@cache
def tokens(reference: str) -> tuple[str, ...]:
    """The tokens of a pointer in the fragment of a reference, with or without ``#``; indices are texts."""
    _, *parts = unquote(reference.removeprefix("#")).split("/")
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in parts)


def value_at(root: Json, pointer: Pointer) -> Json:
    """The value that a pointer leads to; None if there is none. The indices of lists may be texts."""
    found = root
    for token in pointer:
        if isinstance(found, Node):
            found = found.get(str(token))
        elif isinstance(found, list) and _INDEX.fullmatch(str(token)) and int(token) < len(found):
            found = found[int(token)]
        else:
            return None
    return found


def follow(root: Node, reference: str) -> Json:
    """The value that a reference that begins with ``#`` points at.

    Raises:
        Dangling: There is none.
    """
    found: Json = root
    parts = tokens(reference)
    for index, token in enumerate(parts):
        if isinstance(found, Node) and token in found:
            found = found[token]
        elif isinstance(found, list) and _INDEX.fullmatch(token) and int(token) < len(found):
            found = found[int(token)]
        else:
            raise Dangling(found, token, "/".join(["#", *reference.split("/")[1 : index + 1]]))
    return found
