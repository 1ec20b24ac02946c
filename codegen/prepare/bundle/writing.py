"""Writes the parts of several files as one document.

What a reference to another file leads to becomes a component, its home. Where no reference may stand, as in
place of an operation or of all schemas, or where OpenAPI has no components of that kind, it is written in the
place of the reference. Both keep their places in their files (`codegen.document.source_map`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import quote

from codegen.document.limits import DEEPEST, MOST_INLINED, TOO_DEEP
from codegen.document.node import Json, Node, Pointer, TooDeepError, json_pointer, placed
from codegen.document.problems import Problem, Refused
from codegen.document.source_map import Origin
from codegen.prepare.bundle.access import Unreachable
from codegen.prepare.bundle.library import File
from codegen.prepare.bundle.references import (
    Found,
    PlacedReference,
    ReferenceBase,
    References,
    Target,
    pure_reference,
)
from codegen.prepare.bundle.requirements import required_schemes
from codegen.prepare.bundle.written import REFERENCES, Written, section, with_item, with_nested
from codegen.standard.keywords import Shape
from codegen.standard.kinds import Content, ObjectKind

_IS_REFERENCE = re.compile(r"[#/]|\.(?:ya?ml|json)$")
"""In the mapping of a discriminator, where a name of a component may stand as well."""

_IS_READABLE = re.compile(r"[^#]+\.(?:ya?ml|json|md|markdown|txt|html?)(?:#|$)", re.IGNORECASE)
"""A reference to another file that can be read."""

_FREE = frozenset({"const", "default", "$ref", "$dynamicRef"})
"""Keys under which a mapping with ``$ref`` may be a value like any other, or a text is a reference."""

_TOO_MANY = f"references to other files repeat more than {MOST_INLINED:,} mappings"


class Writer:
    """Writes objects, with references to the homes of their targets."""

    def __init__(
        self,
        references: References,
        kinds: Mapping[str, ObjectKind],
        entry: File,
        home_of: Callable[[Target], Pointer],
    ) -> None:
        self._references = references
        self._kinds = kinds
        self._entry = entry
        self._home_of = home_of
        self._sections = {kind: section(kinds, kind) for kind in kinds}
        self._around: set[tuple[str, Pointer]] = set()
        """The targets that are being written in place."""
        self._inlined: set[tuple[str, Pointer]] = set()
        self._repeating = 0
        """The number of enclosing targets that were written before."""
        self._repeated = 0
        self._links: list[tuple[Node, ReferenceBase]] = []
        self.written = Written()

    def document(self, homes: Iterable[Found]) -> Node:
        """The entry document, with the targets whose home is not in it already."""
        root = self._entry.root if isinstance(self._entry.root, Node) else Node()
        root = self.object("openapi", root, (), ReferenceBase.of(self._entry))
        added: dict[Pointer, dict[str, Json]] = defaultdict(dict)
        for target, value, scope in homes:
            home = self._home_of(target)
            added[home[:-1]][str(home[-1])] = self.part(target, value, home, scope)
        for place, parts in added.items():
            root = with_nested(root, place, parts)
        self._point_links()
        return root

    def part(self, target: Target, value: Json, at: Pointer, scope: ReferenceBase) -> Json:
        """The content of a target, written at its home."""
        self.written.moved[at] = Origin(target.file.source, target.pointer, has_key=True)
        if isinstance(value, Node):
            return self.object(target.kind, value, at, scope, is_home=True)
        return self._plain(value, at)

    def object(
        self, name: str, node: Node, at: Pointer, scope: ReferenceBase, *, is_home: bool = False
    ) -> Node:
        """An object of a kind, written at a place."""
        scope = scope.within(node)
        if len(at) > DEEPEST:
            raise Refused([Problem(TOO_DEEP, "too-deep", at)])
        self._repeated += bool(self._repeating)
        if self._repeated > MOST_INLINED:
            raise Refused([Problem(_TOO_MANY, "too-many", at, "key")])
        if not is_home and at[:-1] == self._sections[name]:
            claimed = self._claimed(name, node, at, scope)
            if claimed is not None:
                return claimed
        if isinstance(node.get("$ref"), str) and self._is_in_place(name):
            return self._in_place(name, node, at, scope)
        return self._entered(name, node, at, scope)

    def _is_in_place(self, name: str) -> bool:
        """Whether the target of a reference is written in its place."""
        return name == "pathItem" or not self._may_refer(name) or self._sections[name] is None

    def _may_refer(self, name: str) -> bool:
        kind = self._kinds[name]
        return kind.is_referable or "$ref" in kind.keys

    def _entered(self, name: str, node: Node, at: Pointer, scope: ReferenceBase) -> Node:
        """An object, with its parts."""
        kind = self._kinds[name]
        is_reference = kind.is_referable and "$ref" in node
        items = {
            key: self._leaf(value, (*at, key), scope)
            if not is_reference and key in kind.keys and kind.keys[key] is None and key not in _FREE
            else self._value(None if is_reference else kind.content(key), value, (*at, key), scope)
            for key, value in node.items()
        }
        for key in REFERENCES if self._may_refer(name) else ():
            if isinstance(node.get(key), str):
                items[key] = self._reference(PlacedReference(node.text(key), name, scope), at, key)
        if name == "discriminator":
            for key, value in node.mapping("mapping").items() if "mapping" in node else ():
                if isinstance(value, str) and _IS_REFERENCE.search(value):
                    meant = self._reference(PlacedReference(value, "schema", scope), (*at, "mapping"), key)
                    items["mapping"] = with_item(items["mapping"], key, meant)
            default = node.get("defaultMapping")
            if isinstance(default, str) and _IS_REFERENCE.search(default):
                meant = self._reference(PlacedReference(default, "schema", scope), at, "defaultMapping")
                items["defaultMapping"] = meant
        written = Node(items, pointer=at)
        if name == "operation" and scope.file is not self._entry:
            place = self._sections["securityScheme"] or ()
            for found in required_schemes(node, scope.file, self._entry, place):
                self.written.targets.setdefault(found[0], found)
        if name == "link" and isinstance(node.get("operationRef"), str):
            self._links.append((written, scope))
        return written

    def _claimed(self, name: str, node: Node, at: Pointer, scope: ReferenceBase) -> Node | None:
        """A component that is in another file: its content, or a reference to its home.

        None for a component that is in the entry document.
        """
        found: Found = Target(scope.file, node.pointer, name), node, scope
        if (reference := pure_reference(node)) is not None:
            try:
                found = self._follow(PlacedReference(reference, name, scope))
            except Unreachable:  # which is reported when the reference is written
                return None
            self._note(PlacedReference(reference, name, scope), at, "$ref")
        target, value, inner = found
        if target.file is self._entry or not isinstance(value, Node):
            return None
        self.written.targets.setdefault(target, found)
        self.written.claims.setdefault(target, []).append(at)
        home = self._home_of(target)
        if home != at:
            return Node({"$ref": _reference_to(home)}, pointer=at)
        self.written.moved[at] = Origin(target.file.source, target.pointer, has_key=reference is None)
        return self.object(name, value, at, inner, is_home=True)

    def _value(self, content: Content | None, value: Json, at: Pointer, scope: ReferenceBase) -> Json:
        """The value of a key."""
        if content is None or not isinstance(value, (Node, list)):
            return self._plain(value, at)
        if content.shape is Shape.ONE:
            return self._one(content.kind, value, at, scope)
        if isinstance(value, Node) and isinstance(value.get("$ref"), str):
            return self._spliced(content, value, at, scope)
        if content.shape is Shape.MAP and isinstance(value, Node):
            items = {key: self._one(content.kind, one, (*at, key), scope) for key, one in value.items()}
            return Node(items, pointer=at)
        if content.shape is Shape.LIST and isinstance(value, list):
            return [self._one(content.kind, one, (*at, index), scope) for index, one in enumerate(value)]
        return self._plain(value, at)

    def _leaf(self, value: Json, at: Pointer, scope: ReferenceBase) -> Json:
        """A value without objects of OpenAPI; some tools resolve a reference in its place, too."""
        text = pure_reference(value)
        if text is None or not _IS_READABLE.match(text):
            return self._plain(value, at)
        try:
            target, found, _ = self._references.follow(PlacedReference(text, "schema", scope))
        except Unreachable:  # `codegen.check` reports the mapping, if nothing else may be there
            return self._plain(value, at)
        self.written.moved[at] = Origin(target.file.source, target.pointer)
        return self._plain(found, at)

    def _one(self, name: str, value: Json, at: Pointer, scope: ReferenceBase) -> Json:
        return self.object(name, value, at, scope) if isinstance(value, Node) else self._plain(value, at)

    @staticmethod
    def _plain(value: Json, at: Pointer) -> Json:
        """A value without objects of OpenAPI."""
        if isinstance(value, Node) and value.pointer == at:
            return value
        try:
            return placed(value, at, deepest=DEEPEST)
        except TooDeepError as error:
            raise Refused([Problem(TOO_DEEP, "too-deep", error.pointer)]) from error

    def _follow(self, reference: PlacedReference) -> Found:
        """The target of a reference, if it can be an object of the expected kind."""
        found = target, value, _ = self._references.follow(reference)
        if target.file is self._entry:
            return found
        wanted, name = self._kinds[reference.kind].title, reference.kind
        if isinstance(value, Node) and not {"openapi", "swagger"}.isdisjoint(value):
            raise _wrong(reference, f"leads to a whole document, not to {wanted}: it needs a fragment")
        if not isinstance(value, Node) and not (isinstance(value, bool) and name == "schema"):
            raise _wrong(reference, f"does not lead to {wanted}")
        if target.pointer[:1] == ("components",) and target.pointer[:-1] != self._sections[name]:
            for kind, one in self._kinds.items():
                if self._sections[kind] == target.pointer[:-1]:
                    raise _wrong(reference, f"leads to {one.title}, not to {wanted}")
        return found

    def _reference(self, reference: PlacedReference, owner: Pointer, key: str) -> str:
        """A reference to the home of the target of a reference."""
        try:
            target, value, inner = self._follow(reference)
        except Unreachable as error:
            return self._failed(error, reference, owner, key)
        self._note(reference, owner, key)
        if target.file is not self._entry:
            self.written.targets.setdefault(target, (target, value, inner))
        home = self._home_of(target)
        is_whole = reference.scope.base == self._entry.uri  # elsewhere, a fragment begins at an ``$id``
        is_same = reference.scope.file is target.file is self._entry and home == target.pointer and is_whole
        return reference.text if is_same and reference.text.startswith("#/") else _reference_to(home)

    def _failed(self, error: Unreachable, reference: PlacedReference, owner: Pointer, key: str) -> str:
        """Record a dangling reference. `codegen.check` reports those within the entry document."""
        file, text = reference.scope.file, reference.text
        if reference.is_fragment and file is self._entry:
            return text
        meant = self._references.meant(reference, self._sections[reference.kind] or ())
        hinted = error.with_hint(f"; did you mean {meant!r}?" if meant else "")
        self.written.fail(hinted, reference.kind, owner, key, meant=meant)
        # Within the document, a fragment would mean something else.
        return f"{file.name}{text}" if reference.is_fragment else text

    def _note(self, reference: PlacedReference, owner: Pointer, key: str) -> None:
        """Report a path that is read although it has backslashes."""
        if self._references.is_of_windows(reference):
            meant = reference.text.replace("\\", "/")
            message = f"{reference.text!r} leads nowhere: write '/' between folders"
            self.written.note(message, owner, key, f"read as {meant!r}")

    def _in_place(self, name: str, node: Node, at: Pointer, scope: ReferenceBase) -> Node:
        """The target of a reference, with the keys beside it, which win (OpenAPI 3.1.1, 4.8.9)."""
        reference = PlacedReference(node.text("$ref"), name, scope)
        try:
            target, value, inner = self._follow(reference)
            is_mapping = isinstance(value, Node)
            if target.file is self._entry and (scope.file is self._entry or "$ref" in self._kinds[name].keys):
                return self._entered(name, node, at, scope)
            self._refuse(target, reference, None if is_mapping else self._kinds[name].title)
        except Unreachable as error:
            left = self._failed(error, reference, at, "$ref")
            return self._entered(name, node.without("$ref"), at, scope).with_items(**{"$ref": left})
        self._note(reference, at, "$ref")
        with self._inlining(target, at):
            written = self._one(name, value, at, inner)
        kind = self._kinds[name]
        return self._with_others(written, kind, node, at, scope) if isinstance(written, Node) else node

    def _spliced(self, content: Content, node: Node, at: Pointer, scope: ReferenceBase) -> Json:
        """Objects that one reference leads to: all schemas, all parameters."""
        reference = PlacedReference(node.text("$ref"), content.kind, scope)
        is_map = content.shape is Shape.MAP
        try:
            target, value, inner = self._references.follow(reference)
            if target.file is self._entry is scope.file:
                return self._plain(node, at)
            fits = isinstance(value, Node if is_map else list)
            self._refuse(target, reference, None if fits else "a mapping" if is_map else "a list")
        except Unreachable as error:
            return Node({"$ref": self._failed(error, reference, at, "$ref")}, pointer=at)
        self._note(reference, at, "$ref")
        with self._inlining(target, at):
            written = self._value(content, value, at, inner)
        held = ObjectKind("", others=content, is_extensible=False)
        return self._with_others(written, held, node, at, scope) if isinstance(written, Node) else written

    def _refuse(self, target: Target, reference: PlacedReference, wanted: str | None) -> None:
        """Refuse to write a target in place of a reference: it has another kind or contains it."""
        if wanted is not None:
            raise _wrong(reference, f"does not lead to {wanted}")
        if (target.file.uri, target.pointer) in self._around:
            message = f"this reference leads back to itself: {reference.text!r}"
            raise Unreachable(message, "circular-reference", is_tolerable=False)

    def _with_others(
        self, written: Node, kind: ObjectKind, node: Node, at: Pointer, scope: ReferenceBase
    ) -> Node:
        beside: dict[str, Json] = {}
        for key, value in node.without("$ref").items():
            self.written.moved[(*at, key)] = Origin(scope.file.source, (*node.pointer, key), has_key=True)
            beside[key] = self._value(kind.content(key), value, (*at, key), scope)
        return written.with_items(**beside)

    @contextmanager
    def _inlining(self, target: Target, at: Pointer) -> Iterator[None]:
        step = (target.file.uri, target.pointer)
        self.written.moved[at] = Origin(target.file.source, target.pointer)
        is_repeated = step in self._inlined
        self._around.add(step)
        self._inlined.add(step)
        self._repeating += is_repeated
        yield
        self._repeating -= is_repeated
        self._around.remove(step)

    def _point_links(self) -> None:
        """Let links refer to operations of other files by their places in the document."""
        places = {(one.source.name, one.pointer): at for at, one in self.written.moved.items()}
        for link, scope in self._links:
            found = self._references.named(PlacedReference(link.text("operationRef"), "operation", scope))
            if found is not None:
                file, pointer = found
                for length in range(len(pointer), -1, -1):
                    around = () if file is self._entry else places.get((file.source.name, pointer[:length]))
                    if around is not None:
                        rest = pointer if file is self._entry else pointer[length:]
                        link["operationRef"] = _reference_to((*around, *rest))
                        break


def _wrong(reference: PlacedReference, fault: str) -> Unreachable:
    return Unreachable(f"{reference.text!r} {fault}", "wrong-reference")


def _reference_to(home: Pointer) -> str:
    return f"#{quote(json_pointer(home), safe=_SAFE)}"


_SAFE = "/~!$&'()*+,;=:@{}"
