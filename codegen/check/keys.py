"""Finds keys that are not in the standard. Most are spelling mistakes, and would have no effect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from codegen.check.readings import LENIENT
from codegen.check.survey import Survey
from codegen.check.synonyms import meant_key
from codegen.document.node import Node, Pointer
from codegen.document.problems import Edit, Problem, leaving_out
from codegen.document.spelling import misspelt, nearest
from codegen.standard.extensions import EXTENSIONS
from codegen.standard.kinds import ObjectKind
from codegen.standard.objects import KINDS, is_reference

_NEAR = 0.8
"""How similar an unknown keyword must be to a known one to be read as it: `requred`, not `dependencies`."""

_WITH_SCHEMA = frozenset({"parameter", "header", "mediaType"})


def known_keys(survey: Survey) -> Iterator[Problem]:
    """A key is one of the fixed fields or begins with ``x-`` (OpenAPI 3.1.1, 4.8 and 4.9).

    In a 3.1 schema any other keyword is an annotation (JSON Schema 2020-12 core, 6.5): there, only what is
    nearly a keyword is a problem. Keys beside the ``$ref`` of a Reference Object mean nothing and are left to
    `codegen.check.structure`.
    """
    for name, node in survey.with_other_keys:
        yield from _unknown(survey, name, node)


def misspelt_sections(survey: Survey) -> Mapping[Pointer, Problem]:
    """The misspelt keys of the document and its components. They may cause all other problems.

    They are read first: a reference to `components` leads somewhere although the key is `component`.
    """
    sections = [(name, node) for name in ("openapi", "components") for node in survey.by_kind[name]]
    found = [one for name, node in sections for one in _unknown(survey, name, node)]
    read = [one for one in found if any(not edit.removes for edit in one.past or ())]
    # They may cause all other problems, so the first stands for the document.
    return {(str(at),) if at else (): one for at, one in enumerate(read)}


def _unknown(survey: Survey, name: str, node: Node) -> Iterator[Problem]:
    """The keys of an object that its kind does not have."""
    kind = survey.kind(name)
    read: set[str] = set()
    for key in ["$ref"] if is_reference(kind, node) else node:
        if key in kind.keys or (kind.is_extensible and key.startswith("x-")):
            continue
        where = (*node.pointer, key)
        if key in kind.newer:
            later = _came_with(survey.version, name, key)
            message, reading = f"{key!r} came with {later}", f"read as {later} means it"
            yield Problem(message, "newer-key", where, "key", past=(), reading=reading)
        elif key != "$ref" and (unknown := _message(survey.version, name, key)) is not None:
            is_empty = node[key] in ({}, [])
            is_harmless = name in LENIENT or is_empty or _came_with(survey.version, name, key) is None
            past, reading = leaving_out(where), "the key is ignored" if is_harmless else ""
            if name != "schema" and (meant := _misspelt(kind, node, key)) and meant not in read:
                read.add(meant)  # only one key may be read so, because a second would replace the value
                past = (*past, Edit((*node.pointer, meant), node[key]))
                reading = f"read as {meant!r}"
            yield Problem(unknown, "unknown-key", where, "key", past, reading)


def _misspelt(kind: ObjectKind, node: Node, key: str) -> str | None:
    """The known key that is most similar to a wrong one, unless the object has it already."""
    known = [*kind.keys, *kind.newer]
    if (said := _IN_OTHER_WORDS.get((kind.title, key))) in known and said not in node:
        return said
    meant = nearest(key, known, _NEAR)
    if meant is None and (swapped := misspelt(key, known)) and sorted(swapped) == sorted(key):
        meant = swapped  # two letters of a short key: `inof`
    return meant if meant not in node else None


_IN_OTHER_WORDS: Mapping[tuple[str, str], str] = {
    ("an operation", "body"): "requestBody",
    ("an operation", "request"): "requestBody",
    ("an operation", "params"): "parameters",
    ("an operation", "id"): "operationId",
    ("a response", "body"): "content",
}
"""The keys that wrong keys mean, by the title of the kind and the wrong key."""


def is_misspelt(survey: Survey, where: Pointer, key: str) -> bool:
    """Whether an object has a misspelt form of a key instead of the key."""
    name, node = survey.kind_at(where), survey.at(where)
    if name is None or node is None or name == "schema":
        return False
    kind = survey.kind(name)
    return any(_misspelt(kind, node, other) == key for other in node.keys() - kind.keys.keys())


@cache
def _message(version: str, name: str, key: str) -> str | None:
    kind = KINDS[version][name]
    if kind.is_open:
        meant = name == "schema" and nearest(key, kind.keys, _NEAR)
        return f"{key!r} is not a keyword of {kind.title}; did you mean {meant!r}?" if meant else None
    return f"{key!r} is not a key of {kind.title}{_hint(version, name, kind, key)}"


def _came_with(version: str, name: str, key: str) -> str | None:
    """The first later version in which a kind of object has a key."""
    versions = [*KINDS]
    for later in versions[versions.index(version) + 1 :]:
        kind = KINDS[later].get(name)
        if kind is not None and (key in kind.keys or (key == "$ref" and kind.is_referable)):
            return _full(later)
    return None


def _full(version: str) -> str:
    return f"Swagger {version}" if version == "2.0" else f"OpenAPI {version}"


def _hint(version: str, name: str, kind: ObjectKind, key: str) -> str:
    if (newer := _came_with(version, name, key)) is not None:
        return f" in {_full(version)}; it came with {newer if version == '2.0' else newer.split()[1]}"
    if name in _WITH_SCHEMA and key in KINDS[version]["schema"].keys:
        return "; it belongs in its 'schema'"
    ours = [extension for extension, kinds in EXTENSIONS.items() if name in kinds]
    references = ["$ref"] if kind.is_referable else []
    if meant := meant_key(key, [*kind.keys, *ours, *references]):
        return f"; did you mean {meant!r}?"
    older = KINDS["2.0"].get(name)
    return f"; it is of Swagger 2.0{_SINCE.get(key, '')}" if older and key in older.keys else ""


_SINCE = dict.fromkeys(
    ("consumes", "produces", "schema"),
    ", and OpenAPI 3 has a 'content' instead, with a schema for each media type",
)
"""What became of keys of Swagger 2.0."""
