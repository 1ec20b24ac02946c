"""Bodies that are forms (`application/x-www-form-urlencoded`)."""

from __future__ import annotations

import re
from urllib.parse import quote

from msgspec import UNSET, Struct, UnsetType

from ._content import properties, property_text
from ._parameters import USUAL, Styles, is_list

MEDIA_TYPE = "application/x-www-form-urlencoded"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT")
"""What may stand for a datetime."""


def form_content(body: object, styles: Styles = USUAL) -> tuple[str, str | UnsetType]:
    """Encode the properties of a model or a mapping that are set; `UNSET` for no body.

    A list repeats its key, an object is JSON and null is empty, unless the property has a style
    (OpenAPI 3.1.1, section 4.8.15).

    Raises:
        ValueError: A datetime has no time zone, or is given for a date.
        TypeError: The body is neither a model nor a mapping, or a property of a model is None and
            cannot be null.
    """
    if body is UNSET:
        return MEDIA_TYPE, UNSET
    pairs: list[str] = []
    for name, value in properties(body):
        if value is None and isinstance(body, Struct):
            from ._refusal import refuse_null  # few bodies need it

            refuse_null(body)
        style = styles.get(name)
        if style is not None and value is not None:
            pairs += style.query(name, value)
            continue
        items = value if is_list(value) else (value,)
        key = quote(name, safe="")
        pairs += [f"{key}={quote(property_text(name, item), safe='')}" for item in items]
    content = "&".join(pairs)
    if _MOMENT.search(content):
        from ._refusal import refuse_moments  # few bodies need it

        refuse_moments(body)
    return MEDIA_TYPE, content
