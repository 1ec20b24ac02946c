"""Splits words that an ``operationId`` runs together: ``Updatespendlimit``."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from codegen.model.operations import Operation
from codegen.naming.path_words import spoken
from codegen.naming.verbs import ARTICLES, JOINING, VERBS
from codegen.naming.words import ACRONYMS, singular, words

_SHORTEST, _LONGEST = 8, 100
"""The number of characters of a text that may be several words."""

_READ = 300
"""The number of characters of a description that are searched for the words."""


def apart(text: str, operation: Operation) -> str:
    """The id with an underscore between words that are separate in path, tag or description.

    A text is taken apart only if all of it is known words and the first is a verb or ends the path.
    """
    parts = [part for part in re.split(r"([^A-Za-z0-9]+)", text) if part]
    if not any(_SHORTEST <= len(part) <= _LONGEST for part in parts):
        return text
    known = _vocabulary(operation)
    verbs = {*VERBS, *re.findall(r"/([a-z]+)$", spoken(operation.path))}
    first = next((at for at, part in enumerate(parts) if len(part) >= _SHORTEST), 0)
    if VERBS & {word for part in parts[:first] if part.isalnum() for word in words(part)}:
        return text
    return "".join([*parts[:first], _apart(parts[first], known, verbs), *parts[first + 1 :]])


def _vocabulary(operation: Operation) -> frozenset[str]:
    texts = (operation.path, operation.tag or "", operation.summary, operation.description[:_READ])
    found = {word for text in texts if re.search(r"[^\W_]", text) for word in words(text)}
    return _ALWAYS.union(found, map(singular, found))


_ALWAYS = VERBS.union(JOINING, ARTICLES, ACRONYMS)
"""Words that need not be in an operation to be known."""


def _apart(part: str, known: frozenset[str], verbs: Collection[str]) -> str:
    if not _SHORTEST <= len(part) <= _LONGEST or not part.isalpha() or {*words(part)} <= known:
        return part
    found = _split(part.lower(), known)
    is_apart = len(found) > len(words(part)) and found[0] in verbs and not {*found} <= VERBS
    return "_".join(found) if is_apart else part


def _split(text: str, known: Collection[str]) -> Sequence[str]:
    """The fewest known words that make up a text; empty if there are none."""
    best: list[list[str] | None] = [[]]
    for end in range(1, len(text) + 1):
        ways = [
            [*before, text[start:end]]
            for start in range(end)
            if (before := best[start]) is not None and text[start:end] in known
        ]
        best.append(min(ways, key=len, default=None))
    return best[-1] or []
