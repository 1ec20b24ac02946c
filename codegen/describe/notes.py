"""The keywords of a schema other than its type, and the origins of types."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec.structs import replace

from codegen.document.node import Json, Node, Pointer
from codegen.model.former_names import RENAMED
from codegen.model.notes import Absent, ExternalDocs, Notes
from codegen.model.schemas import Reference, Schema, Union, every_part, parts

_NOBODY = Node()

_NO_ALIASES: Mapping[str, Schema] = MappingProxyType({})


def notes(schema: Schema, owner: Node | None = None, aliases: Mapping[str, Schema] = _NO_ALIASES) -> Notes:
    """The annotations of a schema. Those of its `owner`, a parameter or a header, take precedence.

    `aliases` are the components without a class. Their annotations are added wherever they are referred to,
    because no class can document them.
    """
    owner = _NOBODY if owner is None else owner
    said, alone = schema.notes, _not_null(schema)
    if isinstance(alone, Reference) and alone.key in aliases:
        referred = _not_null(aliases[alone.key])
        said = {**_without_former(referred.notes), **alone.notes}
        alone = replace(referred, constraints={**referred.constraints, **alone.constraints}, notes=said)
    constraints = dict(alone.constraints)
    if "not" in alone.notes:
        constraints["not"] = alone.notes["not"]
    format_ = constraints.pop("format", None)
    return Notes(
        title=_text(said, "title"),
        description=owner.text("description") or _text(said, "description"),
        docs=docs(said),
        deprecated=owner.get("deprecated") is True or said.get("deprecated") is True,
        default=said.get("default", Absent.ABSENT),
        examples=examples(owner) or examples(said),
        format=format_ if isinstance(format_, str) and format_ else None,
        constraints=constraints,
        extensions={**extensions(said), **extensions(owner)},
    )


def _without_former(said: Mapping[str, Json]) -> Mapping[str, Json]:
    """The annotations of a component without its own former names."""
    return {key: value for key, value in said.items() if key != RENAMED}


def _not_null(schema: Schema) -> Schema:
    """The schema without null. Of a union with null alone, the other member gets the annotations."""
    match schema:
        case Union((alone,), nullable=True):
            return replace(alone, notes={**alone.notes, **schema.notes})
        case _:
            return schema


def _text(said: Mapping[str, Json], key: str) -> str:
    value = said.get(key)
    return value if isinstance(value, str) else ""


def examples(part: Mapping[str, Json]) -> tuple[Json, ...]:
    """The values of ``example`` or ``examples``: a list in a schema, a mapping of example objects elsewhere.

    OpenAPI 3.1.1, 4.8.12.4.1, 4.8.14.1 and 4.8.24.4. An external one (``externalValue``) is skipped.
    """
    if "example" in part:
        return (part["example"],)
    if "examples" not in part:
        return ()
    several = part["examples"]
    if isinstance(several, list):
        return tuple(several)
    if not isinstance(several, Node):
        return ()
    return tuple(one["value"] for one in several.values() if isinstance(one, Node) and "value" in one)


def docs(part: Mapping[str, Json]) -> ExternalDocs | None:
    """The ``externalDocs`` of a part (OpenAPI 3.1.1, 4.8.11)."""
    declared = part.get("externalDocs")
    if not isinstance(declared, Node):
        return None
    return ExternalDocs(declared.text("url"), declared.text("description")) if declared.text("url") else None


def extensions(part: Mapping[str, Json]) -> Mapping[str, Json]:
    """The ``x-`` keys (OpenAPI 3.1.1, 4.9)."""
    return {key: value for key, value in part.items() if key.startswith("x-")}


def origins(*schemas: Schema) -> tuple[Pointer, ...]:
    """The places of the schemas and of all schemas in them that have no class of their own."""
    if len(schemas) == 1 and not parts(schemas[0]):
        return schemas[0].origins
    return tuple(
        dict.fromkeys(place for schema in schemas for part in every_part(schema) for place in part.origins)
    )
