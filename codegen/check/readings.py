"""Reads values of the wrong type or value as their author plainly meant them.

The frame of a document (``paths``, ``components``, the servers and security schemes) is small and written
once. Its mistakes are refused unless they have one plain meaning. Mistakes in schemas and operations are
common in real documents, and the rest of the part is usable. Mistakes in documentation change nothing in a
client.
"""

from __future__ import annotations

from typing import cast

from jsonschema_rs import ValidationError
from msgspec import Struct

from codegen.check.conversions import converted_to, shown
from codegen.check.shorthand import STANDARD, abbreviated, in_other_words, said
from codegen.check.simple_types import simply_read
from codegen.check.survey import Survey
from codegen.check.unsent_schemes import leaving_out_scheme
from codegen.document.node import Json, Node, Pointer, placed
from codegen.document.problems import Edit, leaving_out
from codegen.document.spelling import misspelt, nearest
from codegen.standard.security import NO_AUTHENTICATION

LENIENT = frozenset(
    {
        *(
            "pathItem",
            "operation",
            "parameter",
            "requestBody",
            "mediaType",
            "encoding",
            "responses",
            "response",
        ),
        *("header", "link", "example", "callback", "schema", "discriminator", "xml"),
        *("info", "contact", "license", "externalDocs", "tag"),
    }
)
"""The kinds of objects in which mistakes are tolerated."""

_ABSENT = "null is read as absent"
_IGNORED = "the key is ignored"
_ANY = "the schema allows any value"

_NEAR = 0.8
"""How similar a name must be to a type to be read as it: ``strin``."""


class Reading(Struct, frozen=True):
    """How a part is read, and the corresponding changes to the document."""

    text: str
    edits: tuple[Edit, ...]


def reading(survey: Survey, where: Pointer, error: ValidationError) -> Reading | None:
    """How the value at a place is read; None if it has no plain meaning, or the place is in the frame."""
    owner, rest = _owner(survey, where)
    if owner is None:
        return None
    kind = survey.kind_at(owner.pointer) or ""
    value = error.instance
    if value is None and error.kind.name == "type" and len(rest) == 1 and rest[0] in survey.kind(kind).keys:
        return Reading(_ABSENT, leaving_out(where))
    word = _of_word(owner, rest, where, error)
    if word is None and (simple := simply_read(survey, kind, owner, rest)):
        word = Reading(*simple)
    if word is not None:
        return word
    if (
        error.kind.name == "type"
        and (schema := abbreviated(survey, kind, rest, cast("Json", value))) is not None
    ):
        return Reading(f"read as {said(schema)}", (Edit(where, placed(schema, where)),))
    if kind not in LENIENT:
        return _of_frame(survey, kind, rest, where, error)
    read = None if isinstance(value, dict) else _of_nothing(kind, rest, where)
    if read is None and kind == "schema":
        read = _of_schema(survey, owner, rest, error)
    if read is None and error.kind.name == "type":
        read = _of_parameters(owner, rest) or _only(owner, rest, error) or _converted(where, error)
    return read or Reading(_IGNORED, leaving_out(where))


_SCHEMES = {"basic": "basic", "bearer": "bearer", "jwt": "bearer"}
"""The HTTP authentication schemes that a wrong type of a security scheme means."""


_LOCATIONS = ("path", "query", "header", "cookie")


def _of_word(owner: Node, rest: Pointer, where: Pointer, error: ValidationError) -> Reading | None:
    """The allowed value that a word means, in another case or misspelt."""
    value = owner.get(str(rest[0])) if len(rest) == 1 else error.instance
    allowed = error.kind.value if error.kind.name == "enum" else _LOCATIONS if rest == ("in",) else ()
    if not isinstance(value, str):
        return None
    words = [one for one in allowed if isinstance(one, str)]
    folded = value.strip().casefold()
    meant = next((one for one in words if one.casefold() == folded), None) or misspelt(folded, words)
    return Reading(f"read as {meant!r}", (Edit(where, meant),)) if meant else None


def _of_frame(
    survey: Survey, kind: str, rest: Pointer, where: Pointer, error: ValidationError
) -> Reading | None:
    """Read a part of the frame that has one plain meaning."""
    value = error.instance
    owner = survey.at(where[:-1])
    if kind == "securityScheme" and rest == ("type",) and owner is not None:
        return _scheme(survey, owner)
    if kind == "serverVariable" and value == []:
        return Reading("it may have any value", leaving_out(where))
    if kind == "serverVariable" and isinstance(value, (int, float)):
        return _converted(where, error)
    return _of_list(kind, rest, where, error)


