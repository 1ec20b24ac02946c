"""Splits paths into words: those of fixed segments, and those of path parameters."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from codegen.model.operations import Operation
from codegen.naming.words import is_beyond_ascii, is_digest, is_random, words

IMPLIED_SEGMENT = re.compile(
    r"(?i)apis?|v[0-9]+[a-z0-9.]*|[0-9]+([.][0-9]+)+|[0-9]{4}-[0-9]{2}(-[0-9]{2})?|v\{[^{}]*\}"
)
"""A segment that all paths of an API may share: ``api``, a version, ``v{version}`` or a date."""

_PIECE = re.compile(r"\{[^{}]*\}|^:\w+$|[^{}:#.]+")


class Step(Struct, frozen=True):
    """A part of a path: fixed words, or those of a path parameter."""

    words: tuple[str, ...]
    is_parameter: bool
    is_act: bool = False
    """Whether it is an act after a colon: ``/v1/{id}:archive`` (Google AIP-136)."""


def segments(path: str) -> list[str]:
    """The segments of a path, without those that all paths may share."""
    return [part for part in path.split("/") if part and not IMPLIED_SEGMENT.fullmatch(part)]


def subject_of_path(path: str) -> str | None:
    """The first fixed segment after ``api`` and ``v1``; None if all segments are parameters.

    The text after a colon is an act: ``/pets:batchDelete``.
    """
    fixed = (segment for segment in segments(_plain(path)) if "{" not in segment)
    return next((segment.lstrip(":").partition(":")[0] for segment in fixed), None)


def steps_of(path: str) -> list[Step]:
    """The segments of a path; one such as ``{id}:cancel`` or ``chat.postMessage`` gives several steps."""
    return [*_steps(path)]


@cache
def _steps(path: str) -> tuple[Step, ...]:
    """Cached, because many names of an operation are derived from its path."""
    return tuple(
        Step(tuple(words(piece)), piece[0] in "{:", is_act=piece == behind)
        for part in segments(_plain(path))
        for behind in (part[1:].rpartition(":")[2] if ":" in part[1:] else None,)
        for piece in _PIECE.findall(part)
        if re.search(r"[^\W\d_]", piece)
    )


@cache
def spoken(path: str) -> str:
    """The path without its query and without ids of things, which are not words."""
    plain = path.partition("?")[0]
    return re.sub(r"[-_]?([A-Za-z0-9]+)", lambda part: "" if is_random(part[1]) else part[0], plain)


def _plain(path: str) -> str:
    """The path without query, fragment, matrix parameters, file extension and a bare version: ``/api/2``."""
    path = re.sub(r"[#&;][\w-]+=.*|\.(json|xml)$", "", spoken(path))
    return re.sub(r"(?i)^/(?:rest/)?(?:apis?/)?[0-9]+/(?=[a-z])", "/", path)


def fixed_query(path: str) -> frozenset[str]:
    """The words of the fixed query of a path: ``beta`` for ``/files?beta=true``."""
    query = path.partition("?")[2]
    return frozenset(words(query)) if "=" in query else frozenset()


def version_words(path: str) -> list[str]:
    """The words of the version in a path: ``v1``; empty without one."""
    versions = (part for part in spoken(path).split("/") if re.fullmatch(r"(?i)v[0-9]+[a-z0-9.]*", part))
    return next((words(version) for version in versions), [])


def in_own_words(operation: Operation) -> str:
    """The author's ``operationId``; method and path in words without one, or if it is only a digest."""
    if operation.id and not is_digest(operation.id) and not is_beyond_ascii(operation.id):
        return operation.id
    return path_in_words(operation)


def path_in_words(operation: Operation) -> str:
    """Method and path in words: ``GET /api/books/{isbn}`` is ``get books by isbn``."""
    path = [re.sub(r"\{(.*?)\}", r" by \1 ", segment) for segment in segments(operation.path)]
    return " ".join([operation.method.lower(), *path])
