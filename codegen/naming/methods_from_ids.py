"""Derives method names from an ``operationId``, without the words that resource or path imply."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from codegen.model.operations import Operation
from codegen.model.types import ListOf
from codegen.naming.listing import Listing
from codegen.naming.methods_from_paths import position
from codegen.naming.path_words import Step, steps_of
from codegen.naming.verbs import (
    ADDING,
    COLLECTIVE,
    JOINING,
    NOUNS,
    OWNER_PREPOSITIONS,
    QUANTIFIERS,
    READING,
    TRAILING,
    VERBS,
    WITH_KEY,
)
from codegen.naming.words import LONGEST_ENDING, Words, alike, is_plural, singular, singular_noun, size_of


def candidates_from_id(
    parts: list[list[str]], subjects: list[list[str]], listing: Listing
) -> tuple[list[str], list[str]]:
    """The shortest name, and the same with the owner that the resource implies.

    Args:
        parts: The words of each part of the id, as `parts_of_id` returns them.
        subjects: The words of the resource, in each way in which an id may contain them.
        listing: The operation.
    """
    for index in range(len(parts) - 2, -1, -1):
        if any(alike(parts[index], subject) for subject in subjects):
            parts = parts[index + 1 :]
            break
        if subject := next((one for one in subjects if parts[index][: len(one)] == one), None):
            parts = [parts[index][len(subject) :], *parts[index + 1 :]]
            break
    method, steps = listing.operation.method, steps_of(listing.operation.path)
    phrase = parts[-1]
    if len(parts) > 1:
        phrase = _with_object(_verb_first(phrase, method, steps), parts[:-1])
    for subject in subjects if len(parts) == 1 else ():
        phrase = _without_beginning(phrase, subject, steps)
    if not any(alike(phrase[-1:], subject) for subject in subjects):
        phrase = _verb_first(phrase, method, steps)
    phrase = _only_subject(phrase, subjects)
    for subject in subjects:
        shorter = _without_object(phrase, subject, steps, listing, is_whole=len(parts) > 1)
        if shorter != phrase:
            phrase = shorter
            break
    phrase = _without_key(phrase, steps)
    short = next((one for subject in subjects if (one := _without_owner(phrase, subject)) != phrase), phrase)
    return _act(_listed(short, steps, listing), subjects, listing), phrase


def _only_subject(phrase: list[str], subjects: list[list[str]]) -> list[str]:
    """``list current team members`` becomes ``list members`` within ``teams.current.members``."""
    size = _verb_phrase(phrase)
    noun, whole = phrase[size:], subjects[0]
    is_known = {singular(word) for word in noun} <= {singular(word) for word in whole}
    is_known = is_known and alike(noun[-1:], whole[-1:]) and not any(alike(noun, one) for one in subjects)
    return [*phrase[:size], *noun[-1:]] if size and is_known else phrase


_OF_FRAMEWORKS = {"GET": (["index"], "list"), "POST": (["store"], "create")}
"""The names in Rails and Laravel of two methods that every resource has."""


def _listed(phrase: list[str], steps: Sequence[Step], listing: Listing) -> list[str]:
    """``get runs`` and a mere ``get`` become ``list`` if many are returned, and ``get counts`` ``count``."""
    verb, noun = phrase[:1], phrase[1:]
    if listing.operation.method in _OF_FRAMEWORKS and phrase == _OF_FRAMEWORKS[listing.operation.method][0]:
        return [_OF_FRAMEWORKS[listing.operation.method][1]]
    if listing.operation.method == "GET" and phrase in (["get", "all"], ["list", "all"], ["get", "list"]):
        return ["list"]
    if verb == phrase and verb[0] in READING and steps and is_plural(steps[-1].words[-1]):
        return ["list"] if listing.operation.method == "GET" and listing.of(()) else phrase
    if not noun or verb[0] not in READING or {*noun} & JOINING:
        return phrase
    if noun in (["count"], ["counts"]):
        return ["count"]
    is_read = listing.operation.method == "GET" and not (steps and steps[-1].is_parameter)
    noun = noun[1:] if noun[0] == "all" and len(noun) > 1 else noun
    return ["list", *noun] if is_read and is_plural(noun[-1]) and listing.of(noun) else phrase


def _act(phrase: list[str], subjects: list[list[str]], listing: Listing) -> list[str]:
    """The path completes the verb: ``add`` for ``/add-from-file`` is ``add from file``.

    A POST to ``/list`` lists, even if its id says ``get``. If the path is the resource and the verb, an
    object is dropped: ``compact`` for ``/responses/compact``.
    """
    steps = steps_of(listing.operation.path)
    if len(steps) < 2 or steps[-1].is_parameter or listing.operation.method not in ("POST", "PUT", "PATCH"):
        return phrase
    last = [*steps[-1].words]
    if len(phrase) == 1 and phrase[0] in READING and last == ["list"]:
        return last
    if phrase == last[: len(phrase)] and last[len(phrase) : len(phrase) + 1] and last[len(phrase)] in JOINING:
        return last
    size = len(last)
    is_verb = phrase[0] not in NOUNS if size == 1 else last[-1] in VERBS - NOUNS
    is_whole = phrase[:size] == last and is_verb and not {*phrase[size:]} & (JOINING | VERBS)
    before = [word for step in steps[:-1] for word in step.words]
    return last if is_whole and any(alike(before, subject) for subject in subjects) else phrase


def _with_object(phrase: list[str], outer: list[list[str]]) -> list[str]:
    """``topics``, ``list`` becomes ``list topics``; with ``get policy``, ``get topic policy``."""
    verb, rest = phrase[: _verb_phrase(phrase)], phrase[_verb_phrase(phrase) :]
    if not verb:
        return [*(word for part in outer for word in part), *phrase]
    noun = [word for part in outer for word in singular_noun(part)]
    if noun and alike(rest[: len(noun)], noun):
        return phrase
    if rest and noun and alike(rest[:1], noun[-1:]):
        return [*verb, *noun[:-1], *rest]
    if verb[-1] in COLLECTIVE and (not rest or rest[0] in JOINING):
        noun = [*noun[:-1], outer[-1][-1]]
    return [*verb, *noun, *rest]


def _verb_phrase(phrase: Words) -> int:
    """The number of words in the verb: 1, 3 for ``create or update``, 0 without a verb."""
    if not phrase or phrase[0] not in VERBS:
        return 0
    return 3 if len(phrase) > 2 and phrase[1] in ("or", "and") and phrase[2] in VERBS else 1


def _without_beginning(phrase: list[str], subject: Words, steps: Sequence[Step]) -> list[str]:
    """Drop the subject from the beginning: ``instance reboot`` becomes ``reboot``.

    Part of the subject suffices before a verb: in container registry, ``registry list tags`` becomes
    ``list tags``.
    """
    while 0 < (size := size_of(subject, phrase)) < len(phrase):
        is_verb = size == 1 and phrase[0] in VERBS and phrase[1] not in TRAILING | VERBS - NOUNS
        if is_verb or phrase[size] in JOINING or _is_one_term(phrase, size, steps):
            break
        phrase = phrase[size:]
    size = next((at for at, word in enumerate(phrase) if word in VERBS), 0)
    before = phrase[:size]
    return (
        phrase[size:]
        if before
        and (_is_part(before, subject) or (len(phrase) > size + 1 and _is_first_segment(before, steps)))
        else phrase
    )


def _is_part(some: Words, subject: Words) -> bool:
    """Whether the words are part of the subject or abbreviate it; ``addons`` equals ``add ons``."""
    if len(some) == 1 and len(some[0]) > 2 and any(word.startswith(some[0]) for word in subject):
        return True
    wanted = "".join(some)
    for start in range(len(subject)):
        run = ""
        for word in subject[start:]:
            run += word
            if len(run) > len(wanted) + LONGEST_ENDING:
                break
            if singular(run) == singular(wanted):
                return True
    return False


def _is_first_segment(some: Words, steps: Sequence[Step]) -> bool:
    """Whether the words are the first segment of a longer path: ``genai`` for ``/gen-ai/agents``."""
    is_below = len(steps) > 1 and not steps[0].is_parameter and not steps[1].is_parameter
    return is_below and "".join(some) == "".join(steps[0].words)


def _is_one_term(phrase: Words, index: int, steps: Sequence[Step]) -> bool:
    """Whether this word and the one before it are one term in the path: ``/user-groups``."""
    pair = phrase[index - 1 : index + 1]
    return any(alike(pair, two) for step in steps if not step.is_parameter for two in pairwise(step.words))


def _verb_first(phrase: list[str], method: str, steps: Sequence[Step]) -> list[str]:
    """Move the verb to the front: ``disk attach`` becomes ``attach disk``.

    The noun gets the number that the path has: ``disk list`` becomes ``list disks`` for ``/disks``.
    """
    at = next((at for at, word in enumerate(phrase) if word in JOINING), len(phrase)) - 1
    if (
        at < 1
        or not (phrase[at] in TRAILING or (phrase[at] in VERBS and _ends_with(phrase[at], steps)))
        or not _fits(phrase[at], method)
        or phrase[0] in TRAILING | VERBS - NOUNS
    ):
        return phrase
    fixed = [step.words for step in steps if not step.is_parameter]
    if phrase[0] in VERBS and not any(alike(phrase[:1], one[:1]) for one in fixed):
        return phrase
    noun, verb = phrase[:at], phrase[at]
    if noun[-1] == "partial":
        return ["partial", verb, *noun[:-1], *phrase[at + 1 :]]
    if verb in COLLECTIVE:
        ends = [one[-1] for one in reversed(fixed)]
        noun = [*noun[:-1], next((word for word in ends if alike([word], noun[-1:])), noun[-1])]
    elif steps and (steps[-1].is_parameter or method == "POST"):
        noun = singular_noun(noun)
    return [verb, *noun, *phrase[at + 1 :]]


def _ends_with(verb: str, steps: Sequence[Step]) -> bool:
    """Whether the path ends with this word alone: ``/batches/{id}/cancel``."""
    return bool(steps) and not steps[-1].is_parameter and steps[-1].words == (verb,) and not is_plural(verb)


def has_verb(phrase: Words, steps: Sequence[Step], method: str) -> bool:
    """Whether the words contain a verb: ``list calls``, not ``file search calls``."""
    is_act = phrase[-1] in VERBS and _ends_with(phrase[-1], steps)
    is_new = method not in ("GET", "HEAD") and _ends_with(phrase[0], steps)
    return phrase[0] in VERBS or phrase[-1] in TRAILING or is_act or is_new


def _fits(verb: str, method: str) -> bool:
    """Whether a request with this HTTP method can do what the verb says, so that the verb is not a noun."""
    if verb in READING | COLLECTIVE | {"show", "view"}:
        return method in ("GET", "POST")
    if verb in ("delete", "destroy", "remove", "detach"):
        return method in ("DELETE", "POST", "PUT")
    return method in ("POST", "PUT", "PATCH", "DELETE")


def _without_object(
    phrase: list[str], subject: Words, steps: Sequence[Step], listing: Listing, *, is_whole: bool
) -> list[str]:
    """In clusters, ``update cluster`` becomes ``update``; ``list org clusters``, ``list for org``."""
    start = _verb_phrase(phrase)
    if not start and _is_imperative(phrase, listing.operation, steps) and alike(phrase[1:], subject):
        start = 1
    if start and phrase[start : start + 1] and phrase[start] in QUANTIFIERS:
        start += 1
    verb, rest = phrase[:start], phrase[start:]
    if not verb or not rest:
        return phrase
    size = next((at for at, word in enumerate(rest) if word in JOINING), len(rest))
    noun, behind = rest[:size], rest[size:]
    if noun and (alike(noun, subject[-len(noun) :]) or _abbreviates(noun, subject)):
        named = _without_subject(verb, noun, steps, listing)
        return [*named, *behind] if named else phrase
    if alike(noun[-len(subject) :], subject) and not behind:
        owner = noun[: -len(subject)]
        start, _ = position(subject, steps) or (len(steps), 0)
        before = pairwise(steps[:start])
        owners = (one.words for one, value in before if value.is_parameter and not one.is_parameter)
        named = _without_subject(verb, noun[-len(subject) :], steps, listing)
        return [*named, "for", *owner] if named and any(alike(owner, one) for one in owners) else phrase
    at = size_of(subject, rest)
    if at and not is_whole and not _is_one_term(rest, at, steps):
        last = rest[at - 1]
        if verb[0] in COLLECTIVE or not is_plural(last) or last == subject[-1] == singular(subject[-1]):
            return [*verb, *rest[at:]]
    return phrase


def _abbreviates(noun: Words, subject: Words) -> bool:
    """Whether ``chat session`` stands for ``chatkit sessions``."""
    is_start = len(noun) == len(subject) > 1 and len(noun[0]) > 2 and subject[0].startswith(noun[0])
    return is_start and alike(noun[1:], subject[1:])


def _is_imperative(phrase: Words, operation: Operation, steps: Sequence[Step]) -> bool:
    """Whether the first word is a verb even if `VERBS` lacks it: ``transposeGrid``, unless it is a GET."""
    is_first = bool(re.match(r"[a-z]+[A-Z]", operation.id or "")) or _ends_with(phrase[0], steps)
    return operation.method not in ("GET", "HEAD") and is_first


def _without_subject(
    verb: list[str], noun: Words, steps: Sequence[Step], listing: Listing
) -> list[str] | None:
    """The verb alone; None if the noun is needed, as in ``delete clusters``, which is not ``delete``."""
    operation = listing.operation
    is_read = verb[0] in READING and operation.method == "GET" and not (steps and steps[-1].is_parameter)
    if verb[-1] == "all" and (verb[0] == "list" or (is_read and listing.of(noun))):
        return ["list"]
    if not is_plural(noun[-1]) or verb[0] in COLLECTIVE or verb[-1] in QUANTIFIERS:
        return verb
    if len(verb) == 1 and _ends_with(verb[0], steps):
        return verb
    if is_read:
        return ["list"] if listing.of(noun) else verb
    if verb[0] in WITH_KEY and steps and steps[-1].is_parameter:
        return verb
    is_one = operation.body is not None and not isinstance(operation.body.media[0].type, ListOf)
    return verb if verb == ["create"] and is_one else None


def _without_owner(phrase: list[str], subject: Words) -> list[str]:
    """In portfolios, ``add members to portfolio`` becomes ``add members``; ``list for org`` is unchanged."""
    at = len(phrase) - len(subject) - 1
    if at - _verb_phrase(phrase) < 1 or not alike(phrase[at + 1 :], subject):
        return phrase
    belongs = phrase[at] in OWNER_PREPOSITIONS or (phrase[at] == "to" and phrase[0] in ADDING)
    return phrase[:at] if belongs else phrase


def _without_key(phrase: list[str], steps: Sequence[Step]) -> list[str]:
    """``get by id`` becomes ``get`` if the path ends with the id alone, unlike ``/pets/by-tag/{tagId}``."""
    if len(phrase) < 3 or phrase[0] not in WITH_KEY or phrase[1] != "by":
        return phrase
    if (
        not steps
        or not steps[-1].is_parameter
        or any(one.is_parameter or "by" in one.words for one in steps[-2:-1])
    ):
        return phrase
    is_key = phrase[-1] in ("id", "uuid") and phrase[2:-1] == [*steps[-1].words][: len(phrase) - 3]
    return phrase[:1] if is_key else phrase
