"""Reads a document in YAML or JSON as plain data whose mappings know their places.

YAML is read by JSON's rules, as OpenAPI asks (OAS 3.1, section 4.3): a plain scalar is a number, a truth
value or null only where it looks like one; ``no``, ``on``, ``12:30``, ``010`` and dates stay the text that
was written, and keys always do. What would let a document mean more than its text says, or cost more
than its size, is refused before anything else sees it: repeated keys, tags, endless aliases,
absurd depth.
"""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from codegen.document import json_text, yaml_text
from codegen.document.node import Json, Node
from codegen.document.places import Place
from codegen.document.problems import Problem, Refused
from codegen.document.source import Source, read_source
from codegen.document.source_map import SourceMap


class Loaded(Struct, frozen=True):
    """A document and its source text."""

    root: Node
    source: Source


def load(path: Path, title: str = "") -> Loaded:
    """Read a document, or another mapping, which messages call by a title such as ``"an OpenAPI Overlay"``.

    Raises:
        Refused: It is not YAML or JSON as described above, or not a mapping. Carries the source.
        Unusable: There is no such file, it cannot be read, or it is too large.
    """
    return loaded(read_source(path), title)


def loaded(source: Source, title: str = "") -> Loaded:
    """Read the text of a document, or of what has another title.

    Raises:
        Refused: It is not YAML or JSON as described above, or not a mapping. Carries the source.
    """
    try:
        return Loaded(_mapping(parse(source), title), source)
    except Refused as refused:
        raise Refused(refused.problems, SourceMap(source)) from refused


def _mapping(root: Json, title: str) -> Node:
    if isinstance(root, Node):
        return root
    what = "empty" if root is None else "a list" if isinstance(root, list) else "a single value"
    asked = f"{title} is a mapping" if title else _DOCUMENT
    raise Refused([Problem(f"{asked}; this one is {what}", "not-a-mapping", Place(1, 1))])


def parse(source: Source) -> Json:
    """Read the text of a file.

    Raises:
        Refused: It is not YAML or JSON as described above.
    """
    if broken := re.search("[\udc80-\udcff]", source.text):
        byte = ord(broken.group()) - 0xDC00
        raise Refused([Problem(_NOT_UTF_8.format(byte), "not-utf-8", source.position(broken.start()))])
    try:
        return json_text.parse_json(source) if source.is_json else yaml_text.parse_yaml(source)
    except Refused as refused:
        conflict = _CONFLICT.search(source.text)
        if conflict is None or refused.problems[0].rule != "syntax":
            raise
        raise Refused([Problem(_UNRESOLVED, "syntax", source.position(conflict.start()))]) from None


_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_UNRESOLVED = (
    "Git could not merge this: keep one of the two versions, and remove the lines that begin with '<<<<<<<', "
    "'=======' and '>>>>>>>'"
)
_NOT_UTF_8 = "the byte 0x{:02x} is not UTF-8; save the file in that encoding"
_DOCUMENT = "an OpenAPI document is a mapping that begins with 'openapi: 3.1.0'"
