"""Regions of generated pages that belong to the user: their text survives every run.

A region is a pair of lines in a template of a page or of ``pyproject.toml``::

    <!-- begin own text: introduction -->
    <!-- end own text: introduction -->

It is generated empty. What a user writes between the two lines moves into the next version of the file, and
digests are taken without it (`codegen.output.record`). A file whose lines are broken has no region: it
counts as edited by hand.

Regions exist in Markdown and TOML only. Text of a document is escaped there, and cannot look like one.
"""

from __future__ import annotations

import re

_SUFFIXES = (".md", ".toml")

_REGION = re.compile(
    rb"^([ \t]*(?:<!--|\#)[ ]begin[ ]own[ ]text:[ ]([a-z-]+)(?:[ ]-->)?\n)"  # the first line, the name
    rb"(.*?)"
    rb"(^[ \t]*(?:<!--|\#)[ ]end[ ]own[ ]text:[ ]\2(?:[ ]-->)?$)",
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)


def own_texts(path: str, data: bytes | None) -> dict[bytes, bytes]:
    """The text of each region that is not empty, by the region's name."""
    if data is None or not path.endswith(_SUFFIXES):
        return {}
    return {match[2]: match[3] for match in _REGION.finditer(data) if match[3]}


def without_own_texts(path: str, data: bytes) -> bytes:
    """The file as it was generated: with empty regions."""
    return _REGION.sub(rb"\1\4", data) if path.endswith(_SUFFIXES) else data


def with_own_texts(path: str, generated: bytes, actual: bytes | None) -> bytes:
    """The generated file with the text that the regions have in the actual one."""
    texts = own_texts(path, actual)
    if not texts:
        return generated
    return _REGION.sub(lambda match: match[1] + texts.get(match[2], b"") + match[4], generated)
