"""The text of the document, and the places of its parts.

Places are computed only when a problem is printed, so a document without problems does not pay for them.
"""

from __future__ import annotations

import codecs
import json
import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeAlias, cast

import yaml
from yaml.composer import ComposerError
from yaml.events import AliasEvent

from codegen.document.failures import Unusable
from codegen.document.node import Pointer
from codegen.document.places import On, Place

Offsets: TypeAlias = tuple[int, int]
"""The offsets of a part's key and its value. For an item of a list, they are equal."""

YAML_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser written in C, several times as fast, where PyYAML was built with it."""


STDIN = Path("-")
"""The path that means the standard input."""


class _Redefining(yaml.SafeLoader):
    """The parser, for documents that define an anchor again."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = cast("Callable[[], object]", self.peek_event)()
        if not isinstance(event, AliasEvent):
            self.anchors.pop(getattr(event, "anchor", None), None)
        return super().compose_node(parent, index)


LARGEST_FILE = 64 * 1024 * 1024
"""Bytes."""


def read_source(path: Path) -> Source:
    """Read the file of a document.

    Raises:
        Unusable: There is no such file, it cannot be read, or it is too large.
    """
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:/", str(path)):
        raise Unusable("the document has to be a file or an https URL: download it first")
    try:
        with sys.stdin.buffer if path == STDIN else path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from error
    if len(data) > LARGEST_FILE:
        raise Unusable(f"{path}: larger than {LARGEST_FILE // 1024**2} MiB")
    return decoded("<stdin>" if path == STDIN else str(path), data, path.suffix)


def decoded(name: str, data: bytes, suffix: str) -> Source:
    """The text of a file, from its bytes. Its suffix says whether it is JSON, or else how it begins."""
    mark = "\ufeff" if data.startswith(codecs.BOM_UTF8) else ""
    text = _unicode(data) or data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape")
    is_json = suffix in {".json", ".jsonc"} or (
        suffix not in {".yaml", ".yml"} and _BEGINS_AS_JSON.match(text) is not None
    )
    return Source(name, text, is_json, mark)


JSON_COMMENT = r"//[^\r\n]*|/\*.*?\*/"
"""A comment in JSON, which JSON itself does not have. ``.`` has to match line ends."""

_BEGINS_AS_JSON = re.compile(rf"(?:\s|{JSON_COMMENT})*+\{{", re.DOTALL)


