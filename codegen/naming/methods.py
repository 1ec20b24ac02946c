"""What an operation is called as a method of its group: ``update``, ``list_subscriptions``.

An ``operationId`` is read as its author's words, and loses those that the group or the path says. Without
one, or where it is nothing but the method and the path, the words are made of these (docs/names.md).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from codegen.model.api import Model, Operation
from codegen.model.types import ListOf
from codegen.naming.listing import Listing
from codegen.naming.paths import SAYS_NOTHING, Step, path_in_words, steps_of
from codegen.naming.verbs import (
    ADDING,
    ASKING,
    BEGINNING,
    BELONGING,
    JOINING,
    LAST,
    MANY,
    NOUNS,
    OF_METHODS,
    OF_ONE,
    QUANTIFIERS,
    READING,
    VERBS,
)
from codegen.naming.words import (
    alike,
    behind_version,
    counted,
    is_plural,
    singular,
    without_controller,
    words,
)

Words = Sequence[str]


def candidates(operation: Operation, tag: str, models: Mapping[str, Model]) -> tuple[list[str], ...]:
    """An operation's names, as words, from the shortest to the one that its author gave it."""
    tag = without_controller(tag)
    last = words(re.split(r"[/.:>|]", tag.rstrip("/.:>|"))[-1])
    groups = [counted(group) for group in (words(tag), last, behind_version(last))]
    listing = Listing(operation, models)
    author = words(operation.id or path_in_words(operation))
    parts = _said(operation)
    if parts is None:
        return (*_by_path(operation, groups, listing), author)
    said = [word for part in parts for word in part]
    both = [said] if said == author else [said, [*said, operation.method.lower()]]
    return (*_by_author(parts, groups, listing), *both, author)


# An author's words


def _said(operation: Operation) -> list[list[str]] | None:
    """The words of the id's parts; None where there is no id, or it has only those of method and path.

    Frameworks put the path and the method behind (``list_users_users__get``), the class of a server before
    (``UsersController_findAll``), or the method (``GET_DescribeInstances``); these say nothing.
    """
    text = operation.id
    if text is None or not re.search(r"[^\W_]", text) or _repeats_path(text, operation):
        return None
    text = re.sub(r"^\w+Controller[_.#]+(?=\w)", "", text)
    plain = re.sub(rf"^{operation.method}_+(?=\w)|[.](json|ya?ml|xml)$", "", text)
    said = counted(words(plain))
    if plain != text and said[0] not in VERBS:
        return None
    text = plain
    if len(said) > 2 and said[0] == operation.method.lower() and said[1] in _BEHIND_METHODS.get(said[0], ()):
        return [said[1:]]
    path = [*words(operation.path.strip("/") or "_"), operation.method.lower()]
    if len(said) > len(path) and said[-len(path) :] == path:
        return [said[: -len(path)]]
    separator = r"_" if re.fullmatch(r"[A-Z][A-Za-z0-9]*_[A-Za-z0-9]+", text) else r"[./:#]+"
    return [counted(words(part)) for part in re.split(separator, text) if re.search(r"[^\W_]", part)]


_BEHIND_METHODS = {"get": (READING | MANY) - NOUNS | {"list"}, "post": VERBS - NOUNS, "put": VERBS - NOUNS}
"""Verbs beside which the name of the method is none."""


def _repeats_path(text: str, operation: Operation) -> bool:
    """Whether an id is the method and the path, as in ``GetCustomersCustomer``."""
    method = operation.method.lower()
    said = re.sub(r"[\W_]", "", text).lower()
    if said.startswith(method) and _end_of_path(said, len(method), operation.path) == len(said):
        return True
    end = _end_of_path(said, 0, operation.path)
    return end is not None and said[end:] == method


def _end_of_path(said: str, at: int, path: str) -> int | None:
    """Where a path ends that begins at a letter of an id; None if it does not stand there.

    A name in braces may be there or not, with ``by`` before it, or as ``id``; a version may be there or not.
    Nothing that was taken is given back, so that it takes no longer than the id is long.
    """
    for part in filter(None, re.split(r"/|(\{[^{}]*\})", path)):
        letters = re.sub(r"[\W_]", "", part).lower()
        if part[0] == "{":
            start = at + 2 * said.startswith("by", at)
            found = next(
                (one for one in (letters, words(part)[-1], "id") if said.startswith(one, start)), None
            )
            at = at if found is None else start + len(found)
        elif said.startswith(letters, at):
            at += len(letters)
        elif not SAYS_NOTHING.fullmatch(part):
            return None
    return at


