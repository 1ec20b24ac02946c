"""Compares a response with the document.

The body is compared with its types again, because decoding ignores some differences.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .._places import MERGED, MODELS, OPERATIONS
from ._drift import Drift, DriftKind
from ._operation import Operation
from ._reading import UNDECODABLE, content_of, documented, json_in, plain
from ._response import Response
from ._walk import Difference, walked
from ._where import step, token


def drifts(operation: Operation[Any], response: Response) -> Iterator[Drift]:
    """Every difference, outer ones first. A difference in several items of a list is repeated.

    A body is compared if its status is documented with content. The body of an undocumented success
    is compared with the type that it is decoded to.
    """
    place = OPERATIONS.get(operation.id)  # the document has none for `Client.request`
    pointer = "" if place is None else f"{place}/responses"
    kinds = operation.successes if response.is_success else operation.errors
    key = documented(kinds, response.status_code)
    if key is None:
        what = "the status is not documented"
        yield _whole(operation, response, "undocumented_status", pointer, what)
        key = next(iter(kinds), None) if response.is_success else None
    if key is not None and kinds[key] is not None and response.defect is None:
        yield from _in_body(operation, response, kinds[key], pointer and f"{pointer}/{key}")


def _in_body(
    operation: Operation[Any], response: Response, kind: Any, pointer: str
) -> Iterator[Drift]:
    content = content_of(kind, response)
    if content is None:
        expected = "a documented media type" if isinstance(kind, Mapping) else "JSON"
        got = "another media type" if response.content else "no body"
        what = f"Expected {expected}, got {got}"
        yield _whole(operation, response, "wrong_type", pointer, what)
    elif content.is_json:
        try:
            found = walked(
                plain(json_in(response, content.kind, content.media_type)), content.kind
            ).differences
        except UNDECODABLE:
            what = "Expected JSON, got what is not JSON"
            yield _whole(operation, response, "wrong_type", pointer, what)
        else:
            for one in sorted(found, key=lambda one: len(one.place.steps())):
                is_said = one.kind == "unknown_value"
                is_secret = response.shown(str(one.value)) != str(one.value)
                yield Drift(
                    kind=one.kind,
                    operation=operation.id,
                    status_code=response.status_code,
                    where=_where(one, response),
                    pointer=_described(one) or pointer,
                    message=response.shown(one.message) if is_said else one.message,
                    got=one.got,
                    value=None if is_secret else one.value,
                )


def _whole(
    operation: Operation[Any], response: Response, kind: DriftKind, pointer: str, message: str
) -> Drift:
    return Drift(
        kind=kind,
        operation=operation.id,
        status_code=response.status_code,
        where="$",
        pointer=pointer,
        message=message,
    )


def _where(difference: Difference, response: Response) -> str:
    """The place in the response. Credentials are hidden in a field name that the server chose."""
    place = difference.place
    if difference.kind != "unknown_field" or place.outer is None:
        return place.path
    return place.outer.path + step(response.shown(str(place.step)))


def _described(difference: Difference) -> str | None:
    """The place in the document that describes a field, or the container of an item."""
    for place in reversed(difference.place.steps()):
        if place.model is not None:
            if difference.kind == "unknown_field":
                return _pointer(place.model)
            return _field_pointer(place.model, str(place.step))
    return None


def _pointer(model: Any) -> str:
    """The place in the document that describes a model."""
    return MODELS.get(model.__name__, f"#/components/schemas/{model.__name__}")


def _field_pointer(model: Any, name: str) -> str:
    """The place in the document that describes a field, which may be in a merged schema."""
    merged = MERGED.get(model.__name__, {}).items()
    owner = next((schema for schema, names in merged if name in names), _pointer(model))
    return f"{owner}/properties/{token(name)}"
