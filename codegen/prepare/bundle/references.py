"""Finds the targets of references, in any file."""

from __future__ import annotations

import posixpath
import re
from difflib import get_close_matches
from typing import TypeAlias
from urllib.parse import quote, unquote, urlsplit

from msgspec import Struct

from codegen.document.node import Json, Node, Pointer, json_pointer
from codegen.document.pointers import tokens
from codegen.prepare.bundle.access import Unreachable, refuse_form
from codegen.prepare.bundle.library import File, Library, resolved_uri

_INDEX = re.compile("0|[1-9][0-9]{0,8}")
_NAME = re.compile(r"(?:[\w.-]+/)*[\w-]+")
"""A name of a component, or a path without the suffix of a file."""


class ReferenceBase(Struct, frozen=True):
    """The place of a reference: its file, and the base URI there."""

    file: File
    base: str
    """The URI of the file, or that of a schema around the reference with an ``$id``."""

    @classmethod
    def of(cls, file: File) -> ReferenceBase:
        """The scope of a whole file."""
        return cls(file, file.uri)

    def within(self, part: Node) -> ReferenceBase:
        """The scope in a part of the file, which may be a schema with an ``$id``."""
        base = self.file.bases.get(part.pointer, self.file.uri)
        return self if base == self.base else ReferenceBase(self.file, base)


class PlacedReference(Struct, frozen=True):
    """A reference: its text, the expected kind of object, and its place."""

    text: str
    kind: str
    scope: ReferenceBase

    @property
    def is_fragment(self) -> bool:
        """Whether it is one within its file."""
        return self.text.startswith("#")

    @property
    def parts(self) -> tuple[str, str]:
        """The URI and the fragment."""
        uri, _, fragment = self.text.partition("#")
        return uri, fragment


class Target(Struct, frozen=True):
    """A part of a file that references lead to, as an object of one kind."""

    file: File
    pointer: Pointer
    kind: str


Found: TypeAlias = "tuple[Target, Json, ReferenceBase]"
"""A target, the value there, and the scope of the references in it."""