def _of_list(kind: str, rest: Pointer, where: Pointer, error: ValidationError) -> Reading | None:
    """A part of a list or mapping of the frame."""
    value, key = error.instance, rest[0]
    if kind == "securityRequirement" and value is None:
        return Reading("no scopes are required", (Edit(where, []),))
    if kind == "paths" and len(rest) == 1 and value is None:
        return Reading("the path has no operations", (Edit(where, Node(pointer=where)),))
    if kind == "components" and len(rest) == 2 and key == "schemas" and value is None:
        return Reading(_ANY, (Edit(where, Node(pointer=where)),))
    listed = _listed(rest, where, error) if key in _LISTS else None
    if listed is None and error.kind.name == "type" and key != "security":
        listed = _converted(where, error)
    return listed or (Reading(_IGNORED, leaving_out(where)) if key in _DOCUMENTING else None)


_DOCUMENTING = frozenset({"description", "externalDocs", "tags"})
"""Keys of the frame that are documentation only."""


_LISTS = {"servers": "url", "tags": "name", "security": ""}
"""The keys of lists, each with the key of an item that a text in the list is for."""


def _listed(rest: Pointer, where: Pointer, error: ValidationError) -> Reading | None:
    """Read a list of the frame, or an item of it."""
    key, value = _LISTS[str(rest[0])], cast("Json", error.instance)
    match value:
        case dict() if key and len(rest) == 1 and (named := _named(value, key, where)):
            return Reading(f"read as a list by {key}", (Edit(where, named),))
        case dict() if value and len(rest) == 1:
            return Reading("read as a list of one", (Edit(where, [placed(value, (*where, 0))]),))
        case str() if key and len(rest) == 2:
            return Reading(f"read as its {key}", (Edit(where, placed({key: value}, where)),))
        case list() if error.kind.name == "uniqueItems":
            once = [*{repr(item): item for item in value}.values()]
            return Reading("an item that is listed twice counts once", (Edit(where, once),))
        case _:
            return None


def _named(value: Node, key: str, where: Pointer) -> list[Json]:
    """The values of a mapping as a list, each with its key; empty if a value is not a mapping."""
    items = [(name, one) for name, one in value.items() if isinstance(one, dict)]
    is_whole = len(items) == len(value)
    return [placed({key: name, **one}, (*where, name)) for name, one in items] if is_whole else []


def _scheme(survey: Survey, owner: Node) -> Reading | None:
    """Read a security scheme with an unknown type."""
    written = owner.text("type").lower()
    # Certificates, with which OpenAPI 3.1 has "mutualTLS", are given to the HTTP client.
    if written == "mutualtls" or written in NO_AUTHENTICATION:
        return Reading("nothing is sent for the scheme", leaving_out_scheme(survey, owner))
    if (scheme := _SCHEMES.get(written)) is None:
        return None
    edits = (Edit((*owner.pointer, "type"), "http"), Edit((*owner.pointer, "scheme"), scheme))
    return Reading(f"read as the scheme {scheme!r} of HTTP", edits)


def _owner(survey: Survey, where: Pointer) -> tuple[Node | None, Pointer]:
    """The object that has a value, and the way from it to the value."""
    for length in range(len(where) - 1, -1, -1):
        if (owner := survey.at(where[:length])) is not None:
            return owner, where[length:]
    return None, ()


def _of_nothing(kind: str, rest: Pointer, where: Pointer) -> Reading | None:
    """Read an empty entry of a map: a property, a response, a media type."""
    match kind, rest:
        case "schema", ("properties" | "patternProperties" | "$defs", _):
            return Reading(_ANY, (Edit(where, Node(pointer=where)),))
        case "responses", (_,):
            return Reading("a response without content", (Edit(where, placed({"description": ""}, where)),))
        case "requestBody" | "response", ("content", _):
            return Reading("the content may be anything", (Edit(where, Node(pointer=where)),))
        case _:
            return None


def _of_schema(survey: Survey, schema: Node, rest: Pointer, error: ValidationError) -> Reading | None:
    value = cast("Json", error.instance)
    keyword, place = str(rest[0]), (*schema.pointer, *rest)
    if error.kind.name == "uniqueItems" and isinstance(schema.get(keyword), list):
        once = [*{repr(item): item for item in schema.values_of(keyword)}.values()]
        return Reading("an item that is listed twice counts once", (Edit(place, once),))
    match keyword:
        case "type":
            return _type(survey, schema, rest, value)
        case "exclusiveMinimum" | "exclusiveMaximum" if len(rest) == 1:
            return _bound(schema, keyword, value)
        case "required" if value is True and schema.pointer[-2:-1] == ("properties",):
            parent = schema.pointer[:-2]
            edits = (*leaving_out(place), Edit((*parent, "required", "-"), schema.pointer[-1]))
            return Reading("the property is required", edits)
        case "items" if isinstance(value, list) and value:
            items: list[Json] = [one for one in schema.values_of("items") if isinstance(one, Node)]
            meant = items[0] if len(items) == 1 else Node({"anyOf": items} if items else {}, pointer=place)
            return Reading("each item has one of these schemas", (Edit(place, meant),))
        case _:
            return None


