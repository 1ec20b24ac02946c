"""Derives method names from method and path, for operations without a meaningful ``operationId``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from codegen.model.operations import Operation
from codegen.naming.listing import Listing
from codegen.naming.path_words import Step, steps_of, version_words
from codegen.naming.verbs import FILLERS, JOINING, NOUNS, OF_METHODS, QUESTIONS, REVERSIBLE, VERBS
from codegen.naming.words import Words, alike, is_plural, singular, singular_noun


def candidates_from_path(
    operation: Operation, subjects: list[list[str]], listing: Listing
) -> tuple[list[str], ...]:
    """Names from the shortest to the longest.

    The second distinguishes PUT from PATCH. The third adds the owner above the resource, the fourth the
    version. The next begins with the last noun: ``create content for file`` for ``/files/{id}/content``
    beside ``/files/content``. The next has the nouns in the number that the path has: ``/merge_request`` may
    exist beside ``/merge_requests``. The last has the last parameter: ``get by key``.
    """
    steps = steps_of(operation.path)
    start, end = next((found for subject in subjects if (found := position(subject, steps))), (0, 0))
    for find in (_position_of_head, _position_in_any_order):
        if not end:
            start, end = next((found for subject in subjects if (found := find(subject, steps))), (0, 0))
    fixed = [step.words for step in steps[:end] if not step.is_parameter]
    short = _phrase(operation.method, fixed[-1] if end else (), steps[end:], listing.of)
    exact = {"PUT": "replace", "PATCH": "patch"}.get(operation.method, short[0])
    other = [exact, *short[1:]] if short[0] == "update" else short
    owner = owner_in_path(steps, start, end)
    written = [
        word for step in steps[end:] if not step.is_parameter for word in step.words if word != other[0]
    ]
    return (
        short,
        other,
        [*other, *owner],
        [*other, *owner, *version_words(operation.path)],
        _of_one_above(operation.method, steps[end:], owner) or other,
        [other[0], *written, *owner],
        [*other, "by", *steps[-1].words] if steps and steps[-1].is_parameter else other,
    )


def act_of_path(method: str, path: str) -> list[str]:
    """The verb of a request and its objects, the outermost first: ``update customer source``.

    A segment ``actions`` before a verb is ignored: ``/servers/{id}/actions/reboot`` is ``reboot server``.
    """
    steps = steps_of(path)
    if len(steps) > 2 and singular(steps[-2].words[-1]) in FILLERS and is_action(steps[-1].words, method):
        del steps[-2]
    return _phrase(method, (), steps, lambda _: False)


def longer_acts(method: str, path: str, act: Sequence[str]) -> Iterator[list[str]]:
    """What distinguishes an operation from another one with the same act, apart from its ``operationId``.

    ``create content for file`` for ``/files/{id}/content``, ``post file`` for a POST that updates it, ``get
    file by name`` for a GET.
    """
    steps = steps_of(path)
    if of_one := _of_one_above(method, steps, ()):
        yield of_one
    if act[0] == "update" and method == "POST":
        yield ["post", *act[1:]]
    if method == "GET" and steps and steps[-1].is_parameter:
        yield [*act, "by", *steps[-1].words]


def _of_one_above(method: str, rest: Sequence[Step], owner: Sequence[str]) -> list[str]:
    """``create content for file``, if the last noun belongs to one thing above it; empty otherwise."""
    match rest:
        case [thing, key, last] if key.is_parameter and not (thing.is_parameter or last.is_parameter):
            if is_action(last.words, method):
                return []
            noun = singular_noun(last.words) if method == "POST" else [*last.words]
            return [OF_METHODS.get(method, method.lower()), *noun, "for", *singular_noun(thing.words), *owner]
        case _:
            return []


def owner_in_path(steps: Sequence[Step], start: int, end: int) -> list[str]:
    """``for organization``: the owner of the resource from `start` to `end`, or its first noun."""
    fixed = [at for at in range(start) if not steps[at].is_parameter]
    with_key = [at for at in fixed if steps[at + 1 :] and steps[at + 1].is_parameter]
    above: Sequence[Words] = [steps[at].words for at in with_key or fixed]
    if not above and any(step.is_parameter for step in steps[start:end]):
        above = [step.words for step in steps[:end] if not step.is_parameter][:1]
    if not above:
        named = ([word for word in step.words if word != "id"] for step in steps[:start])
        above = [*filter(None, named)]
    return ["for", *singular_noun(above[-1])] if above else []


def position(subject: Words, steps: Sequence[Step]) -> tuple[int, int] | None:
    """The range of steps that spell the subject, ignoring path parameters between them."""
    for start, step in enumerate(steps):
        phrase: list[str] = []
        for end in range(start, len(steps)):
            if not steps[end].is_parameter:
                phrase += steps[end].words
            if not step.is_parameter and alike(phrase, subject):
                return start, end + 1
    return None


def _position_of_head(subject: Words, steps: Sequence[Step]) -> tuple[int, int] | None:
    """The step that ends with the subject, or with its words before a preposition: ``files in folders``."""
    prepositions = JOINING - {"and", "or"}
    size = next((at for at, word in enumerate(subject) if at and word in prepositions), len(subject))
    for at, step in enumerate(steps):
        if not step.is_parameter and alike(step.words[-size:], subject[:size]):
            return at, at + 1
    return None


def _position_in_any_order(subject: Words, steps: Sequence[Step]) -> tuple[int, int] | None:
    """The steps that are the subject in another order: ``/admin/realms`` for realms admin."""
    wanted = sorted(map(singular, subject))
    for start in range(len(steps)):
        said: list[str] = []
        for end in range(start, len(steps)):
            if steps[end].is_parameter or len(said) > len(wanted):
                break
            said += map(singular, steps[end].words)
            if sorted(said) == wanted:
                return start, end + 1
    return None


def _phrase(method: str, subject: Words, rest: Sequence[Step], lists: Callable[[Words], bool]) -> list[str]:
    """The verb, and its object below the resource. `lists` says whether it returns several of a noun."""
    nouns = [step.words for step in rest if not step.is_parameter]
    is_one = bool(rest) and rest[-1].is_parameter
    if not nouns and subject and subject[0] not in NOUNS and is_action(subject, method):
        return [*subject]
    *above, last = nouns or [tuple(subject)]
    if method == "OPTIONS":
        return ["get", *(word for noun in nouns for word in singular_noun(noun)), "options"]
    verb = _verb(method, last, lists, rest[-1].words if is_one else ())
    if not nouns:
        return (
            [verb, "all"]
            if verb == "delete" and not is_one and subject and is_plural(subject[-1])
            else [verb]
        )
    outer = [word for noun in above for word in singular_noun(noun)]
    if rest[-1].is_act or is_action(last, method) or last[0] == verb:
        behind = last[2:] if outer and outer[-1:] == [*last[1:2]] else last[1:]
        return [last[0], *outer, *behind]
    return [verb, *outer, *(singular_noun(last) if is_one or method == "POST" else last)]


def _verb(method: str, noun: Words, lists: Callable[[Words], bool], value: Words) -> str:
    """The verb for the last noun of the path, or for one of its things if a path parameter follows."""
    if method == "POST" and (value == ("id",) or (noun and singular(noun[-1]) in value)):
        return "update"
    if method == "GET" and not value and lists(noun):
        return "list"
    return OF_METHODS.get(method, method.lower())


def is_action(noun: Words, method: str) -> bool:
    """Whether the last segment names an action: ``/invoices/{id}/mark_paid``."""
    if not noun or noun[0] not in _ACTIONS.get(method, VERBS):
        return False
    if noun[0] not in NOUNS:
        return True
    return (len(noun) == 1 and method in ("GET", "POST")) or (method == "POST" and not is_plural(noun[-1]))


_ACTIONS = {"GET": QUESTIONS, "DELETE": VERBS - REVERSIBLE}
"""The verbs that the last segment can name for an HTTP method; all of them for other methods."""
