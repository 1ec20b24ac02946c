"""The schemas of a document as JSON Schema 2020-12 alone, for a validator that knows nothing of OpenAPI."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from jsonschema_rs import Draft202012Validator, ValidationError

from codegen.document import Json, Node
from codegen.standard import KINDS, Content, Shape, Version

ASSERTED_FORMATS = frozenset({"uuid", "date", "date-time"})
"""The formats whose values become objects in a client; what any other asserts is left to others."""

_ANNOTATIONS = frozenset(
    {"title", "description", "default", "example", "examples", "deprecated", "externalDocs", "xml"}
    | {"discriminator", "readOnly", "writeOnly", "nullable", "$comment", "$schema"}
)


def as_json_schema(root: Node, version: Version) -> dict[str, Json]:
    """Return the document with each schema in the form that JSON Schema 2020-12 has for it.

    A pointer into the document points at the same schema in the result, which has nothing but what leads to
    schemas. The differences from OpenAPI 3.0 (3.0.4, 4.7.24): ``nullable``, boolean ``exclusiveMinimum`` and
    ``exclusiveMaximum``, keys beside ``$ref``, which mean nothing there. In both versions a required property
    that is only read or only written may be absent, since a value is checked without knowing its direction;
    and a pattern that the validator cannot read (ECMA-262 is wider than what it has) is taken to match.
    """
    return _translate("openapi", root, version)


def _translate(name: str, node: Node, version: Version) -> dict[str, Json]:
    if name == "schema":
        return _schema(node, version)
    kind = KINDS[version][name]
    if kind.is_referable and "$ref" in node:
        return {"$ref": node["$ref"]}
    found: dict[str, Json] = {}
    for key, value in node.items():
        if (content := kind.content(key)) is not None:
            found[key] = _inside(content, value, version)
        elif key == "$ref":
            found[key] = value
    return found


def _inside(content: Content, value: Json, version: Version) -> Json:
    match value:
        case list() if content.shape is Shape.LIST:
            return [_one(content.kind, item, version) for item in value]
        case Node() if content.shape is Shape.MAP:
            return {key: _one(content.kind, item, version) for key, item in value.items()}
        case _:
            return _one(content.kind, value, version)


def _one(name: str, value: Json, version: Version) -> Json:
    return _translate(name, value, version) if isinstance(value, Node) else value


def _schema(schema: Node, version: Version) -> dict[str, Json]:
    if version == "3.0" and "$ref" in schema:
        return {"$ref": schema["$ref"]}
    kind = KINDS[version]["schema"]
    found: dict[str, Json] = {}
    for key, value in schema.items():
        content = kind.keys.get(key)
        if content is not None and content.kind == "schema":
            found[key] = _inside(content, value, version)
        elif key in kind.keys and key not in _ANNOTATIONS and _is_asserted(key, value):
            found[key] = value
    if "required" in found:
        found["required"] = [name for name in schema.values_of("required") if not _is_one_way(schema, name)]
    if "patternProperties" in found:
        patterns = schema.mapping("patternProperties")
        found["patternProperties"] = {
            pattern: _one("schema", value, version)
            for pattern, value in patterns.items()
            if is_readable_pattern(pattern)
        }
    return _of_30(schema, found) if version == "3.0" else found


def _is_asserted(key: str, value: Json) -> bool:
    if key == "format":
        return value in ASSERTED_FORMATS
    return key != "pattern" or (isinstance(value, str) and is_readable_pattern(value))


@cache
def is_readable_pattern(pattern: str) -> bool:
    """Whether the validator can read a regular expression."""
    try:
        Draft202012Validator({"pattern": pattern})
    except (ValidationError, ValueError):
        return False
    return True


def _is_one_way(schema: Node, name: Json) -> bool:
    declared = schema.mapping("properties").get(str(name))
    return isinstance(declared, Node) and (
        declared.get("readOnly") is True or declared.get("writeOnly") is True
    )


def _of_30(schema: Node, found: dict[str, Json]) -> dict[str, Json]:
    for exclusive, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if found.pop(exclusive, False) is True and bound in found:
            found[exclusive] = found.pop(bound)
    if schema.get("nullable") is not True:
        return found
    # By the letter, `nullable` speaks only beside a `type`; authors mean it wherever they write it.
    return {"anyOf": [{"type": "null"}, found]}