class References:
    """Follows references."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._followed: set[PlacedReference] = set()
        """The references that are being followed, because a pointer may lead through references."""
        self._found: dict[PlacedReference, Found | Unreachable] = {}

    def forget_failures(self) -> bool:
        """Forget missing targets, because a file that was read since may have them."""
        failed = [key for key, found in self._found.items() if isinstance(found, Unreachable)]
        for key in failed:
            del self._found[key]
        return bool(failed)

    def follow(self, reference: PlacedReference) -> Found:
        """The target at the end of a chain of pure references.

        Raises:
            Unreachable: It leads nowhere, or to a file that must not be read.
        """
        if reference not in self._found:
            if reference in self._followed:
                raise _dangling(reference, "it leads through itself")
            self._followed.add(reference)
            try:
                self._found[reference] = self._end(reference)
            except Unreachable as error:
                self._found[reference] = error
            finally:
                self._followed.remove(reference)
        found = self._found[reference]
        if isinstance(found, Unreachable):
            raise found
        return found

    def named(self, reference: PlacedReference) -> tuple[File, tuple[str, ...]] | None:
        """The file and the pointer that a reference names, if the file has been read for another one."""
        uri, fragment = reference.parts
        scope = reference.scope
        meant = resolved_uri(scope.base, uri) if uri else scope.file.uri
        identified = self._library.identified(meant)
        file = self._library.files.get(meant) if identified is None else identified[0]
        if file is None or (fragment and not fragment.startswith("/")):
            return None
        around = () if identified is None else map(str, identified[1].pointer)
        return file, (*around, *tokens(fragment))

    def meant(self, reference: PlacedReference, section: Pointer) -> str | None:
        """The part of the entry document that a dangling reference probably means."""
        entry, text = self._library.entry, reference.text
        candidates = [text] if reference.is_fragment else []
        if _NAME.fullmatch(name := text.removeprefix("/")):
            candidates = [*([f"#/{name}"] if "/" in name else []), f"#{json_pointer((*section, name))}"]
        for candidate in candidates:
            try:
                self._one(PlacedReference(candidate, reference.kind, ReferenceBase.of(entry)))
            except Unreachable:
                continue
            path = "" if reference.scope.file is entry else _path_between(reference.scope.file, entry)
            return f"{path}{candidate}"
        return None

    def is_of_windows(self, reference: PlacedReference) -> bool:
        """Whether a path is written with backslashes, as on Windows, and no file has them in its name."""
        uri, scope = reference.parts[0], reference.scope
        return (
            "\\" in uri and uri[0] != "\\" and not self._library.has(resolved_uri(scope.file.uri, quote(uri)))
        )

    def _end(self, reference: PlacedReference) -> Found:
        found = self._one(reference)
        passed: set[Target] = set()
        chain: list[PlacedReference] = []
        while (text := pure_reference(found[1])) is not None and found[0].file is not self._library.entry:
            further = PlacedReference(text, reference.kind, found[2])
            if found[0] in passed:  # a ring, which `codegen.check` reports
                break
            passed.add(found[0])
            try:
                found = self.follow(further) if further in self._found else self._one(further)
            except Unreachable:  # which is reported where that reference stands
                break
            chain.append(further)
        self._found |= dict.fromkeys(chain, found)
        return found

    def _one(self, reference: PlacedReference) -> Found:
        """The direct target of a reference."""
        uri, fragment = reference.parts
        if uri:
            file, root, base = self._resource(uri, reference)
        else:
            file, base = reference.scope.file, reference.scope.base
            root = file.identified.get(base, file.root)
        try:
            return self._at(root, ReferenceBase(file, base), fragment, reference)
        except Unreachable:
            # A common mistake: an `$id` that is only a name, and references from the root of the file.
            if root is file.root:
                raise
            return self._at(file.root, ReferenceBase.of(file), fragment, reference)

    def _resource(self, uri: str, reference: PlacedReference) -> tuple[File, Json, str]:
        """The file or the schema that a URI identifies."""
        scope = reference.scope
        if self.is_of_windows(reference):
            uri = uri.replace("\\", "/")
        candidates = dict.fromkeys((resolved_uri(scope.base, uri), resolved_uri(scope.file.uri, uri)))
        for candidate in candidates:
            if (identified := self._library.identified(candidate)) is not None:
                return *identified, candidate
        if ":" in uri or not scope.file.uri.startswith("https:"):
            refuse_form(reference.text)
        first, *others = candidates
        found = next((one for one in others if not self._library.has(first)), first)
        file = self._library.file(found, reference.text)
        return file, file.root, file.uri

    def _at(self, root: Json, scope: ReferenceBase, fragment: str, reference: PlacedReference) -> Found:
        """The part of a file or a schema at a fragment: a JSON pointer (RFC 6901) or an anchor."""
        value, file = root, scope.file
        scope = scope.within(root) if isinstance(root, Node) else scope
        if fragment and not fragment.startswith("/"):
            anchored = file.anchored.get((scope.base, unquote(fragment)))
            if anchored is None:
                raise _dangling(reference, f"{file.name} has no anchor {fragment!r}")
            return Target(file, anchored.pointer, reference.kind), anchored, scope.within(anchored)
        pointer = root.pointer if isinstance(root, Node) else ()
        for token in tokens(fragment):
            if isinstance(value, Node) and token not in value and isinstance(value.get("$ref"), str):
                target, value, scope = self.follow(PlacedReference(value.text("$ref"), reference.kind, scope))
                pointer = target.pointer
            if isinstance(value, Node) and token in value:
                value, pointer = value[token], (*pointer, token)
            elif isinstance(value, list) and _INDEX.fullmatch(token) and int(token) < len(value):
                value, pointer = value[int(token)], (*pointer, int(token))
            else:
                near = get_close_matches(token[:60], [*value][:1000], n=1) if isinstance(value, Node) else []
                hint = f"; did you mean {near[0]!r}?" if near else ""
                around = f"{scope.file.name}#{json_pointer(pointer)}".rstrip("#")
                raise _dangling(reference, f"{around} has no {token!r}{hint}")
            scope = scope.within(value) if isinstance(value, Node) else scope
        return Target(scope.file, pointer, reference.kind), value, scope


def pure_reference(value: Json) -> str | None:
    """The reference, if a value is nothing but one."""
    if isinstance(value, Node) and len(value) == 1 and isinstance(value.get("$ref"), str):
        return value.text("$ref")
    return None


def _path_between(file: File, other: File) -> str:
    """The path from a file to another."""
    one, two = urlsplit(file.uri), urlsplit(other.uri)
    if one.scheme != two.scheme:
        return other.name
    return posixpath.relpath(two.path, posixpath.dirname(one.path))


def _dangling(reference: PlacedReference, fault: str) -> Unreachable:
    return Unreachable(f"{reference.text!r} leads nowhere: {fault}", "dangling-reference", has_file=True)