def _type(survey: Survey, schema: Node, rest: Pointer, value: Json) -> Reading | None:
    place = (*schema.pointer, "type")
    declared = schema.get("type")
    if len(rest) > 1 or isinstance(declared, list):
        names = ["null" if one is None else str(one) for one in schema.values_of("type")]
        names = [*dict.fromkeys(str((in_other_words(name) or {}).get("type", name)) for name in names)]
        if not names or not {*STANDARD}.issuperset(names):
            return None
        if survey.version != "3.0":
            return Reading(f"read as {', '.join(map(repr, names))}", (Edit(place, [*names]),))
        return _types_of_30(schema, names)
    if value == "null" and survey.version == "3.0":
        edits = (Edit(place, removes=True), Edit((*schema.pointer, "enum"), [None]))
        return Reading("read as null", (*edits, Edit((*schema.pointer, "nullable"), value=True)))
    meant = in_other_words(value) if isinstance(value, str) else None
    if isinstance(value, str) and value != value.lower() and value.lower() in STANDARD:
        meant = {"type": value.lower()}
    if isinstance(value, str) and meant is None and (near := nearest(value.lower(), STANDARD, _NEAR)):
        meant = {"type": near}
    if meant is None:
        return Reading("the type is ignored: any value is allowed", leaving_out(place))
    kept = {key: said for key, said in meant.items() if key == "type" or key not in schema}
    said = " of format ".join(repr(one) for one in kept.values())
    return Reading(f"read as {said}", tuple(Edit((*schema.pointer, key), one) for key, one in kept.items()))


def _types_of_30(schema: Node, names: list[str]) -> Reading | None:
    """A list of types, which OpenAPI 3.0 does not have: ``nullable``, and ``anyOf`` if there are several."""
    place = schema.pointer
    types = [name for name in names if name != "null"]
    edits = [Edit((*place, "nullable"), value=True)] if "null" in names else []
    if len(types) == 1:
        edits.append(Edit((*place, "type"), types[0]))
    elif "anyOf" in schema:
        return None
    else:
        members = [{"type": "array", "items": {}} if name == "array" else {"type": name} for name in types]
        edits += [Edit((*place, "type"), removes=True)]
        edits += [Edit((*place, "anyOf"), placed(members, (*place, "anyOf")))]
    return Reading("read as in OpenAPI 3.1", tuple(edits))


def _bound(schema: Node, keyword: str, value: Json) -> Reading | None:
    """A bound as the other version of OpenAPI writes it."""
    place = (*schema.pointer, keyword)
    bound = keyword.replace("exclusiveM", "m")
    if value is False:
        return Reading("read as in OpenAPI 3.0", leaving_out(place))
    if value is True:
        if bound not in schema:
            return Reading(_IGNORED, leaving_out(place))
        moved = (Edit(place, schema[bound]), Edit((*schema.pointer, bound), removes=True))
        return Reading("read as in OpenAPI 3.0", moved)
    if isinstance(value, (int, float)):
        edits = (Edit((*schema.pointer, bound), value), Edit(place, value=True))
        return Reading("read as in OpenAPI 3.1", edits)
    return None


def _of_parameters(owner: Node, rest: Pointer) -> Reading | None:
    """Read parameters that are not a list, but a mapping by name, or a single one."""
    if rest != ("parameters",) or not isinstance(declared := owner.get("parameters"), Node) or not declared:
        return None
    place = declared.pointer
    if declared.text("in") or declared.text("$ref"):
        return Reading("read as a list of one", (Edit(place, [declared]),))
    if not all(isinstance(one, Node) for one in declared.values()):
        return None
    named = [
        one if {"name", "$ref"} & one.keys() else one.with_items(name=name)
        for name, one in owner.entries("parameters")
    ]
    return Reading("read as a list of parameters with these names", (Edit(place, [*named]),))


def _only(owner: Node, rest: Pointer, error: ValidationError) -> Reading | None:
    """A list with one mapping where a mapping is expected, or the text of a reference."""
    if len(rest) != 1 or "object" not in map(str, error.kind.value):
        return None
    key = str(rest[0])
    place, items = (*owner.pointer, key), owner.values_of(key)
    if owner.text(key).startswith("#/"):
        reference = Node({"$ref": owner[key]}, pointer=place)
        return Reading("read as a reference", (Edit(place, reference),))
    if len(items) == 1 and isinstance(items[0], Node):
        only = Node(items[0], pointer=place)
        return Reading("read as the only item of the list", (Edit(place, only),))
    return None


def _converted(where: Pointer, error: ValidationError) -> Reading | None:
    """The value as one of the expected type, if it has no other plain meaning."""
    value = error.instance
    for meant in converted_to(cast("Json", value), [str(one) for one in error.kind.value]):
        return Reading(f"read as {shown(meant)}", (Edit(where, placed(meant, where)),))
    return None
