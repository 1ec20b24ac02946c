"""Names for groups of places that have the same structure, assigned by the votes of the places.

Each place votes for all of its name candidates. The candidate with the most votes is assigned first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import TypeAlias

from msgspec import Struct

from codegen.naming.inline.candidates import END, LAST

_Entry: TypeAlias = tuple[int, int, int, str, int]


class Voter(Struct, frozen=True):
    """A schema with its ranked name candidates, and the number of its places."""

    candidates: Mapping[str, int]
    places: int


class _Candidate(Struct):
    """A name for a structure, and its voters."""

    voters: list[int]
    rank: int
    places: int

    def entry(self, name: str, structure: int) -> _Entry:
        """Its position in the queue: more places come first, then the higher rank, then the longer name.

        A name of the rank `LAST` counts for half of its places.
        """
        places = self.places // 2 if self.rank == LAST else self.places
        return -places, -self.rank, -len(name), name, structure


class Assignment:
    """Assigns names to the voters of structures, one name at a time.

    Voters without a name at the end share none with others.
    """

    def __init__(
        self,
        voters: Mapping[int, Sequence[Voter]],
        suffixes: Mapping[int, str],
        is_free: Callable[[str, int], bool],
    ) -> None:
        """Prepare the assignment.

        Args:
            voters: The voters of each structure.
            suffixes: For each structure, the suffix for a name that another structure has.
            is_free: Whether a structure may have a name.
        """
        self._voters = voters
        self._suffixes = suffixes
        self._is_free = is_free
        self._candidates = {structure: _candidates(several) for structure, several in voters.items()}
        self._structures: dict[str, list[int]] = defaultdict(list)
        """The structures for which a name is a candidate."""
        for structure, names in self._candidates.items():
            for name in names:
                self._structures[name].append(structure)
        self._rejected: dict[int, list[tuple[str, list[int]]]] = defaultdict(list)
        self._queue = [
            candidate.entry(name, structure)
            for structure, names in self._candidates.items()
            for name, candidate in names.items()
            if candidate.places > 1
        ]

    def names(self) -> Iterator[tuple[int, str, list[int]]]:
        """Yield names, each with its structure and the indices of the voters that get it."""
        heapify(self._queue)
        while self._queue:
            entry = heappop(self._queue)
            *_, name, structure = entry
            candidate = self._candidates[structure][name]
            if entry != candidate.entry(name, structure):  # some voters have got another name
                self._enqueue(name, structure)
            elif not self._may_have(structure, name, candidate):
                self._rejected[structure].append((name, candidate.voters))
                if candidate.rank >= END and candidate.places > 2:
                    self._add_last(suffixed(name, self._suffixes[structure]), structure, candidate)
            elif not self._is_end_of_rejected(structure, name, candidate):
                voters = candidate.voters
                yield structure, name, voters
                self._remove(structure, frozenset(voters))

    def votes(self) -> Counter[str]:
        """The number of voters of any structure that have each candidate."""
        return Counter(
            name for several in self._voters.values() for voter in several for name in voter.candidates
        )

    def _enqueue(self, name: str, structure: int) -> None:
        candidate = self._candidates[structure][name]
        if candidate.places > 1:
            heappush(self._queue, candidate.entry(name, structure))

    def _may_have(self, structure: int, name: str, candidate: _Candidate) -> bool:
        """Whether the name is free, and no other structure has as many places that vote for it."""
        others = (self._candidates[other][name] for other in self._structures[name] if other != structure)
        return self._is_free(name, structure) and all(other.places < candidate.places for other in others)

    def _is_end_of_rejected(self, structure: int, name: str, candidate: _Candidate) -> bool:
        """Whether the name is only the end of a rejected name of the same voters."""
        return any(
            voters == candidate.voters and longer.endswith(name)
            for longer, voters in self._rejected[structure]
        )

    def _add_last(self, name: str, structure: int, candidate: _Candidate) -> None:
        if name not in self._candidates[structure]:
            self._candidates[structure][name] = _Candidate(candidate.voters, LAST, candidate.places)
            self._structures[name].append(structure)
            self._enqueue(name, structure)

    def _remove(self, structure: int, named: frozenset[int]) -> None:
        """Remove the votes of voters that have a name."""
        voters = self._voters[structure]
        own = dict.fromkeys(name for index in named for name in voters[index].candidates)
        suffixes = self._suffixes[structure], "Type"
        last = [name for name in self._candidates[structure] if name.endswith(suffixes)]
        for name in (*own, *last):
            candidate = self._candidates[structure][name]
            if not named.isdisjoint(candidate.voters):
                candidate.voters = [index for index in candidate.voters if index not in named]
                candidate.places = sum(voters[index].places for index in candidate.voters)


def suffixed(name: str, kind: str) -> str:
    """The name of a class beside another of this name: ``ReceiverType``, not ``ReceiverKindKind``."""
    return f"{name.removesuffix(kind)}Type" if name.endswith(kind) and name != kind else f"{name}{kind}"


def _candidates(voters: Sequence[Voter]) -> dict[str, _Candidate]:
    found: dict[str, _Candidate] = {}
    for index, voter in enumerate(voters):
        for name, rank in voter.candidates.items():
            candidate = found.setdefault(name, _Candidate([], rank, 0))
            candidate.voters.append(index)
            candidate.rank = max(candidate.rank, rank)
            candidate.places += voter.places
    return found
