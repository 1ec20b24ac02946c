"""Bodies of Swagger 2.0: a parameter ``in: body``, or the parameters ``in: formData`` together."""

from __future__ import annotations

from collections.abc import Sequence

from codegen.document.node import Json, Node, Pointer
from codegen.prepare.versions.parameters import style
from codegen.prepare.versions.schemas import as_30_schema, is_about_the_value, value_schema
from codegen.standard.media_types import without_parameters

_JSON = "application/json"
_URLENCODED = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"
_FORMS = (_URLENCODED, _MULTIPART)
_OF_PARAMETERS = frozenset(
    {"name", "in", "required", "collectionFormat", "allowEmptyValue", "description", "schema", "x-nullable"}
)


def body(parameter: Node, consumes: Sequence[str]) -> Node:
    """The body for a parameter ``in: body``, in each media type that the operation takes."""
    schema = as_30_schema(parameter.mapping("schema"))
    media_types = [one for one in consumes if one not in _FORMS] or [*consumes] or [_JSON]
    kept = {
        key: value
        for key, value in parameter.items()
        if key in {"description", "required"} or key.startswith("x-")
    }
    kept["content"] = _content(media_types, {"schema": schema}, parameter.pointer)
    return Node(kept, pointer=parameter.pointer, also=parameter.also)


def form(parameters: Sequence[Node], consumes: Sequence[str], place: Pointer) -> Node:
    """The body for form parameters: an object with a property for each.

    Files are only in multipart.
    """
    has_file = any(one.get("type") == "file" for one in parameters)
    known = (
        [_MULTIPART]
        if has_file
        else [one for one in consumes if without_parameters(one) in _FORMS] or [_URLENCODED]
    )
    properties = {one.text("name"): _property(one) for one in parameters}
    required: list[Json] = [one.text("name") for one in parameters if one.get("required") is True]
    said: dict[str, Json] = {"type": "object", "properties": Node(dict(properties), pointer=place)}
    if required:
        said["required"] = required
    styles = {
        one.text("name"): Node(style(one, in_query=True), pointer=one.pointer)
        for one in parameters
        if one.get("type") == "array"
    }
    media: dict[str, Json] = {"schema": Node(said, pointer=place)}
    if styles:
        media["encoding"] = Node(dict(styles), pointer=place)
    content = _content(known, media, place)
    origins = [origin for one in parameters for origin in one.origins]
    made = Node({"content": content, "required": bool(required)}, pointer=(*place, "body"))
    return made.standing_for(*origins)


def _property(parameter: Node) -> Node:
    """The property for a form parameter."""
    said = {
        key: value
        for key, value in parameter.items()
        if key not in _OF_PARAMETERS and not is_about_the_value(key)
    }
    schema = value_schema(parameter)
    if "description" in parameter:
        said["description"] = parameter["description"]
    return Node({**said, **schema}, pointer=schema.pointer, also=parameter.also)


def _content(media_types: Sequence[str], media: dict[str, Json], place: Pointer) -> Node:
    where = (*place, "content")
    return Node({one: Node(dict(media), pointer=(*where, one)) for one in media_types}, pointer=where)
