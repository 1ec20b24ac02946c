"""Unused components. They are left over from a change, or a reference is missing."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.check.strict.mistake import mistake
from codegen.check.survey import Survey
from codegen.document.node import Json, Node, Pointer
from codegen.document.problems import Problem
from codegen.standard.objects import is_reference


def used_components(survey: Survey) -> Iterator[Problem]:
    """Each component is used by an operation, directly or indirectly.

    A document without operations exists for its components. A discriminator uses the schemas that it maps to,
    and those that extend its own.
    """
    if not survey.by_kind.get("operation"):
        return
    components = survey.root.mapping("components")
    used = _Used(survey)
    for section in survey.kind("components").keys:
        for name, component in components.entries(section):
            if component.pointer not in used.found:
                message = f"nothing uses {name!r} of components/{section}"
                yield mistake(message, "unused-component", component.pointer, "key")


class _Used:
    """The components that can be reached from outside the components."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._extending = _extending(survey)
        self._anchored = _anchored(survey)
        self._kinds = {node.pointer: name for name, node in survey.visits}
        self.found: set[Pointer] = set()
        root = survey.root
        self._pending = [part for key in root if key != "components" for part in _held(root[key])]
        self._pending += self._schemes(root)
        while self._pending:
            self._visit(self._pending.pop())

    def _visit(self, node: Node) -> None:
        if node.pointer in self.found or node.pointer not in self._kinds:
            return
        self.found.add(node.pointer)
        kind = self._survey.kind(self._kinds[node.pointer])
        for reference in self._references(node):
            self._reach(reference)
        if is_reference(kind, node):
            return
        self._pending += self._extending.get(node.pointer, [])
        self._pending += self._schemes(node)
        for key, value in node.items():
            if kind.content(key) is not None:
                self._pending += _held(value)

    def _references(self, node: Node) -> Iterator[str]:
        yield from (node.text(key) for key in ("$ref", "$dynamicRef") if node.text(key))
        if self._kinds[node.pointer] == "discriminator":
            targets = [target for target in node.mapping("mapping").values() if isinstance(target, str)]
            yield from (one if "#" in one else f"#/components/schemas/{one}" for one in targets)

    def _reach(self, reference: str) -> None:
        """Continue at the target of a reference, and at the component that contains it."""
        target = self._survey.target(reference)
        if target is None:
            target = self._anchored.get(reference.removeprefix("#"))
        if isinstance(target, Node):
            self._pending.append(target)
            if len(target.pointer) > 3 and target.pointer[0] == "components":
                section, name = map(str, target.pointer[1:3])
                whole = self._survey.root.mapping("components").mapping(section)
                self._pending.append(whole.mapping(name))

    def _schemes(self, owner: Node) -> list[Node]:
        schemes = self._survey.root.mapping("components").mapping("securitySchemes")
        names = {name for requirement in owner.mappings("security") for name in requirement}
        return [scheme for name in names if isinstance(scheme := schemes.get(name), Node)]


def _held(value: Json) -> list[Node]:
    """The mappings that a key holds: its value, and what is in it if it is a map or a list."""
    inside = value.values() if isinstance(value, Node) else value if isinstance(value, list) else ()
    return [part for part in (value, *inside) if isinstance(part, Node)]


def _extending(survey: Survey) -> dict[Pointer, list[Node]]:
    """The schemas that extend, by ``allOf``, one with a discriminator."""
    found: dict[Pointer, list[Node]] = {}
    for schema in survey.of("schema"):
        for member in schema.mappings("allOf"):
            base = survey.resolved(member)
            if base is not None and "discriminator" in base:
                found.setdefault(base.pointer, []).append(schema)
    return found


def _anchored(survey: Survey) -> dict[str, Node]:
    return {
        schema.text(key): schema
        for schema in survey.by_kind.get("schema", [])
        for key in ("$anchor", "$dynamicAnchor")
        if key in schema
    }


UNUSED_RULES = (used_components,)
