"""Bodies of which the caller says what they are."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from ._content import json_content
from ._form import MEDIA_TYPE as FORM
from ._form import form_content
from ._multipart import multipart_content


def any_content(media_type: str, body: object) -> tuple[str, bytes | str | UnsetType]:
    """Write a body as its media type asks; bytes and text stay as they are, but text in JSON.

    Returns:
        The media type and the body; `UNSET` for none.

    Raises:
        ValueError: A datetime has no time zone.
        TypeError: The body cannot be written as this media type.
    """
    name = media_type.partition(";")[0].strip().lower()
    if body is UNSET or isinstance(body, bytes):
        return media_type, body
    if name.endswith(("/json", "+json")):
        return media_type, json_content(body)
    if isinstance(body, str):
        return media_type, body
    if name == FORM:
        return form_content(body)
    if name.startswith("multipart/"):
        return multipart_content(media_type, body)
    raise TypeError(f"a body of type {media_type} must be text or bytes, not {type(body).__name__}")
