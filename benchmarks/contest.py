"""Measures candidates in turns, so that other load on the machine affects all of them equally."""

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
"""Measures once and returns seconds or bytes for one piece of work."""


class Unit(Enum):
    """The unit of a comparison, and how to print it."""

    SECONDS = "seconds"
    CALLS = "seconds for each call, read as calls a second"
    BYTES = "bytes"
    PIECES = "how many there are"


@dataclass(frozen=True, slots=True)
class Effort:
    """The amount of measuring."""

    rounds: int = 31
    seconds: float = 0.04
    """The duration of one sample of something short."""
    calls: int = 384
    """The number of calls in one sample over loopback."""
    objects: int = 100_000
    """The number of clusters to keep in memory."""
    processes: int = 3
    """The number of rounds for memory, which vary little."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The measurements of each candidate for the same work, by round."""

    case: str
    unit: Unit
    samples: Mapping[str, tuple[float, ...]]

    def median(self, name: str) -> float:
        """The median of a candidate."""
        return median(self.samples[name])

    def spread(self, name: str) -> float:
        """The interquartile range of a candidate, as a fraction of the median."""
        figures = self.samples[name]
        if len(figures) == 1:
            return 0.0
        lower, middle, upper = quantiles(figures, method="inclusive")
        return (upper - lower) / middle

    def ratio(self, name: str, to: str = OURS) -> float:
        """The median of the ratios of the rounds.

        The measurements of a round are close in time, so a slow moment affects both sides.
        """
        return median(
            mine / theirs for mine, theirs in zip(self.samples[name], self.samples[to], strict=True)
        )


@dataclass(frozen=True, slots=True)
class Table:
    """The comparisons of one subject."""

    title: str
    explanation: str
    comparisons: tuple[Comparison, ...]

    @property
    def contenders(self) -> tuple[str, ...]:
        """The candidates in any of the comparisons, in order."""
        return tuple(dict.fromkeys(name for each in self.comparisons for name in each.samples))


@dataclass(frozen=True, slots=True)
class Target:
    """A ratio that is a target."""

    promise: str
    comparison: Comparison
    contender: str
    to: str
    least: float = 0.0
    most: float = float("inf")

    @property
    def ratio(self) -> float:
        """The measured ratio."""
        return self.comparison.ratio(self.contender, self.to)

    @property
    def met(self) -> bool:
        """Whether the target is met."""
        return self.least <= self.ratio <= self.most


def interleaved(
    case: str,
    contenders: Mapping[str, Sample],
    *,
    rounds: int,
    unit: Unit = Unit.SECONDS,
    warm: bool = False,
) -> Comparison:
    """Measure all candidates once per round, in changing order.

    There is one round to warm up first, unless the candidates are `warm`.
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
    """Time something short by repeating it. The garbage collector is enabled, as it is for users."""
    number = 1
    while (taken := _time(work, number)) < seconds:
        number = max(2 * number, round(number * seconds / taken))
    return lambda: _time(work, number) / number


def _time(work: Callable[[], object], number: int) -> float:
    started = perf_counter()
    for _ in repeat(None, number):
        work()
    return perf_counter() - started