def _by_author(
    parts: list[list[str]], groups: list[list[str]], listing: Listing
) -> tuple[list[str], list[str]]:
    """The shortest name; one that says whose it is, though the group says so too."""
    for index in range(len(parts) - 2, -1, -1):
        if any(alike(parts[index], group) for group in groups):
            parts = parts[index + 1 :]
            break
    method, steps = listing.operation.method, steps_of(listing.operation.path)
    said = parts[-1]
    if len(said) > 2 and said[0] in VERBS and said[1] in ("a", "an", "the"):
        said = [said[0], *said[2:]]
    if len(parts) > 1:
        said = _with_object(_verb_first(said, method, steps), parts[:-1])
    for group in groups if len(parts) == 1 else ():
        said = _without_beginning(said, group, steps)
    if not any(alike(said[-1:], group) for group in groups):
        said = _verb_first(said, method, steps)
    for group in groups:
        shorter = _without_object(said, group, steps, listing, is_whole=len(parts) > 1)
        if shorter != said:
            said = shorter
            break
    said = _without_value(said, steps)
    return next((short for group in groups if (short := _without_owner(said, group)) != said), said), said


def _with_object(said: list[str], outer: list[list[str]]) -> list[str]:
    """``topics``, ``list`` is ``list topics``; ``topics``, ``get policy`` is ``get topic policy``."""
    verb, rest = said[: _verb_phrase(said)], said[_verb_phrase(said) :]
    if not verb:
        return [*(word for part in outer for word in part), *said]
    noun = [word for part in outer for word in _of_one(part)]
    if verb[-1] in MANY and (not rest or rest[0] in JOINING):
        noun = [*noun[:-1], outer[-1][-1]]
    return [*verb, *noun, *rest]


def _verb_phrase(said: Words) -> int:
    """How many words the verb has: two more for ``create or update``."""
    if not said or said[0] not in VERBS:
        return 0
    return 3 if len(said) > 2 and said[1] in ("or", "and") and said[2] in VERBS else 1


def _without_beginning(said: list[str], group: Words, steps: Sequence[Step]) -> list[str]:
    """Without the group's words where they come first: ``instance reboot`` is ``reboot``.

    Some of them are enough before a verb: ``registry list tags`` in container registry is ``list tags``.
    """
    size = len(group)
    while len(said) > size and alike(said[:size], group):
        is_verb = size == 1 and said[0] in VERBS and said[1] not in LAST | VERBS - NOUNS
        if is_verb or said[size] in JOINING or _joined(said, size, steps):
            break
        said = said[size:]
    size = next((at for at, word in enumerate(said) if word in VERBS), 0)
    before = said[:size]
    return said[size:] if before and (_is_part(before, group) or _is_root(before, steps)) else said


def _is_part(some: Words, group: Words) -> bool:
    """Whether the words are some of the group's, or short for one: ``addons`` is ``add ons``."""
    if len(some) == 1 and len(some[0]) > 2 and any(word.startswith(some[0]) for word in group):
        return True
    ends = range(1, len(group) + 1)
    runs = {singular("".join(group[start:end])) for end in ends for start in range(end)}
    return singular("".join(some)) in runs


def _is_root(some: Words, steps: Sequence[Step]) -> bool:
    """Whether the words are the path's first, and more is below: ``genai``, of ``/gen-ai/agents``."""
    is_below = len(steps) > 1 and not steps[0].is_value and not steps[1].is_value
    return is_below and "".join(some) == "".join(steps[0].words)


def _joined(said: Words, index: int, steps: Sequence[Step]) -> bool:
    """Whether the word and the one before it are one thing, as those of ``/user-groups`` are."""
    pair = said[index - 1 : index + 1]
    return any(alike(pair, two) for step in steps if not step.is_value for two in pairwise(step.words))


