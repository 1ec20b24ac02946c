"""How a response differs from what the API's document says of it.

The body is read beside its types once more, leniently, for what decoding passes over, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from .._places import MERGED, MODELS, OPERATIONS
from ._answer import Answer
from ._drift import Drift, DriftKind
from ._operation import Operation
from ._reading import UNDECODABLE, content_of, documented, json_of
from ._walk import Difference, step, token, walked


def drifts(operation: Operation[Any], answer: Answer) -> Iterator[Drift]:
    """Every difference, the outer ones first; what differs in each item of a list comes as often.

    A body is compared where its status is documented, and has content there; that of another
    success with what it is read as.
    """
    pointer = f"{OPERATIONS[operation.id]}/responses"
    kinds = operation.answers if answer.is_success else operation.errors
    key = documented(kinds, answer.status_code)
    if key is None:
        what = "the status is not documented"
        yield _whole(operation, answer, "undocumented_status", pointer, what)
        key = next(iter(kinds), None) if answer.is_success else None
    if key is not None and kinds[key] is not None and answer.defect is None:
        yield from _in_body(operation, answer, kinds[key], f"{pointer}/{key}")


def _in_body(operation: Operation[Any], answer: Answer, kind: Any, pointer: str) -> Iterator[Drift]:
    content = content_of(kind, answer)
    if content is None:
        expected = "a documented media type" if isinstance(kind, Mapping) else "JSON"
        got = "another media type" if answer.content else "no body"
        what = f"Expected {expected}, got {got}"
        yield _whole(operation, answer, "wrong_type", pointer, what)
    elif content.is_json:
        try:
            found = walked(msgspec.json.decode(json_of(answer.content)), content.kind).differences
        except UNDECODABLE:
            what = "Expected JSON, got what is not JSON"
            yield _whole(operation, answer, "wrong_type", pointer, what)
        else:
            for one in sorted(found, key=lambda one: len(one.place.steps())):
                is_said = one.kind == "unknown_value"
                yield Drift(
                    kind=one.kind,
                    operation=operation.id,
                    status_code=answer.status_code,
                    where=_where(one, answer),
                    pointer=_described(one) or pointer,
                    message=answer.shown(one.message) if is_said else one.message,
                )


def _whole(
    operation: Operation[Any], answer: Answer, kind: DriftKind, pointer: str, message: str
) -> Drift:
    return Drift(
        kind=kind,
        operation=operation.id,
        status_code=answer.status_code,
        where="$",
        pointer=pointer,
        message=message,
    )


def _where(difference: Difference, answer: Answer) -> str:
    """The place in the response; a name that only the server has given may be shown, too."""
    place = difference.place
    if difference.kind != "unknown_field" or place.outer is None:
        return place.path
    return place.outer.path + step(answer.shown(str(place.step)))


def _described(difference: Difference) -> str | None:
    """Where the document describes a place: that of the field, else of what the item is in."""
    for place in reversed(difference.place.steps()):
        if place.model is not None:
            if difference.kind == "unknown_field":
                return _pointer(place.model)
            return _field_pointer(place.model, str(place.step))
    return None


def _pointer(model: Any) -> str:
    """Where the document describes a model."""
    return MODELS.get(model.__name__, f"#/components/schemas/{model.__name__}")


def _field_pointer(model: Any, name: str) -> str:
    """Where the document describes a field: it may be a property of a schema merged into this."""
    merged = MERGED.get(model.__name__, {}).items()
    owner = next((schema for schema, names in merged if name in names), _pointer(model))
    return f"{owner}/properties/{token(name)}"
