"""The word that somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 60
"""Letters of a word that somebody may have misspelt."""

_MOST = 1000
"""Words that are compared letter by letter; among more, it would take long to guess, and guess worse."""


def nearest(word: str, known: Iterable[str], cutoff: float = 0.7) -> str | None:
    """The known word that a misspelt one is nearest to, if any is near; another case is nearest of all."""
    if len(word) > _LONGEST:
        return None
    words = [other for other in known if len(other) <= _LONGEST]
    folded = {other.casefold(): other for other in reversed(words)}
    if word.casefold() in folded:
        return folded[word.casefold()]
    # Slips are seldom at both ends of a word, and to compare whole words takes long.
    similar = [other for other in words if other[:1] == word[:1] or other[-1:] == word[-1:]]
    matches = get_close_matches(word, similar, n=1, cutoff=cutoff) if len(similar) <= _MOST else []
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``"; did you mean 'requestBody'?"``, or nothing."""
    meant = nearest(word, known)
    return f"; did you mean {meant!r}?" if meant else ""