def _verb_first(said: list[str], method: str, steps: Sequence[Step]) -> list[str]:
    """``disk attach`` is ``attach disk``; ``volumes get by id``, ``get volume by id``.

    Of one or of many is said as the path has it: ``disk list`` is ``list disks`` below ``/disks``.
    """
    at = next((at for at, word in enumerate(said) if word in JOINING), len(said)) - 1
    if at < 1 or said[at] not in LAST or not _does(said[at], method) or said[0] in LAST | VERBS - NOUNS:
        return said
    fixed = [step.words for step in steps if not step.is_value]
    if said[0] in VERBS and not any(alike(said[:1], one[:1]) for one in fixed):
        return said
    noun, verb = said[:at], said[at]
    if verb in MANY:
        ends = [one[-1] for one in reversed(fixed)]
        noun = [*noun[:-1], next((word for word in ends if alike([word], noun[-1:])), noun[-1])]
    elif steps and (steps[-1].is_value or method == "POST"):
        noun = _of_one(noun)
    return [verb, *noun, *said[at + 1 :]]


def _does(verb: str, method: str) -> bool:
    """Whether a request of the method can be meant, so that the end of a noun is not taken for a verb."""
    if verb in READING | MANY | {"show", "view"}:
        return method in ("GET", "POST")
    if verb in ("delete", "destroy", "remove", "detach"):
        return method in ("DELETE", "POST", "PUT")
    return method in ("POST", "PUT", "PATCH", "DELETE")


def _without_object(
    said: list[str], group: Words, steps: Sequence[Step], listing: Listing, *, is_whole: bool
) -> list[str]:
    """``update cluster`` in clusters is ``update``; ``list org clusters`` there is ``list for org``."""
    start = _verb_phrase(said)
    if not start and _is_imperative(listing.operation) and alike(said[1:], group):
        start = 1
    if start and said[start : start + 1] and said[start] in QUANTIFIERS:
        start += 1
    verb, rest = said[:start], said[start:]
    if not verb or not rest:
        return said
    size = next((at for at, word in enumerate(rest) if word in JOINING), len(rest))
    noun, behind = rest[:size], rest[size:]
    if noun and alike(noun, group[-len(noun) :]):
        named = _of_group(verb, noun, steps, listing)
        return [*named, *behind] if named else said
    if alike(noun[-len(group) :], group) and not behind:
        owner = noun[: -len(group)]
        owners = (one.words for one, value in pairwise(steps) if value.is_value and not one.is_value)
        named = _of_group(verb, noun[-len(group) :], steps, listing)
        return [*named, "for", *owner] if named and any(alike(owner, one) for one in owners) else said
    if alike(rest[: len(group)], group) and not is_whole and not _joined(rest, len(group), steps):
        last = rest[len(group) - 1]
        if verb[0] in MANY or not is_plural(last) or last == group[-1] == singular(group[-1]):
            return [*verb, *rest[len(group) :]]
    return said


def _is_imperative(operation: Operation) -> bool:
    """Whether a word that is not known is a verb: the first of ``transposeGrid``, if it is not only read."""
    return operation.method not in ("GET", "HEAD") and bool(re.match(r"[a-z]+[A-Z]", operation.id or ""))


def _of_group(verb: list[str], noun: Words, steps: Sequence[Step], listing: Listing) -> list[str] | None:
    """The verb without the noun; None where that tells what it is about: ``delete clusters``."""
    operation = listing.operation
    is_read = verb[0] in READING and operation.method == "GET" and not (steps and steps[-1].is_value)
    if verb[-1] == "all" and (verb[0] == "list" or (is_read and listing.of(noun))):
        return ["list"]
    if not is_plural(noun[-1]) or verb[0] in MANY or verb[-1] in QUANTIFIERS:
        return verb
    if is_read:
        return ["list"] if listing.of(noun) else verb
    if verb[0] in OF_ONE and steps and steps[-1].is_value:
        return verb
    is_one = operation.body is not None and not isinstance(operation.body.media[0].type, ListOf)
    return verb if verb == ["create"] and is_one else None


