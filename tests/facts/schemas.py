"""Types of schemas in words, and which schemas have a class of their own."""

from __future__ import annotations

import re

from corpus.original import Original, Part, mapping

PLAIN = {"type", "format", "description", "items", "$ref", "nullable", "example", "examples", "title"}
"""Keys of a schema that is understood; what else there is may be told beside its description."""

_STRINGS = {"uuid", "date", "date-time"}
_UNUSUAL_FORMATS = {"byte", "binary", "duration", "time", "decimal"}
_KINDS = {"string", "integer", "number", "boolean", "null"}


def letters(text: str) -> str:
    """A text without its markup, layout and punctuation."""
    return re.sub(r"[\W_]+", "", text)


def normalised(name: str) -> str:
    """A name without what may be changed to make it Python's."""
    return letters(name).lower()


OF_MODELS = {"type", "properties", "required", "description", "enum", "examples", "example"}


def is_of_fastapi(key: str) -> bool:
    """Whether a schema is a body that FastAPI named, and the client names after its operation."""
    return key.startswith("Body_")


def class_of(key: str, schema: Part) -> str | None:
    name = schema.get("x-python-name", key)
    if name == key and is_of_fastapi(key):
        return None
    return normalised(name) if re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name) else None


def has_inline(part: Part, *, top: bool) -> bool:
    """Whether a place that holds a schema holds an object or an enumeration itself."""
    children = [part.get("schema"), part.get("items"), part.get("additionalProperties")]
    children += [*mapping(part, "properties").values()] if isinstance(part.get("properties"), dict) else []
    for key in ("oneOf", "anyOf", "allOf"):
        children += part[key] if isinstance(part.get(key), list) else []
    return any(
        isinstance(child, dict) and {*child} & {"properties", "enum", "oneOf", "anyOf"} for child in children
    )


def is_plain_object(schema: Part) -> bool:
    members = mapping(schema, "properties")
    hidden = {"readOnly", "writeOnly", "default", "const", "x-python-name", "x-generate"}
    return (
        schema.get("type") == "object"
        and bool(members)
        and {*schema} <= OF_MODELS
        and not any(hidden & {*member} for member in members.values())
    )


def is_plain_enum(schema: Part) -> bool:
    values = schema.get("enum") or []
    return (
        schema.get("type") == "string"
        and all(isinstance(value, str) and value for value in values)
        and bool(values)
    )


def has_class(schema: Part) -> bool:
    return is_plain_object(schema) or is_plain_enum(schema)


def type_of(original: Original, schema: Part, above: tuple[str, ...] = ()) -> str | None:
    """A type in words: ``array of cluster``; None where it is not understood."""
    if "$ref" in schema:
        reference = schema["$ref"]
        target = original.at(reference)
        if has_class(target):
            kind = class_of(reference.rsplit("/", 1)[1], target)
            return " or ".join(sorted(["null", kind])) if schema.get("nullable") is True else kind
        return None if reference in above else type_of(original, target, (*above, reference))
    if not {*schema} <= {*PLAIN, "minimum", "maximum", "minLength", "maxLength", "pattern", "default"}:
        return None
    declared = schema.get("type")
    kinds = declared if isinstance(declared, list) else [declared]
    kinds = [*kinds, "null"] if schema.get("nullable") is True else kinds
    spelled = [_one_type_of(original, kind, schema, above) for kind in kinds]
    return None if None in spelled else " or ".join(sorted(set(map(str, spelled))))


def _one_type_of(original: Original, kind: object, schema: Part, above: tuple[str, ...]) -> str | None:
    if kind == "array":
        item = type_of(original, schema.get("items") or {}, above)
        return item and f"array of {item}"
    if kind == "string":
        form = schema.get("format", kind)
        return None if form in _UNUSUAL_FORMATS else form if form in _STRINGS else "string"
    return str(kind) if kind in _KINDS else None
