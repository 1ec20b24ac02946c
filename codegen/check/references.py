"""Checks that each reference resolves, to an object of the expected kind, and not to itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import unquote

from codegen.check.near_references import meant_reference
from codegen.check.survey import Survey
from codegen.document.node import Json, Node, Pointer, mappings_in
from codegen.document.pointers import Dangling, follow
from codegen.document.problems import Edit, Problem, leaving_out
from codegen.document.spelling import did_you_mean
from codegen.standard.objects import OF_JSON_SCHEMA

_ANCHORS = ("$anchor", "$dynamicAnchor")


def resolvable(survey: Survey) -> Iterator[Problem]:
    """Each ``$ref`` points at an object of the kind that its place asks for (OpenAPI 3.1.1, 4.8.23)."""
    anchors = {node.text(key) for node in survey.by_kind["schema"] for key in _ANCHORS if key in node}
    right: set[tuple[str, str]] = set()
    for name, node in survey.visits:
        if "$ref" not in node:
            continue
        kind, reference = survey.kind(name), node["$ref"]
        if not isinstance(reference, str) or not (kind.is_referable or "$ref" in kind.keys):
            continue
        is_right = (name, reference) in right or (reference.startswith("#") and reference[1:] in anchors)
        problem = None if is_right else _problem(survey, name, reference, (*node.pointer, "$ref"))
        if problem is None:
            right.add((name, reference))
        else:
            past, reading = _meant(survey, name, problem, reference) or _kept(
                survey, name, node, kept=problem.rule == "wrong-reference"
            )
            yield replace(problem, past=past, reading=reading)


def excused(root: Node, faults: Mapping[Pointer, Problem]) -> Mapping[Pointer, Problem]:
    """The faults of references to other files, except in unused components."""
    if not any(_is_component(place) for place in faults):
        return faults
    # A reference may name a component in another way than it should, such as `components/schemas/pet`.
    used: set[str] = set()
    for part in mappings_in(root):
        own = str(part.pointer[-1]).casefold() if _is_component(part.pointer) else ""
        for one in (part.get("$ref"), *part.mapping("mapping").values()):
            used.update({*unquote(one).casefold().split("/")} - {own} if isinstance(one, str) else ())
        used.update(name.casefold() for one in part.mappings("security") for name in one)
    return {place: _excused(place, fault, used) for place, fault in faults.items()}


def _is_component(place: Pointer) -> bool:
    return place[:1] == ("components",) and len(place) == 3


def _excused(place: Pointer, fault: Problem, used: set[str]) -> Problem:
    if not _is_component(place) or fault.reading or str(place[2]).casefold() in used:
        return fault
    return replace(fault, reading="the component is ignored, since nothing uses it")


def _meant(
    survey: Survey, name: str, problem: Problem, reference: str
) -> tuple[tuple[Edit, ...], str] | None:
    """The change that corrects a reference with one plain meaning, and how it is read."""
    right = None if problem.rule == "wrong-reference" else meant_reference(survey, name, reference)
    if right is None or not isinstance(problem.where, tuple):
        return None
    return (Edit(problem.where, right),), f"read as {right!r}"


def _without(name: str, reference: Node) -> tuple[Edit, ...]:
    """The changes that remove a reference: a schema allows any value, anything else is omitted."""
    if name == "schema":
        return (Edit(reference.pointer, Node(pointer=reference.pointer)),)
    return leaving_out(reference.pointer)


def _kept(survey: Survey, name: str, reference: Node, *, kept: bool) -> tuple[tuple[Edit, ...], str]:
    """The changes that replace a reference by an object of its kind, and how the reference is read.

    A schema that stands for a response, a body or a header is theirs. A response and a body may hold anything
    if the reference leads nowhere; they stay, since callers wait for a response, and a body is sent.
    """
    place = reference.pointer
    is_external = not reference.text("$ref").startswith("#")
    if name not in _HOLDING or is_external:
        return _without(name, reference), "" if is_external else _dropped(survey, name)
    held: dict[str, Json] = {"description": ""} if name == "response" else {}
    target = survey.target(reference.text("$ref")) if kept else None
    actual = survey.kind_at(target.pointer) if isinstance(target, Node) else None
    schema = Node(pointer=(*place, "schema"))
    if actual == "schema":
        schema = Node({"$ref": reference["$ref"]}, pointer=(*place, "schema"))
    elif actual in {"parameter", "header"} and isinstance(target, Node) and "schema" in target:
        schema = Node(target.mapping("schema"), pointer=(*place, "schema"))
    if name == "header":
        held["schema"] = schema
    else:
        media = Node({"schema": schema}, pointer=(*place, "content", "application/json"))
        held["content"] = Node({"application/json": media}, pointer=(*place, "content"))
    read = f"read as {survey.kind(name).title} of the schema" if actual == "schema" else ""
    return (Edit(place, Node(held, pointer=place)),), read or f"{survey.kind(name).title} of any content"


def _dropped(survey: Survey, name: str) -> str:
    """The consequence for a part whose reference leads nowhere."""
    _, _, what = survey.kind(name).title.partition(" ")
    return "the schema allows any value" if name == "schema" else f"the {what} is dropped"


_HOLDING = frozenset({"response", "requestBody", "header"})
"""The kinds of objects that hold schemas."""


def mapping_targets(survey: Survey) -> Iterator[Problem]:
    """The targets of a discriminator's ``mapping`` that are references resolve (OpenAPI 3.1.1, 4.8.25)."""
    for node in survey.by_kind["discriminator"]:
        mapping = node.mapping("mapping")
        for value, reference in mapping.items():
            if isinstance(reference, str) and reference.startswith("#"):
                where = (*mapping.pointer, value)
                problem = _problem(survey, "schema", reference, where)
                if problem is not None:
                    left_out = leaving_out(where), "the name is not in the mapping"
                    past, reading = _meant(survey, "schema", problem, reference) or left_out
                    yield replace(problem, past=past, reading=reading)
        default, where = node.text("defaultMapping"), (*node.pointer, "defaultMapping")
        if default.startswith("#") and (problem := _problem(survey, "schema", default, where)) is not None:
            yield replace(problem, past=leaving_out(where), reading="the key is ignored")


