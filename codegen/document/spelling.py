"""Finds the word that the author probably meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches

_LONGEST = 60
"""The most letters of a word for which a spelling is suggested."""

_MOST = 1000
"""The most words that are compared letter by letter. With more, guessing is slow and often wrong."""


def squashed(name: str) -> str:
    """A name without case and separators: ``pagetoken`` for ``page_token`` and ``page[token]``."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def nearest(word: str, known: Iterable[str], cutoff: float = 0.7) -> str | None:
    """The known word that is most similar to a misspelt one, if any is. A difference in case counts least."""
    if len(word) > _LONGEST:
        return None
    words = [other for other in known if len(other) <= _LONGEST]
    folded = {other.casefold(): other for other in reversed(words)}
    if word.casefold() in folded:
        return folded[word.casefold()]
    # Mistakes are rarely at both ends of a word, and comparing whole words is slow.
    similar = [other for other in words if other[:1] == word[:1] or other[-1:] == word[-1:]]
    matches = get_close_matches(word, similar, n=1, cutoff=cutoff) if len(similar) <= _MOST else []
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``"; did you mean 'requestBody'?"``, or nothing."""
    meant = nearest(word, known)
    return f"; did you mean {meant!r}?" if meant else ""


def misspelt(word: str, known: Collection[str]) -> str | None:
    """The known word that is one typing error away from `word`; of a long word, two.

    `nearest` guesses what a wrong word means. This decides whether a word is wrong at all, and is more
    careful. None for a word that is known.
    """
    if word in known or len(word) > _LONGEST:
        return None
    most = 1 if len(word) < 8 else 2
    by_distance = sorted(
        (distance, sorted(other) != sorted(word), other)
        for other in known
        if abs(len(other) - len(word)) <= most
        and (distance := edit_distance(word.lower(), other.lower())) <= most
    )
    return by_distance[0][2] if by_distance else None


def edit_distance(one: str, other: str) -> int:
    """The number of missing, extra, wrong or swapped letters (optimal string alignment distance)."""
    before: list[int] = []
    row: list[int] = [*range(len(other) + 1)]
    for i, letter in enumerate(one, 1):
        earlier, before = before, row
        row = [i]
        for j, wanted in enumerate(other, 1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and (letter, one[i - 2]) == (other[j - 2], wanted):
                least = min(least, earlier[j - 2] + 1)
            row.append(least)
    return row[-1]
