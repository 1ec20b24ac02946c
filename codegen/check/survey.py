"""The input of every rule: the document, its version, and its objects by kind, found in one walk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from codegen.document.node import Json, Node, Pointer
from codegen.document.pointers import Dangling, follow
from codegen.standard.http_methods import operations_of
from codegen.standard.keywords import IN_PLACE
from codegen.standard.kinds import ObjectKind, mapped
from codegen.standard.objects import KINDS, Version, is_reference, version_of, walk
from codegen.standard.schemas import subschemas

_IN_PLACE = frozenset({*IN_PLACE, "$ref"})


class Survey:
    """A document and its objects."""

    def __init__(self, root: Node) -> None:
        self.root = root
        self.version: Version = version_of(root)
        self.visits: list[tuple[str, Node]] = list(walk(root, self.version))
        self._of: dict[str, list[Node]] = {}
        self._targets: dict[str, Json] = {}
        self._ends: dict[str, Node | None] = {}
        """Where the chain that begins with a reference ends: each link is followed once."""
        self._alike: dict[str, Mapping[str, Sequence[str]]] = {}

    @cached_property
    def by_kind(self) -> dict[str, list[Node]]:
        """The objects of each kind, including references in their place, in the order of the document."""
        found: dict[str, list[Node]] = defaultdict(list)
        for name, node in self.visits:
            found[name].append(node)
        return found

    def of(self, name: str) -> list[Node]:
        """The objects of a kind, without references in their place."""
        if name not in self._of:
            found = self.by_kind.get(name, [])
            self._of[name] = [node for node in found if not is_reference(self.kind(name), node)]
        return self._of[name]

    @cached_property
    def with_other_keys(self) -> list[tuple[str, Node]]:
        """The objects with keys that are none of their kind: extensions, keys of later versions, mistakes."""
        known = {name: kind.keys.keys() for name, kind in KINDS[self.version].items()}
        return [(name, node) for name, node in self.visits if not node.keys() <= known[name]]

    @cached_property
    def _kind_at(self) -> dict[Pointer, str]:
        return {node.pointer: name for name, node in self.visits}

    def kind_at(self, pointer: Pointer) -> str | None:
        """The name of the kind of the object at a place."""
        return self._kind_at.get(pointer)

    @cached_property
    def _at(self) -> dict[Pointer, Node]:
        return {node.pointer: node for _, node in self.visits}

    def at(self, pointer: Pointer) -> Node | None:
        """The object at a place in the document as loaded."""
        return self._at.get(pointer)

    def kind(self, name: str) -> ObjectKind:
        """A kind of the document's version of the standard."""
        return KINDS[self.version][name]

    def section_of(self, kind: str) -> tuple[str, Node]:
        """The section with the shared objects of a kind, and its path: ``"components/schemas"``."""
        is_swagger = self.version == "2.0"
        around, owner = ("", self.root) if is_swagger else ("components/", self.root.mapping("components"))
        keys = self.kind("openapi" if is_swagger else "components").keys
        key = next((key for key, held in keys.items() if held and held == mapped(kind)), "")
        return f"{around}{key}", owner.mapping(key)

    def alike(self, kind: str) -> Mapping[str, Sequence[str]]:
        """The names of the shared objects of a kind, by what they are without regard to case."""
        if kind not in self._alike:
            names: dict[str, list[str]] = defaultdict(list)
            for name in self.section_of(kind)[1]:
                names[name.casefold()].append(name)
            self._alike[kind] = names
        return self._alike[kind]

    def resolved(self, node: Node) -> Node | None:
        """The object at the end of a chain of references; None if a reference does not resolve."""
        passed: list[str] = []
        end: Node | None = node
        while end is not None and isinstance(reference := end.get("$ref"), str):
            if reference in self._ends:
                end = self._ends[reference]
                break
            self._ends[reference] = None  # what a chain that comes back here leads to
            passed.append(reference)
            target = self.target(reference)
            end = target if isinstance(target, Node) else None
        self._ends.update(dict.fromkeys(passed, end))
        return end

    def target(self, reference: str) -> Json:
        """The value that a reference points at; None if it does not resolve, or leads out of the document."""
        if reference not in self._targets:
            try:
                found = follow(self.root, reference) if reference.startswith("#") else None
            except Dangling:
                found = None
            self._targets[reference] = found
        return self._targets[reference]

    def applied_by(self, schema: Node) -> Iterator[tuple[str, Node]]:
        """The schemas that this one applies to the same value, each with the keyword.

        The keywords are ``$ref``, ``allOf`` and the like (JSON Schema 2020-12 core, 10.2).
        """
        if isinstance(schema.get("$ref"), str):
            target = self.target(schema.text("$ref"))
            if isinstance(target, Node):
                yield "$ref", target
            if self.version == "3.0":
                return  # What stands beside a reference says nothing there (OpenAPI 3.0.4, 4.7.23).
        for inner, keyword, _ in subschemas(schema, IN_PLACE):
            yield keyword, inner

    @cached_property
    def applying(self) -> Mapping[Pointer, Sequence[tuple[Node, str]]]:
        """The schemas that apply the one at a place, each with the keyword."""
        found: dict[Pointer, list[tuple[Node, str]]] = defaultdict(list)
        for schema in self.by_kind.get("schema", []):
            if not _IN_PLACE.isdisjoint(schema):
                for key, inner in self.applied_by(schema):
                    found[inner.pointer].append((schema, key))
        return found

    @cached_property
    def operations(self) -> list[tuple[str, Node, str, Node]]:
        """The operations under ``paths``: path, path item, method, operation."""
        return [*self._operations()]

    def _operations(self) -> Iterator[tuple[str, Node, str, Node]]:
        for path, declared in self.root.entries("paths"):
            item = None if path.startswith("x-") else self.resolved(declared)
            if item is not None:
                for method, operation in operations_of(item):
                    yield path, item, method, operation
