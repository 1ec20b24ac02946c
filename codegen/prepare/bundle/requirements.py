"""Finds security schemes that an operation of another file requires, and only that file declares."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.document.node import Json, Node, Pointer
from codegen.prepare.bundle.library import File
from codegen.prepare.bundle.references import Found, ReferenceBase, Target


def required_schemes(operation: Node, file: File, entry: File, section: Pointer) -> Iterator[Found]:
    """The schemes that are in no section of the entry document.

    A requirement names schemes of the entry document, or of the document that it stands in (OpenAPI 3.1.1,
    4.3.3 and 4.8.30).

    Args:
        operation: The operation.
        file: Its file.
        entry: The entry document.
        section: Where a document has its security schemes.
    """
    known, declared = _at(entry.root, section), _at(file.root, section)
    for requirement in operation.mappings("security"):
        for name in requirement:
            scheme = declared.get(name)
            if name not in known and isinstance(scheme, Node):
                yield Target(file, scheme.pointer, "securityScheme"), scheme, ReferenceBase.of(file)


def _at(root: Json, place: Pointer) -> Node:
    """The mapping at a place, or an empty one."""
    found = root
    for token in place:
        found = found.get(str(token)) if isinstance(found, Node) else None
    return found if isinstance(found, Node) else Node()
