"""Matches the responses of a page without statuses with those of the document.

Both are in the order of their statuses, so matches do not cross.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from http import HTTPStatus

from codegen.drift.reference.page import Answer
from codegen.drift.reference.shapes import Shapes
from codegen.model.operations import Response
from codegen.model.schemas import Object, Reference, Schema, every_part

_LONELY = 0.25
"""The score of a response without a counterpart; two equal responses have 2."""


def matched(
    answers: Sequence[Answer], ours: Sequence[Response], shapes: Shapes
) -> list[tuple[Answer, Response | None]]:
    """The response of the document for each one of the page; None if it has none."""
    if len(answers) == len(ours):
        return [*zip(answers, ours, strict=True)]
    best: dict[tuple[int, int], float] = {}
    likeness = [[_likeness(one, other, shapes) for other in ours] for one in answers]
    for row in range(len(answers), -1, -1):
        for column in range(len(ours), -1, -1):
            choices = [0.0]
            if row < len(answers):
                choices.append(best[row + 1, column])
            if column < len(ours):
                choices.append(best[row, column + 1])
            if row < len(answers) and column < len(ours):
                choices.append(best[row + 1, column + 1] + _LONELY + likeness[row][column])
            best[row, column] = max(choices)
    found: list[tuple[Answer, Response | None]] = []
    column = 0
    for row, answer in enumerate(answers):
        while column < len(ours) and best[row, column] == best[row, column + 1]:
            column += 1
        together = best[row + 1, column + 1] + _LONELY + likeness[row][column] if column < len(ours) else -1
        if together == best[row, column]:
            found.append((answer, ours[column]))
            column += 1
        else:
            found.append((answer, None))
    return found


def _likeness(answer: Answer, ours: Response, shapes: Shapes) -> float:
    words = [_words(text) for text in (" ".join(answer.prose), ours.description)]
    phrase = _words(HTTPStatus(int(ours.status)).phrase) if ours.status in _KNOWN else set[str]()
    names = [
        {one.name for block in (answer.content.blocks if answer.content else ()) for one in block.fields},
        _names(ours, shapes),
    ]
    return _overlap(*words) + _overlap(*names) + (0.5 if phrase and phrase <= words[0] else 0)


_KNOWN = {str(one.value) for one in HTTPStatus}


def _words(text: str) -> set[str]:
    """The words of a text, without plural endings."""
    return {word.rstrip("s") for word in re.findall(r"\w+", text.casefold())}


def _overlap(some: set[str], others: set[str]) -> float:
    return len(some & others) / len(some | others) if some | others else 1


def _names(ours: Response, shapes: Shapes) -> set[str]:
    """The names of the fields in a response, at every depth."""
    pending: list[Schema] = [
        shapes.simplified.contents[one.origins[0]].schema
        for one in ours.media
        if one.origins[0] in shapes.simplified.contents
    ]
    names, seen = set[str](), set[str]()
    while pending:
        for part in every_part(pending.pop()):
            if isinstance(part, Reference) and part.key not in seen:
                seen.add(part.key)
                pending.append(shapes.simplified.components[part.key])
            elif isinstance(part, Object):
                names |= part.properties.keys()
    return names
