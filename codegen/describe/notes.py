"""What a schema says beside its type, and which places of the document a type was made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from codegen.document.node import Json, Node, Pointer
from codegen.model.api import Absent, ExternalDocs, Notes
from codegen.simplify.canonical import KEYWORDS, without_null
from codegen.simplify.positions import component

_STRUCTURE = frozenset({"items", "properties", "required", "additionalProperties"})

_CONSTRAINTS = frozenset({"enum", "not"}).union(*KEYWORDS.values()) - _STRUCTURE


_NOBODY = Node()

_NO_ALIASES: Mapping[str, Node] = MappingProxyType({})


def notes(schema: Node, owner: Node | None = None, aliases: Mapping[str, Node] = _NO_ALIASES) -> Notes:
    """The annotations of a schema; what its `owner`, a parameter or a header, says goes before.

    A component without a class, one of `aliases`, says nothing anywhere but where it is referred to.
    """
    owner = _NOBODY if owner is None else owner
    alone, _ = without_null(schema)
    if (referred := aliases.get(component(alone) or "")) is not None:
        referred, _ = without_null(referred)
        schema = alone = referred.with_items(**alone.without("$ref"))
    return Notes(
        description=owner.text("description") or schema.text("description"),
        docs=docs(schema),
        deprecated=owner.get("deprecated") is True or schema.get("deprecated") is True,
        default=schema.get("default", Absent.ABSENT),
        examples=examples(owner) or examples(schema),
        format=alone.text("format") or None,
        constraints={key: value for key, value in alone.items() if key in _CONSTRAINTS},
        extensions={**extensions(schema), **extensions(owner)},
    )


def examples(part: Node) -> tuple[Json, ...]:
    """The values of ``example`` or ``examples``: a list in a schema, a mapping of example objects elsewhere.

    OpenAPI 3.1.1, 4.8.12.4.1, 4.8.14.1 and 4.8.24.4. One kept elsewhere (``externalValue``) has no value.
    """
    if "example" in part:
        return (part["example"],)
    if "examples" not in part:
        return ()
    several = part["examples"]
    if isinstance(several, list):
        return tuple(several)
    return tuple(example["value"] for _, example in part.entries("examples") if "value" in example)


def docs(part: Node) -> ExternalDocs | None:
    """The ``externalDocs`` of a part (OpenAPI 3.1.1, 4.8.11)."""
    if "externalDocs" not in part:
        return None
    told = part.mapping("externalDocs")
    return ExternalDocs(told.text("url"), told.text("description")) if told.text("url") else None


def extensions(part: Node) -> Mapping[str, Json]:
    """The ``x-`` keys (OpenAPI 3.1.1, 4.9)."""
    return {key: value for key, value in part.items() if key.startswith("x-")}


def origins(*parts: Node) -> tuple[Pointer, ...]:
    """The places of the parts and of all schemas in them that have no class of their own."""
    return tuple(dict.fromkeys(place for part in parts for place in _places(part)))


def _places(part: Node) -> Iterator[Pointer]:
    yield from part.origins
    for keyword in ("anyOf", "oneOf"):
        for member in part.mappings(keyword):
            yield from _places(member)
    for keyword in ("schema", "items", "additionalProperties"):
        if isinstance(child := part.get(keyword), Node):
            yield from _places(child)
