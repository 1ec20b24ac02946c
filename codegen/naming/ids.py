"""Reads the words of an ``operationId``, without the parts that frameworks add."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from codegen.model.operations import Operation
from codegen.naming.joined_words import apart
from codegen.naming.path_words import IMPLIED_SEGMENT, in_own_words, spoken, steps_of
from codegen.naming.verbs import (
    ARTICLES,
    COLLECTIVE,
    FILLERS,
    MANNERS,
    NOUNS,
    READING,
    TRAILING,
    VERBS,
)
from codegen.naming.words import (
    alike,
    is_beyond_ascii,
    is_digest,
    is_random,
    singular,
    spell_first_digit,
    without_controller,
    words,
)

_GROUP_METHOD = re.compile(r"([A-Z][A-Za-z0-9]*|\w+Controller)_([A-Za-z0-9]+)")
"""``Users_Get`` of AutoRest, and ``UsersController_findAll`` of NestJS."""

_OUTSIDE_CONTROLLER = re.compile(r"^(?:\w+[.])*(\w+?)(?:Controller|Resource)[.](?=\w+$)")
"""The class and the packages of ``MyApp.UserController.index``."""

_JAVA = re.compile(r"^(?:[a-z]\w*[.])+[A-Z]\w*[.](?=\w+$)")
"""The class and the packages of ``com.shop.UserResource.list``."""

_OF_ONE_ACT = re.compile(r"(?:\w+[.])*(\w+)Resource[.](([a-z]+)[A-Z]\w*)_(?:delete|get|patch|post|put)")
"""A class with a verb, and its method and the HTTP method: ``FormUpdateResource.updateFields_put``."""


_GRAPE = re.compile(r"(?:GET|HEAD|POST|PUT|DELETE|PATCH)--[\w-]*---format-")
"""Method and path as Grape writes them: ``GET--version-pets--id---format-``."""

_SPRINGFOX = re.compile(r"Using(GET|HEAD|POST|PUT|DELETE|PATCH|OPTIONS)(_[0-9]+)?$")
"""The end of ``findAllUsingGET_1``."""


def in_plain_words(operation: Operation) -> str:
    """The author's words for an operation, without the method at their end."""
    return _SPRINGFOX.sub("", in_own_words(operation))


class Identified(Struct, frozen=True):
    """An operation, with the words of its id: several steps of naming need them."""

    operation: Operation
    parts: list[list[str]] | None
    """What `parts_of_id` returns."""

    @classmethod
    def of(cls, operation: Operation) -> Identified:
        """The operation with the words of its id."""
        return cls(operation, parts_of_id(operation))


def parts_of_id(operation: Operation) -> list[list[str]] | None:
    """The words of each part of the id; None if there is no id, or if it only repeats method and path.

    Affixes of frameworks are dropped: path and method at the end (``list_users_users__get``), the method at
    the beginning (``GET_DescribeInstances``) or the end (``findAllUsingGET_1``), ``Controller``, fillers
    (``cancelOrderMethod``), articles, and ids of things.
    """
    if is_digest(operation.id or "") or is_beyond_ascii(operation.id or ""):
        return None
    text = re.sub(r"['\u2019]s\b", "", operation.id or "")
    if (act := _OF_ONE_ACT.fullmatch(text)) and words(act[1])[-1] == act[3]:
        text = act[2]
    text = _JAVA.sub("", _OUTSIDE_CONTROLLER.sub(r"\1.", text))
    text = _SPRINGFOX.sub("", text)
    text = re.sub(rf"(?i)^{operation.method}_app_(?=[a-z]+_[a-z])", "", text)  # a route of Symfony
    text = re.sub(r"[-_]([A-Za-z0-9]+)", lambda part: "" if is_random(part[1]) else part[0], text)
    if (tail := text.rpartition("#"))[0] and _repeats_path(tail[0], operation):
        text = tail[2]
    unversioned = re.sub(r"(?i)_v[0-9]+([._][0-9]+)*$|_collection$|^api_", "", text)
    if not re.search(r"[^\W_]", text) or any(_repeats_path(one, operation) for one in (text, unversioned)):
        return None
    plain = re.sub(rf"^{operation.method}_+(?=\w)|[.](json|ya?ml|xml)$", "", text)
    phrase = spell_first_digit(words(plain))
    if plain != text and phrase[0] not in VERBS:
        return None
    if grouped := _GROUP_METHOD.fullmatch(re.sub(r"_v[0-9]+$", "", plain)):
        return _of_group(grouped[1], grouped[2], operation)
    short = _without_path(phrase, operation)
    if short != phrase:
        return [_plain(short, operation)] if short else None
    return [
        _plain(spell_first_digit(words(part)), operation)
        for part in re.split(r"[./:#]+", apart(plain, operation))
        if re.search(r"[^\W_]", part)
    ]


def group_in_id(operation: Operation) -> list[str]:
    """The group that an id names before its method: ``Users`` for ``Users_Get`` or ``users.get``."""
    text = re.sub(r"['\u2019]s\b", "", operation.id or "")
    text = _JAVA.sub("", _OUTSIDE_CONTROLLER.sub(r"\1.", text))
    grouped = _GROUP_METHOD.fullmatch(text)
    outer, method = (
        ([without_controller(grouped[1])], grouped[2])
        if grouped
        else ((parts := re.split(r"[./:#]+", text))[:-1], parts[-1])
    )
    outer = [part for part in outer if re.search(r"[^\W\d_]", part) and not IMPLIED_SEGMENT.fullmatch(part)]
    if not outer or not re.search(r"[^\W_]", method) or words(method)[0] not in VERBS:
        return []
    return [] if all(words(part)[0] in VERBS for part in outer) or _repeats_path(text, operation) else outer


