"""How places that have the same structure agree on names, each for as many of them as may be."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import TypeAlias

from codegen.naming.inline.candidates import END, LAST

_Entry: TypeAlias = tuple[int, int, int, str, int]


@dataclass(frozen=True, slots=True)
class Voice:
    """What a schema offers to be called, with the worth of each name, and how many places it stands for."""

    offers: Mapping[str, int]
    times: int


@dataclass(slots=True)
class _Offer:
    voices: list[int]
    worth: int
    times: int

    def entry(self, name: str, structure: int) -> _Entry:
        """The more places the earlier, then what is worth more, then the longer name.

        The last resort comes after what half of its places offer.
        """
        times = self.times // 2 if self.worth == LAST else self.times
        return -times, -self.worth, -len(name), name, structure


class Agreement:
    """The names that are agreed on in a row; those who are left without any agree on nothing."""

    def __init__(
        self,
        voices: Mapping[int, Sequence[Voice]],
        kinds: Mapping[int, str],
        is_free: Callable[[str, int], bool],
    ) -> None:
        """Hear the `voices` of each structure; `kinds` are put behind names that another structure has."""
        self._voices = voices
        self._kinds = kinds
        self._is_free = is_free
        self._offers = {structure: _offers(several) for structure, several in voices.items()}
        self._offering: dict[str, list[int]] = defaultdict(list)
        for structure, names in self._offers.items():
            for name in names:
                self._offering[name].append(structure)
        self._passed: dict[int, list[tuple[str, list[int]]]] = defaultdict(list)
        self._waiting = [
            by.entry(name, structure)
            for structure, names in self._offers.items()
            for name, by in names.items()
            if by.times > 1
        ]

    def names(self) -> Iterator[tuple[int, str, list[int]]]:
        """Each name with its structure and the indices of the voices that agree on it."""
        heapify(self._waiting)
        while self._waiting:
            entry = heappop(self._waiting)
            *_, name, structure = entry
            by = self._offers[structure][name]
            if entry != by.entry(name, structure):  # some of its places have another name by now
                self._wait(name, structure)
            elif not self._may_have(structure, name, by):
                self._passed[structure].append((name, by.voices))
                if by.worth >= END and by.times > 2:
                    self._resort(f"{name}{self._kinds[structure]}", structure, by)
            elif not self._have_more_in_common(structure, name, by):
                agreeing = by.voices
                yield structure, name, agreeing
                self._leave(structure, frozenset(agreeing))

    def how_many_offer(self) -> Counter[str]:
        """How many offer each name, whatever their structure."""
        return Counter(
            name for several in self._voices.values() for voice in several for name in voice.offers
        )

    def _wait(self, name: str, structure: int) -> None:
        by = self._offers[structure][name]
        if by.times > 1:
            heappush(self._waiting, by.entry(name, structure))

    def _may_have(self, structure: int, name: str, by: _Offer) -> bool:
        """Whether no other structure has the name, or as good a claim to it."""
        others = (self._offers[other][name] for other in self._offering[name] if other != structure)
        return self._is_free(name, structure) and all(other.times < by.times for other in others)

    def _have_more_in_common(self, structure: int, name: str, by: _Offer) -> bool:
        """Whether the name is but the end of another that all of these offered, and could not have."""
        return any(
            voices == by.voices and longer.endswith(name) for longer, voices in self._passed[structure]
        )

    def _resort(self, name: str, structure: int, by: _Offer) -> None:
        if name not in self._offers[structure]:
            self._offers[structure][name] = _Offer(by.voices, LAST, by.times)
            self._offering[name].append(structure)
            self._wait(name, structure)

    def _leave(self, structure: int, leaving: frozenset[int]) -> None:
        voices = self._voices[structure]
        offered = dict.fromkeys(name for index in leaving for name in voices[index].offers)
        resorted = [name for name in self._offers[structure] if name.endswith(self._kinds[structure])]
        for name in (*offered, *resorted):
            by = self._offers[structure][name]
            if not leaving.isdisjoint(by.voices):
                by.voices = [index for index in by.voices if index not in leaving]
                by.times = sum(voices[index].times for index in by.voices)


def _offers(voices: Sequence[Voice]) -> dict[str, _Offer]:
    found: dict[str, _Offer] = {}
    for index, voice in enumerate(voices):
        for name, worth in voice.offers.items():
            by = found.setdefault(name, _Offer([], worth, 0))
            by.voices.append(index)
            by.worth = max(by.worth, worth)
            by.times += voice.times
    return found
