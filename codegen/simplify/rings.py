"""Finds groups of names that refer to one another in a circle."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping


def rings(leads: Mapping[str, Collection[str]]) -> list[list[str]]:
    """The groups of names in which each leads to itself and to all others, in the order of the mapping.

    These are the strongly connected components, without single names that do not lead to themselves. They are
    found by Kosaraju's algorithm, in time linear in the number of links. Each name that another leads to must
    be a key.
    """
    back: dict[str, list[str]] = {name: [] for name in leads}
    for name, others in leads.items():
        for other in others:
            back[other].append(name)
    seen: set[str] = set()
    finished = [name for start in leads for name in _walk(start, leads, seen)]
    seen = set()
    groups = [[*_walk(start, back, seen)] for start in reversed(finished)]
    place = {name: index for index, name in enumerate(leads)}
    found = [sorted(group, key=place.__getitem__) for group in groups if group]
    return [group for group in found if len(group) > 1 or group[0] in leads[group[0]]]


def _walk(start: str, leads: Mapping[str, Collection[str]], seen: set[str]) -> Iterator[str]:
    """Walk depth first from a name. Yield each name that is new, after all names that it leads to."""
    if start in seen:
        return
    seen.add(start)
    pending = [(start, iter(leads[start]))]
    while pending:
        name, others = pending[-1]
        following = next((other for other in others if other not in seen), None)
        if following is None:
            pending.pop()
            yield name
        else:
            seen.add(following)
            pending.append((following, iter(leads[following])))
