"""A page of a published reference, with exactly what the page shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from codegen.document.node import Json

MARK = re.compile(r"Section titled [“\"]\s*(.*?)\s*[”\"]")
"""The hidden text behind a heading."""


class UnreadableError(Exception):
    """A text is no page of a reference, or no longer one from a line on."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(slots=True, kw_only=True)
class Shown:
    """A field, a parameter, or the whole value of a body: what the page says about it."""

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
    values: str | None = None
    """The allowed values, as on the page."""
    values_line: int = 0
    prose: list[str] = field(default_factory=list)
    is_recursive: bool = False


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
    """All fields in the order of the page. A text does not show how deeply they are nested."""
    examples: list[Example] = field(default_factory=list)
    unread: str = ""
    """Why the rest of this block cannot be read; empty if all of it was read."""
    unread_line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The media types of a body, and the schema of the first one."""

    media: Sequence[str]
    line: int
    block: Block


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
    lines: Sequence[str]
    title: str
    title_line: int
    method: str
    method_line: int
    path: str
    path_line: int
    url: str = ""
    """The URL of the code samples, with values for parameters."""
    url_line: int = 0
    parameters: dict[str, Block] = field(default_factory=dict)
    """By location, such as ``path``."""
    body: Content | None = None
    body_line: int = 0
    body_required: bool = False
    responses: list[Answer] = field(default_factory=list)
    responses_line: int = 0
    unread: list[tuple[int, str]] = field(default_factory=list)
    """Further parts that cannot be read, each with its line and why."""

    def words(self, line: int) -> str:
        """A line of the page."""
        whole = self.lines[line - 1].strip() if 0 < line <= len(self.lines) else ""
        return MARK.split(whole)[-1].strip() or whole
