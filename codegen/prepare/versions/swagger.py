"""Writes a Swagger 2.0 document as the OpenAPI 3.0 document that says the same.

A part that several became, such as a body of form parameters, knows the places of all of them.
"""

from __future__ import annotations

from codegen.document.node import Json, Node
from codegen.prepare.versions.operations import ConvertedOperations
from codegen.prepare.versions.references import repointed
from codegen.prepare.versions.schemas import as_30_schema
from codegen.prepare.versions.security import security_schemes
from codegen.prepare.versions.servers import converted_servers

_KEPT = ("info", "tags", "externalDocs", "security")


def as_30(root: Node) -> Node:
    """The document as OpenAPI 3.0."""
    operations = ConvertedOperations(root)
    written: dict[str, Json] = {"openapi": "3.0.4"}
    written |= {key: value for key, value in root.items() if key in _KEPT or key.startswith("x-")}
    if listed := converted_servers(root):
        written["servers"] = listed
    written["paths"] = operations.paths()
    schemas = root.mapping("definitions")
    components: dict[str, Json] = {
        "schemas": schemas.with_items(**{key: as_30_schema(one) for key, one in root.entries("definitions")}),
        **operations.shared(),
        "securitySchemes": security_schemes(root.mapping("securityDefinitions")),
    }
    written["components"] = Node(
        {key: value for key, value in components.items() if value}, pointer=("components",)
    )
    return repointed(Node(written, pointer=root.pointer))
