"""The rule for the keys of responses, and what a wrong one probably means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from http import HTTPStatus
from itertools import islice

from codegen.check.survey import Survey
from codegen.document.node import placed
from codegen.document.problems import Edit, Problem, leaving_out
from codegen.document.spelling import edit_distance

_KEY = re.compile(r"[1-5](\d\d|XX)|default")

_CASELESS = frozenset({"default", *(f"{digit}xx" for digit in range(1, 6))})
"""Keys that are unambiguous in any case."""

_USUAL = ("200", "201", "204", "400", "404", "401", "403", "409", "422", "429", "500", "default")
_KNOWN = tuple(dict.fromkeys([*_USUAL, *(str(one.value) for one in HTTPStatus), "2XX", "4XX", "5XX"]))
"""Keys that an author may have meant, most common first."""

_PHRASES = {re.sub(r"\W", "", one.phrase).casefold(): str(one.value) for one in HTTPStatus}
_PHRASES |= {"success": "200", "error": "default"}


def status_codes(survey: Survey) -> Iterator[Problem]:
    """Responses, one at least, are under status codes, ranges or ``default`` (OpenAPI 3.1.1, 4.8.16)."""
    for responses in survey.by_kind["responses"]:
        if all(key.startswith("x-") for key in responses):
            default = (*responses.pointer, "default")
            past = (Edit(default, placed({"description": ""}, default)),)
            yield Problem(
                "there must be at least one response", "no-response", responses.pointer, "key", past
            )
        for key in responses:
            if not _KEY.fullmatch(key) and not key.startswith("x-"):
                meant = [*islice(_meant(key, responses), 3)]
                hint = f"; did you mean {_either(meant)}?" if meant else ""
                message = f"{key!r} is no status code: write one such as '200', '4XX' or 'default'{hint}"
                where = (*responses.pointer, key)
                if key.lower() in _CASELESS and meant:
                    edits = (Edit(where, removes=True), Edit((*responses.pointer, meant[0]), responses[key]))
                    yield Problem(message, "status-code", where, "key", edits, f"read as {meant[0]!r}")
                else:
                    yield Problem(message, "status-code", where, "key", leaving_out(where))


def _meant(key: str, taken: Iterable[str]) -> Iterator[str]:
    """The keys that a wrong one may mean, most probable first, except those that exist beside it."""
    return (one for one in _guesses(key) if one not in taken)


def _guesses(key: str) -> Iterable[str]:
    if key.strip().lower() == "default":
        return ["default"]
    plain = key.strip().upper().replace("O", "0").replace("*", "X")
    if _KEY.fullmatch(plain):
        return [plain]
    codes = re.findall(r"(?<!\d)[1-5][0-9][0-9](?!\d)", key)
    if len(codes) > 1 and len({code[0] for code in codes}) == 1:  # `200-299`, `200, 201`
        return [f"{codes[0][0]}XX"]
    if codes:  # `404 Error`
        return codes
    if phrase := _PHRASES.get(re.sub(r"[\W_]", "", key).casefold()):  # `NOT_FOUND`
        return [phrase]
    near = [one for one in _KNOWN if edit_distance(plain, one.upper()) == 1]
    return sorted(near, key=lambda one: ("X" in one) != ("X" in plain))


def _either(words: list[str]) -> str:
    """``'200', '201' or '204'``."""
    *first, last = map(repr, words)
    return f"{', '.join(first)} or {last}" if first else last
