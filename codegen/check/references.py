"""References: each leads somewhere in the document, to the kind of object that is meant, and to an end."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.check.pointers import Dangling, follow
from codegen.check.spelling import did_you_mean
from codegen.check.survey import Survey
from codegen.document import Json, Node, json_pointer
from codegen.problems import Problem

_ANCHORS = ("$anchor", "$dynamicAnchor")


def resolvable(survey: Survey) -> Iterator[Problem]:
    """Each ``$ref`` points at an object of the kind that its place asks for (OpenAPI 3.1.1, 4.8.23)."""
    anchors = {node[key] for node in survey.by_kind["schema"] for key in _ANCHORS if key in node}
    for name, node in survey.visits:
        if "$ref" not in node or not isinstance(reference := node["$ref"], str):
            continue
        if "$ref" not in survey.kind(name).keys and not survey.kind(name).is_referable:
            continue
        if (found := _dangling(survey, name, reference, anchors)) is not None:
            message, rule = found
            yield Problem(message, rule, (*node.pointer, "$ref"))


def mapped(survey: Survey) -> Iterator[Problem]:
    """The targets of a discriminator's ``mapping`` that are references resolve (OpenAPI 3.1.1, 4.8.25)."""
    for node in survey.by_kind["discriminator"]:
        mapping = node.mapping("mapping")
        for value, reference in mapping.items():
            if isinstance(reference, str) and reference.startswith("#"):
                found = _dangling(survey, "schema", reference, set())
                if found is not None:
                    yield Problem(*found, (*mapping.pointer, value))


def _dangling(survey: Survey, name: str, reference: str, anchors: set[Json]) -> tuple[str, str] | None:
    """What is wrong with a reference in a place for one kind of object, and by which rule."""
    if not reference.startswith("#"):
        what = "a URL" if "://" in reference else "another file"
        return f"{reference!r} is {what}; references must stay within the document", "external-reference"
    if reference != "#" and not reference.startswith("#/"):
        if reference[1:] in anchors:
            return None
        hint = f"; did you mean '#/{reference[1:]}'?" if "/" in reference else ""
        return f"{reference!r} leads nowhere: a reference begins with '#/'{hint}", "dangling-reference"
    try:
        target = follow(survey.root, reference)
    except Dangling as dangling:
        keys = list(dangling.around) if isinstance(dangling.around, Node) else []
        hint = did_you_mean(dangling.token, keys)
        return f"{reference!r} leads nowhere: {dangling.reached} has no {dangling.token!r}{hint}", (
            "dangling-reference"
        )
    wanted = survey.kind(name).title
    if isinstance(target, bool) and name == "schema" and survey.version == "3.1":
        return None
    actual = survey.kind_at(target.pointer) if isinstance(target, Node) else None
    if actual == name:
        return None
    what = survey.kind(actual).title if actual else f"no {wanted.partition(' ')[2]}"
    return f"{reference!r} is {what}; what belongs here is {wanted}", "wrong-reference"


def without_rings(survey: Survey) -> Iterator[Problem]:
    """No reference leads back to itself without an object, an array or a union between (JSON Schema core, 9.4.1).

    So neither ``A: {$ref: B}, B: {$ref: A}`` nor ``A: {allOf: [{$ref: A}]}`` has a meaning.
    """

    def edges(node: Node) -> list[Node]:
        target = survey.target(node.text("$ref")) if isinstance(node.get("$ref"), str) else None
        return [*([target] if isinstance(target, Node) else []), *node.mappings("allOf")]

    nodes = {id(node): node for name, node in survey.visits if "$ref" in node or "allOf" in node}
    done: set[int] = set()
    for start in nodes.values():
        if id(start) in done:
            continue
        path: list[Node] = [start]
        on_path = {id(start): 0}
        pending = [iter(edges(start))]
        while pending:
            target = next(pending[-1], None)
            if target is None:
                pending.pop()
                finished = path.pop()
                del on_path[id(finished)]
                done.add(id(finished))
            elif id(target) in on_path:
                yield _ring(path[on_path[id(target)] :])
            elif id(target) in nodes and id(target) not in done:
                on_path[id(target)] = len(path)
                path.append(target)
                pending.append(iter(edges(target)))


def _ring(ring: list[Node]) -> Problem:
    """The problem of a ring: shown at the last reference in it."""
    references = [node for node in ring if isinstance(node.get("$ref"), str)]
    last = references[-1]
    names = [node.text("$ref") for node in references]
    way = " -> ".join([names[-1], *names])
    if any("$ref" not in node for node in ring):
        message = f"this 'allOf' contains itself: {way}"
        return Problem(message, "circular-all-of", (*last.pointer, "$ref"))
    if len(references) == 1:
        message = f"{json_pointer(last.pointer)[1:]!r} refers to itself"
    else:
        message = f"these references lead in a circle and to nothing: {way}"
    return Problem(message, "circular-reference", (*last.pointer, "$ref"))


REFERENCE_RULES = (resolvable, mapped, without_rings)
