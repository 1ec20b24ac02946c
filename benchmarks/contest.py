"""Contenders measured in turns, so that whatever else the machine does hits all of them alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import repeat
from statistics import median, quantiles
from time import perf_counter
from typing import TypeAlias

OURS = "ours"
STOCK = "stock"

Sample: TypeAlias = Callable[[], float]
"""Measures once: seconds or bytes for one piece of work."""


class Unit(Enum):
    """What the figures of a comparison are, and how people want to read them."""

    SECONDS = "seconds"
    CALLS = "seconds for each call, read as calls a second"
    BYTES = "bytes"
    PIECES = "how many there are"


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is measured."""

    rounds: int = 31
    seconds: float = 0.04
    """How long one sample of something short is repeated."""
    calls: int = 384
    """How many calls one sample makes over loopback."""
    objects: int = 100_000
    """How many clusters are held in memory."""
    processes: int = 3
    """How many rounds of filling the memory there are: they hardly differ."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What each contender took for the same work, by round."""

    case: str
    unit: Unit
    samples: Mapping[str, tuple[float, ...]]

    def median(self, name: str) -> float:
        """The middle figure of a contender."""
        return median(self.samples[name])

    def spread(self, name: str) -> float:
        """How far the middle half of a contender's figures reaches, as a part of their median."""
        figures = self.samples[name]
        if len(figures) == 1:
            return 0.0
        lower, middle, upper = quantiles(figures, method="inclusive")
        return (upper - lower) / middle

    def ratio(self, name: str, to: str = OURS) -> float:
        """How much one takes for each unit that the other takes: the median of the rounds' ratios.

        Figures of one round were taken within a moment of each other, so a slow moment cancels out.
        """
        return median(
            mine / theirs for mine, theirs in zip(self.samples[name], self.samples[to], strict=True)
        )


@dataclass(frozen=True, slots=True)
class Table:
    """Comparisons of one subject."""

    title: str
    explanation: str
    comparisons: tuple[Comparison, ...]

    @property
    def contenders(self) -> tuple[str, ...]:
        """All that take part in any of the comparisons, in their order."""
        return tuple(dict.fromkeys(name for each in self.comparisons for name in each.samples))


@dataclass(frozen=True, slots=True)
class Target:
    """A ratio that was promised."""

    promise: str
    comparison: Comparison
    contender: str
    to: str
    least: float = 0.0
    most: float = float("inf")

    @property
    def ratio(self) -> float:
        """What was measured."""
        return self.comparison.ratio(self.contender, self.to)

    @property
    def met(self) -> bool:
        """Whether the promise is kept."""
        return self.least <= self.ratio <= self.most


def interleaved(
    case: str,
    contenders: Mapping[str, Sample],
    *,
    rounds: int,
    unit: Unit = Unit.SECONDS,
    warm: bool = False,
) -> Comparison:
    """Measure all contenders once in each round, each round in another order.

    After one round to warm up, unless the contenders are `warm` already.
    """
    names = list(contenders)
    for sample in () if warm else contenders.values():
        sample()
    samples: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds):
        first = number % len(names)
        order = names[first:] + names[:first]
        for name in order if number % 2 else reversed(order):
            samples[name].append(contenders[name]())
    return Comparison(case, unit, {name: tuple(figures) for name, figures in samples.items()})


def repeated(work: Callable[[], object], seconds: float) -> Sample:
    """Time something short by repeating it; the garbage collector runs, as it does for users."""
    number = 1
    while (taken := _time(work, number)) < seconds:
        number = max(2 * number, round(number * seconds / taken))
    return lambda: _time(work, number) / number


def _time(work: Callable[[], object], number: int) -> float:
    started = perf_counter()
    for _ in repeat(None, number):
        work()
    return perf_counter() - started
