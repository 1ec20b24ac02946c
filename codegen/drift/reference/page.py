"""A page of a published reference, with exactly what the page shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from codegen.document.node import Json

NOT = "not "
"""The prefix of a type if the page shows the negated type."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the page, and where they stand in its file."""

    text: str
    line: int
    column: int = 1


class UnreadableError(Exception):
    """A text is not a page of a reference, or not after some line."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(slots=True, kw_only=True)
class Shown:
    """A field, a parameter, or the whole value of a body: what the page says about it.

    Lines are positions in `Page.words`, from 1.
    """

    name: str
    line: int
    required: bool = False
    deprecated: bool = False
    is_additional: bool = False
    """Whether it stands for all further properties."""
    type: str = ""
    """As on the page, such as ``string | null`` or ``Array<object>``. Empty if the page shows none."""
    type_line: int = 0
    format: str = ""
    tags: str = ""
    """Default, bounds and the like, as on the page."""
    tags_line: int = 0
    is_composed: bool = False
    """Whether the page shows tags for each part of an ``allOf``."""
    values: list[str] | None = None
    """The allowed values."""
    values_line: int = 0
    prose: list[str] = field(default_factory=list)
    is_recursive: bool = False
    is_nullable: bool = False
    """Whether null is one of the alternatives."""
    fields: dict[str, Shown] = field(default_factory=dict)
    """The fields in it, or in its items."""
    further: Shown | None = None
    """What stands for all further properties."""
    alternatives: list[Shown] | None = None
    """The alternatives of a union, or of the items of a list; None if the page shows none."""
    keyword: str = ""
    """The keyword of a union."""
    discriminator: str = ""

    def add(self, shown: Shown) -> None:
        """Add a field."""
        if shown.is_additional:
            self.further = shown
        else:
            self.fields[shown.name] = shown


@dataclass(frozen=True, slots=True)
class Example:
    """An example in JSON."""

    value: Json
    line: int
    is_generated: bool
    """Whether the plug-in made it from the types."""


@dataclass(slots=True, kw_only=True)
class Block:
    """The schema of a body, or a list of parameters."""

    line: int
    root: Shown | None = None
    fields: list[Shown] = field(default_factory=list)
    """Parameters; or all fields of a text, which does not show how deeply they are nested."""
    is_nested: bool = False
    """Whether the page shows how fields are nested. They are in `root` then."""
    examples: list[Example] = field(default_factory=list)
    unread: str = ""
    """Why the rest of this block cannot be read; empty if all of it was read."""
    unread_line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The media types of a body, and their schemas."""

    media: Sequence[str]
    line: int
    blocks: Sequence[Block]
    """One for each media type; a text, which does not separate them, has one for all."""


@dataclass(slots=True, kw_only=True)
class Answer:
    """A response."""

    line: int
    status: str = ""
    """Empty if the text has lost it."""
    prose: list[str] = field(default_factory=list)
    content: Content | None = None
    headers: Block | None = None


@dataclass(slots=True, kw_only=True)
class Page:
    """The page of an operation."""

    name: str
    """The name of its file."""
    words: Sequence[Words]
    title: str
    title_line: int
    method: str
    method_line: int
    path: str
    path_line: int
    deprecated: bool = False
    prose: str = ""
    """What the operation does; empty if the page does not show it, as a text."""
    prose_line: int = 0
    urls: Sequence[str] = ()
    """Its URL on each server, or the one of the code samples, with values for parameters."""
    url_line: int = 0
    security: dict[str, list[str]] | None = None
    """The scopes of each authorization; None if the page does not show them, as a text."""
    security_line: int = 0
    parameters: dict[str, Block] = field(default_factory=dict)
    """By location, such as ``path``."""
    body: Content | None = None
    body_line: int = 0
    body_required: bool = False
    responses: list[Answer] = field(default_factory=list)
    responses_line: int = 0
    callbacks: list[Page] | None = None
    """The callbacks, whose titles are their names; None if the page shows none, as a text or an old page."""
    unread: list[tuple[int, str]] = field(default_factory=list)
    """Further parts that cannot be read, each with its line and why."""

    def server(self, url: str) -> str | None:
        """The server of one of its URLs: what stands before the path, whose parameters may have values."""
        parts = re.split(r"(\{[^}]*\})", self.path)
        ending = "".join("[^/?]+" if part.startswith("{") else re.escape(part) for part in parts)
        found = re.fullmatch(rf"(.*?){ending}(?:\?.*)?", url)
        return None if found is None else found.group(1).rstrip("/")
