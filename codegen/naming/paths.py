"""What a path says: the words of its parts, and which of them are placeholders."""

from __future__ import annotations

import re
from dataclasses import dataclass

from codegen.model.api import Operation
from codegen.naming.words import words

SAYS_NOTHING = re.compile(r"(?i)apis?|v[0-9]+[a-z0-9.]*|[0-9]+([.][0-9]+)+|[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
"""A segment that all paths of an API may have: ``api``, a version or a date."""

_PIECE = re.compile(r"\{[^{}]*\}|^:\w+$|[^{}:#]+")


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a path: fixed words, or those of a placeholder."""

    words: tuple[str, ...]
    is_value: bool


def segments(path: str) -> list[str]:
    """The segments of a path without ``api`` and ``v1``."""
    return [part for part in path.split("/") if part and not SAYS_NOTHING.fullmatch(part)]


def subject_of_path(path: str) -> str | None:
    """What a path is about: its first fixed segment after ``api`` and ``v1``."""
    return next((segment for segment in segments(_plain(path)) if "{" not in segment), None)


def steps_of(path: str) -> list[Step]:
    """The parts between slashes, and those of a part that is more than one: ``{id}:cancel``."""
    return [
        Step(tuple(words(piece)), is_value=piece[0] in "{:")
        for part in segments(_plain(path))
        for piece in _PIECE.findall(part)
        if re.search(r"[^\W_]", piece)
    ]


def _plain(path: str) -> str:
    """Without a query, assignments behind it, a format at its end, and a version's number: ``/api/2``."""
    path = re.sub(r"\?.*|[#&;]\w+=.*|\.(json|xml)$", "", path)
    return re.sub(r"(?i)^/(?:rest/)?(?:apis?/)?[0-9]+/(?=[a-z])", "/", path)


def path_in_words(operation: Operation) -> str:
    """An operation without an id: ``GET /api/books/{isbn}`` is ``get books by isbn``."""
    path = [re.sub(r"\{(.*?)\}", r" by \1 ", segment) for segment in segments(operation.path)]
    return " ".join([operation.method.lower(), *path])