_WIDE = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""The marks of encodings that YAML allows besides UTF-8 (YAML 1.2.2, 5.2), the longest first."""


def _unicode(data: bytes) -> str | None:
    """The text of a file in UTF-16 or UTF-32 with a byte order mark, as PowerShell writes them."""
    mark = next(filter(data.startswith, _WIDE), b"")
    if not mark:
        return None
    try:
        return data.decode("utf-32" if len(mark) > 2 else "utf-16")
    except UnicodeDecodeError:
        return None


@dataclass(frozen=True)
class Source:
    """A document's text, without a byte order mark, and its name in messages.

    A byte that is not UTF-8 stands in the text as a lone surrogate (PEP 383), for `load` to refuse.
    """

    name: str
    text: str
    is_json: bool
    mark: str = ""
    """The byte order mark of the file, or nothing."""
    _children: dict[int, dict[str | int, Offsets]] = field(default_factory=dict, init=False, repr=False)
    _members: dict[int, dict[str, tuple[yaml.Node, int]]] = field(
        default_factory=dict, init=False, repr=False
    )
    """The members of mappings, by the offsets of the mappings: in JSON, and in YAML."""
    _read_as: list[str] = field(default_factory=list, init=False, repr=False)
    _left_out: list[int] = field(default_factory=list, init=False, repr=False)
    """The offsets of the parts without which the text is read."""

    @property
    def json(self) -> str:
        """The text as JSON. Spaces replace what JSON does not allow, so that offsets stay the same."""
        return self._read_as[0] if self._read_as else self.text

    def leave_out(self, *patterns: re.Pattern[str]) -> bool:
        """Read the text without the parts in a group ``extra``; False if there are none.

        A pattern sees spaces in place of the parts that an earlier one has found.
        """
        text, offsets = self.text, set[int]()
        for pattern in patterns:
            offsets |= {part.start() for part in pattern.finditer(text) if part["extra"] is not None}
            text = pattern.sub(lambda part: part[0] if part["extra"] is None else _blank(part[0]), text)
        self._read_as[:] = [text] if offsets else []
        self._left_out[:] = sorted(offsets)
        return bool(offsets)

    @property
    def left_out(self) -> Sequence[int]:
        """The offsets of the parts without which the text is read, in order."""
        return self._left_out

    def with_text(self, text: str) -> Source:
        """The document with another text."""
        return Source(self.name, text, self.is_json, self.mark)

    def place(self, where: Pointer | Place, on: On = "value") -> Place:
        """The line and the column of a part; of the nearest part around it if it is not in the text."""
        return where if isinstance(where, Place) else self.position(self.offset(where, on))

    def offset(self, where: Pointer, on: On = "value") -> int:
        """Where a part begins in the text; the nearest part around it if it is not in the text."""
        key, value = self._json_offsets(where) if self.is_json else self._yaml_offsets(where)
        return key if on == "key" else value

    def position(self, offset: int) -> Place:
        """The line and the column of a character."""
        line = bisect_right(self._line_starts, offset)
        return Place(line, offset - self._line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """A line's text without its end; lines count from 1."""
        start = self._line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else None].rstrip("\r")

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    @cached_property
    def tree(self) -> yaml.Node | None:
        """The nodes of YAML, which know where they begin and end."""
        try:
            return yaml.compose(self.text, YAML_LOADER)
        except ComposerError:  # an anchor is defined twice, which YAML allows (YAML 1.2.2, 3.2.2.2)
            return yaml.compose(self.text, _Redefining)

    def _yaml_offsets(self, pointer: Pointer) -> Offsets:
        node = self.tree
        key = value = node.start_mark.index if node else 0
        for token in pointer:
            child = self._yaml_child(node, token)
            if child is None:
                break
            node, key = child
            value = node.start_mark.index
        return key, value

    def _yaml_child(self, node: yaml.Node | None, token: str | int) -> tuple[yaml.Node, int] | None:
        """A child in YAML's tree, and the offset of its key."""
        if isinstance(node, yaml.SequenceNode) and isinstance(token, int) and token < len(node.value):
            item = node.value[token]
            return item, item.start_mark.index
        if not isinstance(node, yaml.MappingNode):
            return None
        members = self._members.get(node.start_mark.index)
        if members is None:
            # The first of a repeated key: dict() would keep the last.
            pairs = ((key.value, (value, key.start_mark.index)) for key, value in reversed(node.value))
            members = {key: child for key, child in pairs if isinstance(key, str)}
            self._members[node.start_mark.index] = members
        return members.get(str(token))

    def _json_offsets(self, pointer: Pointer) -> Offsets:
        start = len(self.json) - len(self.json.lstrip())
        found = (start, start)
        for token in pointer:
            children = self._children.get(found[1])
            if children is None:
                # The first of a repeated key: dict() would keep the last.
                found_here = reversed(json_children(self.json, found[1]))
                children = self._children[found[1]] = dict(found_here)
            if token not in children:
                break
            found = children[token]
        return found


def _blank(text: str) -> str:
    """Spaces in place of a text. Its line ends stay; other white space is not JSON's (RFC 8259, 2)."""
    return re.sub(r"[^\t\r\n]", " ", text)


_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


def json_tokens(text: str, start: int = 0) -> Iterator[tuple[int, str]]:
    """JSON's brackets, separators, strings and words, with their offsets."""
    return ((match.start(), match.group()) for match in _TOKEN.finditer(text, start))


_SKIPPING = json.JSONDecoder(strict=False, parse_int=str, parse_float=str, parse_constant=str).raw_decode
"""Finds the end of a value at the speed of C; numbers, which it would convert, are left as they are."""


def json_end(text: str, start: int) -> int:
    """The end of the value at `start`."""
    return _SKIPPING(text, start)[1]


_SPACE = re.compile(r"[ \t\n\r]*")


def json_children(text: str, start: int) -> list[tuple[str | int, Offsets]]:
    """Where the children of the object or array at `start` begin, in order; the text has been read before."""
    children: list[tuple[str | int, Offsets]] = []
    is_object = text[start : start + 1] == "{"
    if not is_object and text[start : start + 1] != "[":
        return children
    at = _behind_space(text, start + 1)
    while text[at : at + 1] not in {"}", "]", ""}:
        key, key_at = len(children), at
        if is_object:
            key, at = _SKIPPING(text, at)
            at = _behind_space(text, _behind_space(text, at) + 1)
        children.append((key, (key_at, at)))
        _, at = _SKIPPING(text, at)
        at = _behind_space(text, at)
        if text[at : at + 1] == ",":
            at = _behind_space(text, at + 1)
    return children


def _behind_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at