def _of_group(group: str, method: str, operation: Operation) -> list[list[str]]:
    phrase = _plain(words(method), operation)
    if group.endswith("Controller") and len(phrase) == 1 and phrase[0] not in TRAILING | COLLECTIVE:
        return [phrase]
    return [words(without_controller(group)), phrase]


def _plain(phrase: list[str], operation: Operation) -> list[str]:
    """The words without a method around another verb, articles, fillers and manners."""
    method = operation.method.lower()
    while (
        len(phrase) > 2
        and IMPLIED_SEGMENT.fullmatch(phrase[0])
        and f"/{phrase[0]}/" in operation.path.lower()
    ):
        phrase = phrase[1:]
    if len(phrase) > 2 and phrase[-1] == method and phrase[0] in VERBS - NOUNS - {"put"}:
        phrase = phrase[:-1]
    if len(phrase) > 2 and phrase[0] == method and phrase[1] in _VERBS_AFTER_METHOD.get(method, ()):
        phrase = phrase[1:]
    for at, word in enumerate(phrase[1:4], 1):
        if word in _MODULES and {*phrase[at + 1 : at + 2]} & VERBS and phrase[0] not in VERBS:
            phrase = phrase[at + 1 :]  # the module of a function, as in Django Ninja
            break
    path = {singular(word) for word in words(operation.path)} if re.search(r"\w", operation.path) else set()
    act = [*steps_of(operation.path)[-1].words] if steps_of(operation.path) else []
    is_new = not {*phrase[1:2], phrase[-1]} & VERBS or alike(phrase[1:], act)
    if phrase[0] == method == "post" and len(phrase) > 1 and is_new:
        phrase = ["create", *phrase[1:]]
    phrase = [
        singular(word) if phrase[at - 1 : at] in (["a"], ["an"]) else word
        for at, word in enumerate(phrase)
        if not at or (word not in ARTICLES | MANNERS) or (word in path and word not in ARTICLES)
    ]
    if phrase[-1 - len(act) :] == [*act, "create"] and act[:1] and act[0] in VERBS - NOUNS:
        phrase = phrase[:-1]
    while len(phrase) > 1 and phrase[-1] in FILLERS and not {phrase[-1], singular(phrase[-1])} & path:
        phrase = phrase[:-1]
    return phrase


_MODULES = frozenset({"api", "endpoints", "handlers", "routers", "routes", "views"})
"""Modules that Python frameworks put before the name of a function."""

_VERBS_AFTER_METHOD = {
    "get": (READING | COLLECTIVE) - NOUNS | {"list"},
    "post": VERBS - NOUNS,
    "put": VERBS - NOUNS,
}
"""Verbs before which the name of the HTTP method is redundant."""


def _without_path(phrase: list[str], operation: Operation) -> list[str]:
    """The words before path and method, if the id ends with them; a prefix such as ``api v1`` is optional."""
    method = operation.method.lower()
    has_method = phrase[-1] == method
    if not has_method and phrase[0] != method:
        return phrase
    rest = phrase[:-1] if has_method else phrase
    matched = 0
    for part in reversed(re.split(r"/|(?=\{)", spoken(operation.path))):
        piece = words(part) if part and re.search(r"[^\W_]", part) else []
        if piece and rest[-len(piece) :] == piece:
            rest, matched = rest[: -len(piece)], matched + 1
        elif piece and not IMPLIED_SEGMENT.fullmatch(part):
            return phrase
    if "api" in rest[1:] and all(IMPLIED_SEGMENT.fullmatch(word) for word in rest[rest.index("api") :]):
        rest, matched = rest[: rest.index("api")], matched + 1
    if has_method:
        return rest if matched or operation.path == "/" else phrase
    return rest[1:] if matched > 1 and VERBS & {*rest[1:]} else phrase


def _repeats_path(text: str, operation: Operation) -> bool:
    """Whether an id consists of method and path: ``GetCustomersCustomer``."""
    if _GRAPE.fullmatch(text):
        return True
    method = operation.method.lower()
    phrase = re.sub(r"[\W_]", "", text).lower()
    if phrase.startswith(method) and _end_of_path(phrase, len(method), operation.path) == len(phrase):
        return True
    end = _end_of_path(phrase, 0, operation.path)
    return end is not None and phrase[end:] == method


def _end_of_path(phrase: str, at: int, path: str) -> int | None:
    """The index in an id after a path that begins at `at`; None if the path is not there.

    A path parameter is optional in the id, may follow ``by`` and may be called ``id``; a version is optional,
    and a plural before the last segment may be singular. There is no backtracking, so the time is linear in
    the length of the id.
    """
    parts = [part for part in re.split(r"/|(\{[^{}]*\})", spoken(path)) if part]
    last = max((index for index, part in enumerate(parts) if part[0] != "{"), default=0)
    for index, part in enumerate(parts):
        letters = re.sub(r"[\W_]", "", part).lower()
        if part[0] == "{":
            start = at + 2 * phrase.startswith("by", at)
            found = _first_at(phrase, start, (letters, words(part)[-1], "id"))
            at = at if found is None else start + found
        elif (found := _first_at(phrase, at, (letters, singular(letters))[: 1 + (index < last)])) is not None:
            at += found
        elif not (IMPLIED_SEGMENT.fullmatch(part) or letters.isdigit()):
            return None
    return at


def _first_at(phrase: str, at: int, texts: Sequence[str]) -> int | None:
    """The length of the first of the texts that the phrase has at a position."""
    return next((len(text) for text in texts if phrase.startswith(text, at)), None)
