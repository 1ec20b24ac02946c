"""The word that somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str], cutoff: float = 0.7) -> str | None:
    """The known word that a misspelt one is nearest to, if any is near; another case is nearest of all."""
    words = list(known)
    folded = {other.casefold(): other for other in reversed(words)}
    if word.casefold() in folded:
        return folded[word.casefold()]
    matches = get_close_matches(word, words, n=1, cutoff=cutoff)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``"; did you mean 'requestBody'?"``, or nothing."""
    meant = nearest(word, known)
    return f"; did you mean {meant!r}?" if meant else ""
