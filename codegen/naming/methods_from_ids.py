"""Derives method names from an ``operationId``, without the words that resource or path imply."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from codegen.model.operations import Operation
from codegen.model.types import ListOf
from codegen.naming.listing import Listing
from codegen.naming.path_words import IMPLIED_SEGMENT, Step, steps_of
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
from codegen.naming.words import Words, alike, is_plural, singular, singular_noun, spell_first_digit, words


def parts_of_id(operation: Operation) -> list[list[str]] | None:
    """The words of each part of the id; None if there is no id, or if it only repeats method and path.

    Affixes of frameworks are dropped: path and method at the end (``list_users_users__get``), the controller
    (``UsersController_findAll``) or the method (``GET_DescribeInstances``) at the beginning.
    """
    text = operation.id
    if text is None or not re.search(r"[^\W_]", text) or _repeats_path(text, operation):
        return None
    text = re.sub(r"^\w+Controller[_.#]+(?=\w)", "", text)
    plain = re.sub(rf"^{operation.method}_+(?=\w)|[.](json|ya?ml|xml)$", "", text)
    phrase = spell_first_digit(words(plain))
    if plain != text and phrase[0] not in VERBS:
        return None
    text = plain
    if (
        len(phrase) > 2
        and phrase[0] == operation.method.lower()
        and phrase[1] in _VERBS_AFTER_METHOD.get(phrase[0], ())
    ):
        return [phrase[1:]]
    path = [*words(operation.path.strip("/") or "_"), operation.method.lower()]
    if len(phrase) > len(path) and phrase[-len(path) :] == path:
        return [phrase[: -len(path)]]
    separator = r"_" if re.fullmatch(r"[A-Z][A-Za-z0-9]*_[A-Za-z0-9]+", text) else r"[./:#]+"
    return [
        spell_first_digit(words(part)) for part in re.split(separator, text) if re.search(r"[^\W_]", part)
    ]


_VERBS_AFTER_METHOD = {
    "get": (READING | COLLECTIVE) - NOUNS | {"list"},
    "post": VERBS - NOUNS,
    "put": VERBS - NOUNS,
}
"""Verbs before which the name of the HTTP method is redundant."""


def _repeats_path(text: str, operation: Operation) -> bool:
    """Whether an id consists of method and path: ``GetCustomersCustomer``."""
    method = operation.method.lower()
    phrase = re.sub(r"[\W_]", "", text).lower()
    if phrase.startswith(method) and _end_of_path(phrase, len(method), operation.path) == len(phrase):
        return True
    end = _end_of_path(phrase, 0, operation.path)
    return end is not None and phrase[end:] == method


def _end_of_path(phrase: str, at: int, path: str) -> int | None:
    """The index in an id after a path that begins at `at`; None if the path is not there.

    A path parameter is optional in the id, may follow ``by`` and may be called ``id``; a version is optional.
    There is no backtracking, so the time is linear in the length of the id.
    """
    for part in filter(None, re.split(r"/|(\{[^{}]*\})", path)):
        letters = re.sub(r"[\W_]", "", part).lower()
        if part[0] == "{":
            start = at + 2 * phrase.startswith("by", at)
            found = next(
                (one for one in (letters, words(part)[-1], "id") if phrase.startswith(one, start)), None
            )
            at = at if found is None else start + len(found)
        elif phrase.startswith(letters, at):
            at += len(letters)
        elif not IMPLIED_SEGMENT.fullmatch(part):
            return None
    return at


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
    method, steps = listing.operation.method, steps_of(listing.operation.path)
    phrase = parts[-1]
    if len(phrase) > 2 and phrase[0] in VERBS and phrase[1] in ("a", "an", "the"):
        phrase = [phrase[0], *phrase[2:]]
    if len(parts) > 1:
        phrase = _with_object(_verb_first(phrase, method, steps), parts[:-1])
    for subject in subjects if len(parts) == 1 else ():
        phrase = _without_beginning(phrase, subject, steps)
    if not any(alike(phrase[-1:], subject) for subject in subjects):
        phrase = _verb_first(phrase, method, steps)
    for subject in subjects:
        shorter = _without_object(phrase, subject, steps, listing, is_whole=len(parts) > 1)
        if shorter != phrase:
            phrase = shorter
            break
    phrase = _without_key(phrase, steps)
    return next(
        (short for subject in subjects if (short := _without_owner(phrase, subject)) != phrase), phrase
    ), phrase


def _with_object(phrase: list[str], outer: list[list[str]]) -> list[str]:
    """``topics``, ``list`` becomes ``list topics``; with ``get policy``, ``get topic policy``."""
    verb, rest = phrase[: _verb_phrase(phrase)], phrase[_verb_phrase(phrase) :]
    if not verb:
        return [*(word for part in outer for word in part), *phrase]
    noun = [word for part in outer for word in singular_noun(part)]
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
    size = len(subject)
    while len(phrase) > size and alike(phrase[:size], subject):
        is_verb = size == 1 and phrase[0] in VERBS and phrase[1] not in TRAILING | VERBS - NOUNS
        if is_verb or phrase[size] in JOINING or _is_one_term(phrase, size, steps):
            break
        phrase = phrase[size:]
    size = next((at for at, word in enumerate(phrase) if word in VERBS), 0)
    before = phrase[:size]
    return (
        phrase[size:]
        if before and (_is_part(before, subject) or _is_first_segment(before, steps))
        else phrase
    )


def _is_part(some: Words, subject: Words) -> bool:
    """Whether the words are part of the subject or abbreviate it; ``addons`` equals ``add ons``."""
    if len(some) == 1 and len(some[0]) > 2 and any(word.startswith(some[0]) for word in subject):
        return True
    ends = range(1, len(subject) + 1)
    runs = {singular("".join(subject[start:end])) for end in ends for start in range(end)}
    return singular("".join(some)) in runs


def _is_first_segment(some: Words, steps: Sequence[Step]) -> bool:
    """Whether the words are the first segment of a longer path: ``genai`` for ``/gen-ai/agents``."""
    is_below = len(steps) > 1 and not steps[0].is_parameter and not steps[1].is_parameter
    return is_below and "".join(some) == "".join(steps[0].words)


def _is_one_term(phrase: Words, index: int, steps: Sequence[Step]) -> bool:
    """Whether the path has this word and the one before it as one term: ``/user-groups``."""
    pair = phrase[index - 1 : index + 1]
    return any(alike(pair, two) for step in steps if not step.is_parameter for two in pairwise(step.words))


def _verb_first(phrase: list[str], method: str, steps: Sequence[Step]) -> list[str]:
    """Move the verb to the front: ``disk attach`` becomes ``attach disk``.

    The noun gets the number that the path has: ``disk list`` becomes ``list disks`` for ``/disks``.
    """
    at = next((at for at, word in enumerate(phrase) if word in JOINING), len(phrase)) - 1
    if (
        at < 1
        or phrase[at] not in TRAILING
        or not _fits(phrase[at], method)
        or phrase[0] in TRAILING | VERBS - NOUNS
    ):
        return phrase
    fixed = [step.words for step in steps if not step.is_parameter]
    if phrase[0] in VERBS and not any(alike(phrase[:1], one[:1]) for one in fixed):
        return phrase
    noun, verb = phrase[:at], phrase[at]
    if verb in COLLECTIVE:
        ends = [one[-1] for one in reversed(fixed)]
        noun = [*noun[:-1], next((word for word in ends if alike([word], noun[-1:])), noun[-1])]
    elif steps and (steps[-1].is_parameter or method == "POST"):
        noun = singular_noun(noun)
    return [verb, *noun, *phrase[at + 1 :]]


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
    if not start and _is_imperative(listing.operation) and alike(phrase[1:], subject):
        start = 1
    if start and phrase[start : start + 1] and phrase[start] in QUANTIFIERS:
        start += 1
    verb, rest = phrase[:start], phrase[start:]
    if not verb or not rest:
        return phrase
    size = next((at for at, word in enumerate(rest) if word in JOINING), len(rest))
    noun, behind = rest[:size], rest[size:]
    if noun and alike(noun, subject[-len(noun) :]):
        named = _without_subject(verb, noun, steps, listing)
        return [*named, *behind] if named else phrase
    if alike(noun[-len(subject) :], subject) and not behind:
        owner = noun[: -len(subject)]
        owners = (one.words for one, value in pairwise(steps) if value.is_parameter and not one.is_parameter)
        named = _without_subject(verb, noun[-len(subject) :], steps, listing)
        return [*named, "for", *owner] if named and any(alike(owner, one) for one in owners) else phrase
    if alike(rest[: len(subject)], subject) and not is_whole and not _is_one_term(rest, len(subject), steps):
        last = rest[len(subject) - 1]
        if verb[0] in COLLECTIVE or not is_plural(last) or last == subject[-1] == singular(subject[-1]):
            return [*verb, *rest[len(subject) :]]
    return phrase


def _is_imperative(operation: Operation) -> bool:
    """Whether the first word is a verb even if `VERBS` lacks it: ``transposeGrid``, unless it is a GET."""
    return operation.method not in ("GET", "HEAD") and bool(re.match(r"[a-z]+[A-Z]", operation.id or ""))


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
    """``get by id`` becomes ``get`` if the path ends with the id."""
    if (
        len(phrase) < 3
        or phrase[0] not in WITH_KEY
        or phrase[1] != "by"
        or not steps
        or not steps[-1].is_parameter
    ):
        return phrase
    value, given = "".join(steps[-1].words), "".join(phrase[2:])
    return phrase[:1] if given == "id" or value.endswith(given) else phrase