def _without_owner(said: list[str], group: Words) -> list[str]:
    """``add members to portfolio`` in portfolios is ``add members``; ``list for`` something stays."""
    at = len(said) - len(group) - 1
    if at - _verb_phrase(said) < 1 or not alike(said[at + 1 :], group):
        return said
    belongs = said[at] in BELONGING or (said[at] == "to" and said[0] in ADDING)
    return said[:at] if belongs else said


def _without_value(said: list[str], steps: Sequence[Step]) -> list[str]:
    """``get by id`` is ``get`` where the path ends with the id."""
    if len(said) < 3 or said[0] not in OF_ONE or said[1] != "by" or not steps or not steps[-1].is_value:
        return said
    value, given = "".join(steps[-1].words), "".join(said[2:])
    return said[:1] if given == "id" or value.endswith(given) else said


# Method and path


def _by_path(operation: Operation, groups: list[list[str]], listing: Listing) -> tuple[list[str], ...]:
    """The shortest name; one that tells PUT from PATCH; one that tells below what the group is.

    The last has the nouns as the path has them: beside ``/merge_requests`` there may be ``/merge_request``.
    """
    steps = steps_of(operation.path)
    start, end = next((found for group in groups if (found := _place(group, steps))), (0, 0))
    fixed = [step.words for step in steps[:end] if not step.is_value]
    short = _act(operation.method, fixed[-1] if end else (), steps[end:], listing)
    other = ["replace", *short[1:]] if operation.method == "PUT" and short[0] == "update" else short
    above = [step.words for step in steps[:start] if not step.is_value]
    if not above and any(step.is_value for step in steps[start:end]):
        above = fixed[:1]
    owner = ["for", *_of_one(above[-1])] if above else []
    written = [word for step in steps[end:] if not step.is_value for word in step.words if word != other[0]]
    return short, other, [*other, *owner], [other[0], *written, *owner]


def _place(group: Words, steps: Sequence[Step]) -> tuple[int, int] | None:
    """The steps that are the group's words, maybe with placeholders between them."""
    for start, step in enumerate(steps):
        said: list[str] = []
        for end in range(start, len(steps)):
            if not steps[end].is_value:
                said += steps[end].words
            if alike(said, group) and not step.is_value:
                return start, end + 1
    return None


def _act(method: str, group: Words, rest: Sequence[Step], listing: Listing) -> list[str]:
    """What is done, and to what of the things below the group."""
    nouns = [step.words for step in rest if not step.is_value]
    is_one = bool(rest) and rest[-1].is_value
    if not nouns and group and group[0] not in NOUNS and _is_action(group, method):
        return [*group]
    *above, last = nouns or [tuple(group)]
    verb = _verb(method, last, listing, rest[-1].words if is_one else ())
    if not nouns:
        return [verb, "all"] if verb == "delete" and not is_one and group and is_plural(group[-1]) else [verb]
    outer = [word for noun in above for word in _of_one(noun)]
    if _is_action(last, method) or last[0] == verb:
        behind = last[2:] if outer and outer[-1:] == [*last[1:2]] else last[1:]
        return [last[0], *outer, *behind]
    return [verb, *outer, *(_of_one(last) if is_one or method == "POST" else last)]


def _verb(method: str, noun: Words, listing: Listing, value: Words) -> str:
    """What a request does with what its path ends with: a noun, or one of what the noun means."""
    if method == "POST" and (value == ("id",) or (noun and singular(noun[-1]) in value)):
        return "update"
    if method == "GET" and not value and listing.of(noun):
        return "list"
    return OF_METHODS.get(method, method.lower())


def _is_action(noun: Words, method: str) -> bool:
    """Whether the end of a path says what is done, as that of ``/invoices/{id}/mark_paid`` does."""
    if not noun or noun[0] not in _ACTIONS.get(method, VERBS):
        return False
    if noun[0] not in NOUNS:
        return True
    return (len(noun) == 1 and method in ("GET", "POST")) or (method == "POST" and not is_plural(noun[-1]))


_ACTIONS = {"GET": ASKING, "DELETE": VERBS - BEGINNING}
"""What the end of a path can say that a method does, if not all verbs."""


def _of_one(noun: Words) -> list[str]:
    return [*noun[:-1], singular(noun[-1])]
