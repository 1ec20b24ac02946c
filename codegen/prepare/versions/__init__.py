"""Converts a document of any supported version to OpenAPI 3.

Every mapping keeps the pointer of the part of the document that it stands for, so that problems are shown
there and the ledger can look for each part.
"""

from __future__ import annotations

from codegen.document.node import Node
from codegen.prepare.versions.newer import as_31
from codegen.prepare.versions.swagger import as_30
from codegen.standard.objects import version_of


def as_openapi(root: Node) -> Node:
    """The document as OpenAPI 3; itself if nothing changes."""
    match version_of(root):
        case "2.0":
            return as_30(root)
        case "3.1" | "3.2":
            return as_31(root)
        case _:
            return root
