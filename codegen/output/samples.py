"""Writes code samples into the text of a document: ``x-codeSamples``, which Redoc, Scalar and Mintlify show.

Nothing but these lines is added: comments, order and layout of the document stay as they are.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from codegen.document.load import loaded
from codegen.document.node import Node, Pointer
from codegen.document.pointers import value_at
from codegen.document.source import Source
from codegen.document.source_map import SourceMap
from codegen.document.text_parts import TextPart, text_parts
from codegen.model.api import Api
from codegen.naming.names import name_client
from codegen.views.snippets import snippets

KEY = "x-codeSamples"
_LANGUAGE = "Python"


class Documented(Struct, frozen=True):
    """A document with samples."""

    texts: tuple[tuple[Source, str], ...]
    """The text of each file, that of the entry document first."""
    written: int
    """The number of operations that got a sample."""
    kept: int
    """The number that already had one in Python."""
    elsewhere: tuple[Pointer, ...]
    """The operations that are in other files, or laid out so that nothing can be inserted."""

    @property
    def summary(self) -> str:
        """The result in one line."""
        total = self.written + self.kept + len(self.elsewhere)
        kept = f"; {self.kept} had one already" if self.kept else ""
        return f"{self.written} of {total} operations got an example{kept}"


def samples_of(api: Api) -> Mapping[Pointer, str]:
    """A program for each operation, by its place in the document."""
    names = name_client(api)
    found = (
        (method.operation.origins[0], next(snippets(resource, method, api, names), None))
        for resource in names.all_resources
        for method in resource.methods
    )
    return {pointer: str(snippet.code) for pointer, snippet in found if snippet is not None}


def documented(source: SourceMap, samples: Mapping[Pointer, str], *, has_others: bool = False) -> Documented:
    """Insert samples into the text of a document.

    Args:
        source: The document with its files.
        samples: The samples, by the places of their operations.
        has_others: Whether to insert them into other files, too, and not into the entry document alone.
    """
    files = [_File(one) for one in (source.entry, *(source.others if has_others else ()))]
    kept = 0
    elsewhere: list[Pointer] = []
    for pointer, sample in samples.items():
        origin = source.origin(pointer)
        file = next((one for one in files if one.source is origin.source), None)
        operation = None if file is None else value_at(file.root, origin.pointer)
        if file is None or not isinstance(operation, Node) or not operation:
            elsewhere.append(pointer)
        elif _has_sample(operation):
            kept += 1
        elif not file.insert(origin.pointer, operation, sample.rstrip()):
            elsewhere.append(pointer)
    texts = tuple((one.source, one.text) for one in files)
    return Documented(texts, sum(len(one.inserted) for one in files), kept, tuple(elsewhere))


class _File:
    """A file of the document, and the samples to insert into its text."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.inserted: dict[int, str] = {}
        """By the place in the text: an operation may have several aliases."""

    @cached_property
    def root(self) -> Node:
        return loaded(self.source).root

    @cached_property
    def _written(self) -> TextPart:
        return text_parts(self.source)

    def insert(self, pointer: Pointer, operation: Node, sample: str) -> bool:
        """Insert a sample, and return whether the layout of the operation has a place for it."""
        found = _insertion(self.source, self._written, pointer, operation, sample)
        if found is not None:
            self.inserted.setdefault(*found)
        return found is not None

    @property
    def text(self) -> str:
        """The text with the inserted samples."""
        pieces: list[str] = []
        start = 0
        for at in sorted(self.inserted):
            pieces += [self.source.text[start:at], self.inserted[at]]
            start = at
        return "".join([*pieces, self.source.text[start:]])


def _has_sample(operation: Node) -> bool:
    languages = (one.text("lang").lower() for one in operation.mappings(KEY))
    return _LANGUAGE.lower() in languages


def _insertion(
    source: Source, written: TextPart, pointer: Pointer, operation: Node, sample: str
) -> tuple[int, str] | None:
    """Where to insert a sample, and the text; None if the layout leaves no place."""
    is_item = KEY in operation
    if is_item and not operation.mappings(KEY):
        return None
    around = _written(written, (*pointer, KEY) if is_item else pointer)
    if around is None:
        return None
    if is_item:
        at = source.offset((*pointer, KEY, 0))
    else:
        at = source.offset((*pointer, next(iter(operation))), "key")
    before = source.text[source.text.rfind("\n", 0, at) + 1 : at]
    if around.is_flow:
        text = _in_flow(sample, is_item=is_item, is_json=source.is_json)
        return at, f"{text},\n{before}" if not before.strip() else f"{text}, "
    if before.strip(" ") not in ({"-"} if is_item else {""}):
        return None
    text = _in_block(sample, " " * len(before), is_item=is_item)
    end = "\r\n" if "\r\n" in source.text else "\n"
    return at, f"{text}\n{before}".replace("\n", end)


def _written(part: TextPart, pointer: Pointer) -> TextPart | None:
    """The part at a pointer in the text; None if it is not in the text."""
    for token in pointer:
        found = (one for key, _, one in part.members or () if key == token)
        if (inner := next(found, None)) is None:
            return None
        part = inner
    return part


def _in_flow(sample: str, *, is_item: bool, is_json: bool) -> str:
    source = json.dumps(sample, ensure_ascii=False)
    if is_json:
        item = f'{{"lang": "{_LANGUAGE}", "source": {source}}}'
        return item if is_item else f'"{KEY}": [{item}]'
    item = f"{{lang: {_LANGUAGE}, source: {source}}}"
    return item if is_item else f"{KEY}: [{item}]"


def _in_block(sample: str, margin: str, *, is_item: bool) -> str:
    if is_item:
        return f"lang: {_LANGUAGE}\n{margin}source: |-\n{_indented(sample, margin)}"
    inner = f"{margin}    "
    return f"{KEY}:\n{margin}  - lang: {_LANGUAGE}\n{inner}source: |-\n{_indented(sample, inner)}"


def _indented(sample: str, margin: str) -> str:
    lines = sample.split("\n")
    return "\n".join(f"{margin}  {line}" if line else "" for line in lines)
