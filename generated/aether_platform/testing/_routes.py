"""Finds the operation that a request is for, by its method and its path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, unquote

from .._runtime._operation import Operation

_PLACEHOLDER = re.compile(r"(\{[^{}]*\})")
_SEVERAL = "(.+)"
"""Matches the text for a placeholder of several segments."""


@dataclass(frozen=True, slots=True)
class Route:
    """The requests of an operation."""

    operation: Operation[Any]
    path: re.Pattern[str]
    query: frozenset[tuple[str, str]]
    """The fixed part of the query."""

    def fits(self, method: str, target: str) -> bool:
        """Whether a request is one of the operation."""
        path, _, query = target.partition("?")
        return (
            method == self.operation.method
            and self.path.fullmatch(path) is not None
            and self.query <= {*parse_qsl(query, keep_blank_values=True)}
        )


def routes(operations: Iterable[Operation[Any]]) -> Sequence[Route]:
    """The routes, most specific first: `/pets/mine` is before `/pets/{id}`.

    Those with a placeholder for several segments come last.
    """
    made = [_route(operation) for operation in operations]
    return sorted(made, key=_breadth)


def route(routes: Iterable[Route], method: str, target: str) -> Operation[Any] | None:
    """The operation that a request is for; None if there is none."""
    found = (one.operation for one in routes if one.fits(method, target))
    return next(found, None)


def paths(routes: Iterable[Route], target: str) -> Sequence[str]:
    """The methods that a path has."""
    path = target.partition("?")[0]
    return sorted({one.operation.method for one in routes if one.path.fullmatch(path)})


def _breadth(route: Route) -> tuple[int, int, int]:
    pattern = route.path.pattern
    return pattern.count(_SEVERAL), pattern.count("("), -len(route.query)


def _route(operation: Operation[Any]) -> Route:
    path, _, query = operation.path.partition("?")
    fixed, *rest = _PLACEHOLDER.split(path)
    pattern = _spelled(fixed)
    for placeholder, part in zip(rest[::2], rest[1::2], strict=True):
        pattern += (_SEVERAL if placeholder.endswith(":path}") else "([^/]+)") + _spelled(part)
    pairs = (pair for pair in parse_qsl(query, keep_blank_values=True) if "{" not in pair[1])
    return Route(operation, re.compile(pattern), frozenset(pairs))


def _spelled(part: str) -> str:
    """A part of a path as it is, or with other characters percent-encoded."""
    forms = dict.fromkeys([part, unquote(part)])
    return f"(?:{'|'.join(map(re.escape, forms))})"
