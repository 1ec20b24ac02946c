"""Scopes: sets of names that must differ, each chosen as a whole.

A `Scope` gets every `NameRequest` at once, so no name depends on their order. Its strategies are tried one
after the other, until all names differ.
"""

from __future__ import annotations

import keyword
from collections import defaultdict
from collections.abc import Callable, Collection, Generator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import sha256
from typing import TypeAlias

from msgspec import Struct

from codegen.document.node import Json, Pointer, json_pointer
from codegen.document.problems import Problem, Refused
from codegen.naming.words import MAX_LENGTH
from codegen.standard.extensions import is_public_name


class NameRequest(Struct, frozen=True):
    """A part of the document that needs a name: its text, its place, and the author's override."""

    text: str
    pointer: Pointer
    override: str | None = None
    qualifier: str = ""
    """Tells two parts with the same text apart: the location of a parameter."""


Rank: TypeAlias = tuple[int, int, str]
"""Orders requests that could have the same name."""

Strategy: TypeAlias = Callable[[NameRequest], str]
"""Derives an identifier from a request; it need not be unique."""


class Choice(Struct, frozen=True):
    """How a name was chosen, for `explain`."""

    what: str
    """The word for a member of its scope."""
    request: NameRequest
    name: str
    proposals: tuple[tuple[str, str], ...]
    """What each strategy proposes, in order: the name of the strategy, and the identifier."""
    rivals: tuple[NameRequest, ...]
    """The others of the scope that would have had the first of these names."""


_watcher: ContextVar[list[Choice] | None] = ContextVar("_watcher", default=None)


@contextmanager
def watched() -> Generator[list[Choice]]:
    """Collect how each name is chosen during the block. Nothing is collected otherwise: it takes time."""
    choices: list[Choice] = []
    token = _watcher.set(choices)
    try:
        yield choices
    finally:
        _watcher.reset(token)


def override_in(extensions: Mapping[str, Json]) -> str | None:
    """The value of ``x-python-name``."""
    override = extensions.get("x-python-name")
    return None if override is None else str(override)


class Scope(Struct, frozen=True):
    """A scope and its rules.

    The first strategy applies to all requests. Those that share a name all get the next strategy, and so on.
    If strategies run out, a digest of text and place is appended. A keyword or a `reserved` name gets
    trailing underscores. A leading digit gets the `prefix`. An ``x-python-name`` is used unchanged.
    """

    what: str
    """The word for a member of this scope in messages: ``"property"``."""
    strategies: tuple[Strategy, ...]
    prefix: str
    reserved: frozenset[str] = frozenset()
    is_lower: bool = False
    """Whether overrides are in lower case: a constant or a module has the same name in another case."""

    def choose(
        self,
        requests: Sequence[NameRequest],
        ranks: Sequence[Rank] | None = None,
        taken: Collection[str] = (),
    ) -> list[str]:
        """A name for each request, in their order, all different.

        Args:
            requests: The parts that need names.
            ranks: If given, the part with the least rank keeps a name that several would have, so that
                another part of a higher rank renames none.
            taken: Names that are taken already. They are avoided if there are ranks.

        Raises:
            Refused: Two overrides are equal, or an override is not an identifier or is `reserved`.
        """
        problems = self._faults(requests)
        if problems:
            raise Refused(problems)
        names = (
            [one.override or self.identifier(self.strategies[0](one)) for one in requests]
            if ranks is None
            else self._by_rank(requests, ranks, taken)
        )
        for strategy in self.strategies[1:] if ranks is None else ():
            for duplicates in _duplicates(names):
                for index in duplicates:
                    names[index] = requests[index].override or self.identifier(strategy(requests[index]))
        for duplicates in _duplicates(names):
            for index in duplicates:
                if requests[index].override is None:
                    names[index] = f"{names[index].rstrip('_')}_{_digest(requests[index])}"
        for first, *others in _duplicates(names):
            problems += [self._clash(names[other], requests[other], requests[first]) for other in others]
        if problems:
            raise Refused(problems)
        self._tell(requests, names)
        return names

    def alone(self, text: str) -> str:
        """The name that a part with this text would have, were it the only one."""
        return self.identifier(self.strategies[0](NameRequest(text, ())))

    def identifier(self, text: str) -> str:
        """A text as a name of this scope: no keyword, none of the `reserved` names, and no digit first."""
        if text[:1].isdigit():
            text = f"{self.prefix}{text}"
        while keyword.iskeyword(text) or text in self.reserved:
            text = f"{text}_"
        return text

    def _tell(self, requests: Sequence[NameRequest], names: Sequence[str]) -> None:
        """Report the choices to whoever watches."""
        if (choices := _watcher.get()) is None:
            return
        proposals = [
            tuple((strategy.__name__, self.identifier(strategy(one))) for strategy in self.strategies)
            for one in requests
        ]
        wanting: dict[str, list[NameRequest]] = defaultdict(list)
        for one, proposed in zip(requests, proposals, strict=True):
            wanting[proposed[0][1]].append(one)
        choices += [
            Choice(self.what, one, name, proposed, tuple(x for x in wanting[proposed[0][1]] if x is not one))
            for one, name, proposed in zip(requests, names, proposals, strict=True)
        ]

    def _by_rank(
        self, requests: Sequence[NameRequest], ranks: Sequence[Rank], taken: Collection[str]
    ) -> list[str]:
        """The names of requests, in the order of their ranks.

        All get their first name before any gets its second, so one that lost its name to another takes that
        of no third.
        """
        names = [one.override or "" for one in requests]
        used = {*taken, *names}
        waiting = [index for index in sorted(range(len(names)), key=ranks.__getitem__) if not names[index]]
        for strategy in self.strategies:
            left: list[int] = []
            for index in waiting:
                name = self.identifier(strategy(requests[index]))
                if name in used:
                    left.append(index)
                else:
                    names[index] = name
                    used.add(name)
            waiting = left
        for index in waiting:
            names[index] = self.identifier(self.strategies[-1](requests[index]))
        return names

    def _faults(self, requests: Sequence[NameRequest]) -> list[Problem]:
        return [
            Problem(fault, "python-name", (*one.pointer, "x-python-name"))
            for one in requests
            if one.override is not None and (fault := self.fault(one.override)) is not None
        ]

    def fault(self, override: str) -> str | None:
        """Why a name that somebody chose cannot be used; None if it can."""
        if not is_public_name(override):
            return f"{override!r} is not a Python name"
        if len(override) > MAX_LENGTH:
            return f"a name has at most {MAX_LENGTH} letters"
        if self.is_lower and override != override.lower():
            return f"{override!r} must be in lower case, as names of methods and modules are"
        if override in self.reserved:
            return f"{override!r} is a name that the generated code needs for itself"
        return None

    def _clash(self, name: str, one: NameRequest, other: NameRequest) -> Problem:
        return Problem(
            f"{self.what} {one.text!r} would be named {name!r}, like {other.text!r} at "
            f"{json_pointer(other.pointer)}; give one of them another x-python-name",
            "name-clash",
            one.pointer,
            "key",
        )


def _digest(one: NameRequest) -> str:
    """Six hexadecimal digits that depend on the request alone, not on the rest of the document."""
    return sha256(f"{json_pointer(one.pointer)} {one.qualifier} {one.text}".encode()).hexdigest()[:6]


def _duplicates(names: Sequence[str]) -> list[list[int]]:
    """The indices of equal names, a list for each name that occurs more than once."""
    indices: dict[str, list[int]] = defaultdict(list)
    for index, name in enumerate(names):
        indices[name].append(index)
    return [shared for shared in indices.values() if len(shared) > 1]
