"""Request bodies in a media type that the caller chooses."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import UNSET, UnsetType

from ._content import Streamed, json_content
from ._form import MEDIA_TYPE as FORM
from ._form import form_content
from ._multipart import multipart_content
from ._operation import is_json, is_sequence
from ._parameters import USUAL, Styles, is_list, text
from ._sequence import sequence_content
from ._upload import file_content, is_file


def any_content(
    media_type: str,
    body: object,
    *,
    styles: Styles = USUAL,
    content_types: Mapping[str, str] = USUAL,
) -> tuple[str, bytes | Streamed | str | UnsetType]:
    """Encode a body in a media type. Bytes, files and strings (but not in JSON) are unchanged.

    Args:
        media_type: The media type.
        body: The body; `UNSET` for none.
        styles: The styles of the properties of a form, if they differ from the default.
        content_types: The media types of parts, by name, if the document defines them.

    Returns:
        The media type and the body; `UNSET` for none.

    Raises:
        ValueError: A datetime has no time zone.
        TypeError: The body cannot be encoded in this media type.
    """
    name = media_type.partition(";")[0].strip().lower()
    as_json = is_json(name)
    if name == "text/plain" and isinstance(body, int | float | Decimal):
        body = text("body", body)
    if body is UNSET or (isinstance(body, str) and not as_json):
        return media_type, body
    if is_file(body):
        return media_type, file_content("body", body)
    if as_json:
        return media_type, json_content(body)
    if name == FORM:
        return form_content(body, styles)
    if name.startswith("multipart/"):
        return multipart_content(media_type, body, content_types)
    if is_list(body) and is_sequence(name):
        return sequence_content(media_type, body)
    raise TypeError(
        f"a body of type {media_type} must be text, bytes or a file, not {type(body).__name__}"
    )
