"""Keys that are not in the standard. Most are spelling mistakes, which would otherwise have no effect."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from codegen.check.readings import LENIENT
from codegen.check.spelling import did_you_mean, nearest
from codegen.check.survey import Survey
from codegen.document.node import Node
from codegen.document.problems import Edit, Problem, leaving_out
from codegen.standard.extensions import EXTENSIONS
from codegen.standard.objects import KINDS, Kind, is_reference

_SLIP = 0.8
"""How near a free keyword must be to one of the standard to be a slip: `requred`, not `dependencies`."""

_WITH_SCHEMA = frozenset({"parameter", "header", "mediaType"})


def known_keys(survey: Survey) -> Iterator[Problem]:
    """A key is one of the fixed fields or begins with ``x-`` (OpenAPI 3.1.1, 4.8 and 4.9).

    In a 3.1 schema any other keyword is an annotation (JSON Schema 2020-12 core, 6.5): there, only what is
    nearly a keyword is a problem. Keys beside the ``$ref`` of a Reference Object mean nothing and are left to
    `codegen.check.structure`.
    """
    for name, node in survey.visits:
        kind = survey.kind(name)
        if node.keys() <= kind.keys.keys() or is_reference(kind, node):
            continue
        for key in node:
            if key in kind.keys or (kind.is_extensible and key.startswith("x-")):
                continue
            where = (*node.pointer, key)
            if name == "schema" and (survey.version, key) == ("3.0", "const"):
                message = "'const' is not a key of a schema in OpenAPI 3.0; it came with 3.1"
                yield Problem(message, "unknown-key", where, "key", (), "read as in OpenAPI 3.1")
            elif name == "schema" and (survey.version, key) == ("3.1", "nullable") and node[key] is True:
                message = f"'nullable' is not OpenAPI 3.1's, but 3.0's; write {_with_null(node)} instead"
                yield Problem(message, "keyword", where, "key", (), "read as in OpenAPI 3.0")
            elif (told := _message(survey.version, name, key)) is not None:
                past, reading = leaving_out(where), "the key is ignored" if name in LENIENT else ""
                if (slip := _slip(kind, node, key)) and name in LENIENT - {"schema"}:
                    past = (*past, Edit((*node.pointer, slip), node[key]))
                    reading = f"read as {slip!r}"
                yield Problem(told, "unknown-key", where, "key", past, reading)


def _with_null(schema: Node) -> str:
    """How to allow null in 3.1."""
    if isinstance(schema.get("type"), str):
        return f"'type: [{schema.text('type')}, \"null\"]'"
    return "'anyOf' with a member '{type: \"null\"}'" if "$ref" in schema else "a 'type' of \"null\" as well"


def _slip(kind: Kind, node: Node, key: str) -> str | None:
    """The key that was meant by one that is nearly it, if the object does not have it."""
    meant = nearest(key, kind.keys, _SLIP)
    return meant if meant not in node else None


@cache
def _message(version: str, name: str, key: str) -> str | None:
    kind = KINDS[version][name]
    if kind.is_open:
        slip = name == "schema" and nearest(key, kind.keys, _SLIP)
        return f"{key!r} is not a keyword of {kind.title}; did you mean {slip!r}?" if slip else None
    return f"{key!r} is not a key of {kind.title}{_hint(version, name, kind, key)}"


def _hint(version: str, name: str, kind: Kind, key: str) -> str:
    newer = KINDS["3.1"][name]
    if version == "3.0" and key in newer.keys:
        return " in OpenAPI 3.0; it came with 3.1"
    if name in _WITH_SCHEMA and key in KINDS[version]["schema"].keys:
        return "; it belongs in its 'schema'"
    ours = [extension for extension, kinds in EXTENSIONS.items() if name in kinds]
    return did_you_mean(key, [*kind.keys, *ours])