def _problem(survey: Survey, name: str, reference: str, where: Pointer) -> Problem | None:
    """The fault of a reference to an object of a kind; None if there is none."""
    if not reference.startswith("#"):  # elsewhere, `codegen.prepare.bundle` has found that it leads nowhere
        message = f"no file is read for {reference!r}, since a key around it is none of the standard"
        return Problem(message, "external-reference", where)
    if reference != "#" and not reference.startswith("#/"):
        message = f"{reference!r} leads nowhere: a reference within the document begins with '#/'"
        return Problem(message, "dangling-reference", where)
    try:
        target = follow(survey.root, reference)
    except Dangling as dangling:
        around = dangling.reached if "/" in dangling.reached else "the document"
        hint = did_you_mean(dangling.token, dangling.around) if isinstance(dangling.around, Node) else ""
        message = f"{reference!r} leads nowhere: {around} has no {dangling.token!r}{hint}"
        return Problem(message, "dangling-reference", where)
    actual = survey.kind_at(target.pointer) if isinstance(target, Node) else None
    if actual == name or (isinstance(target, bool) and name == "schema" and survey.version in OF_JSON_SCHEMA):
        return None
    wanted = survey.kind(name).title
    leads = f"leads to {survey.kind(actual).title}, not" if actual else "does not lead"
    message = f"{reference!r} {leads} to {wanted}"
    return Problem(message, "wrong-reference", where)


def without_rings(survey: Survey) -> Iterator[Problem]:
    """No reference leads back to itself by references and ``allOf`` alone (JSON Schema 2020-12 core, 9.4.1).

    So neither ``A: {$ref: B}, B: {$ref: A}`` nor ``A: {allOf: [{$ref: A}]}`` has a meaning.
    """

    def edges(node: Node) -> list[Node]:
        target = survey.target(node.text("$ref")) if isinstance(node.get("$ref"), str) else None
        return [*([target] if isinstance(target, Node) else []), *node.mappings("allOf")]

    nodes = {node.pointer: node for name, node in survey.visits if "$ref" in node or "allOf" in node}
    done: set[Pointer] = set()
    for start in nodes.values():
        if start.pointer in done:
            continue
        path: list[Node] = [start]
        on_path = {start.pointer: 0}
        pending = [iter(edges(start))]
        while pending:
            target = next(pending[-1], None)
            if target is None:
                pending.pop()
                finished = path.pop().pointer
                del on_path[finished]
                done.add(finished)
            elif target.pointer in on_path:
                yield _ring(path[on_path[target.pointer] :])
            elif target.pointer in nodes and target.pointer not in done:
                on_path[target.pointer] = len(path)
                path.append(target)
                pending.append(iter(edges(target)))


def _ring(ring: list[Node]) -> Problem:
    """The problem of a ring: shown at the last reference in it."""
    references = [node for node in ring if isinstance(node.get("$ref"), str)]
    last = references[-1]
    past = _without("schema", last)
    names = [node.text("$ref") for node in references]
    way = " -> ".join([names[-1], *names])
    if any("$ref" not in node for node in ring):
        message = f"this 'allOf' contains itself: {way}"
        return Problem(message, "circular-all-of", (*last.pointer, "$ref"), past=past)
    message = f"these references lead in a circle, and to nothing: {way}"
    return Problem(message, "circular-reference", (*last.pointer, "$ref"), past=past)


REFERENCE_RULES = (resolvable, mapping_targets, without_rings)
