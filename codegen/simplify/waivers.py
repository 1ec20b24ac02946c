"""Removes the parts that the author skips with ``x-generate: {skip: "reason"}``."""

from __future__ import annotations

from codegen.document.node import Json, Node
from codegen.document.problems import Problem, Refused
from codegen.standard.extensions import is_waived
from codegen.standard.http_methods import with_operations
from codegen.standard.positions import Document, rewrite_path_items, rewrite_schemas
from codegen.standard.schemas import rewrite_subschemas


def skip_waived(document: Document) -> Document:
    """Remove operations, parameters and properties with a waiver. A waived schema becomes any value.

    ``x-generate`` is an extension of ours (OpenAPI 3.1.1, 4.9); the ledger lists each waiver.

    Raises:
        Refused: A required path parameter is waived: the path could not be filled in.
    """
    if document.lacks(("x-generate",)):
        return document
    problems: list[Problem] = []

    def parameters(owner: Node) -> Node:
        if "parameters" not in owner:
            return owner
        kept: list[Json] = []
        for parameter in owner.values_of("parameters"):
            if not isinstance(parameter, Node) or not is_waived(parameter):
                kept.append(parameter)
            elif parameter.get("in") == "path":
                message = "a path parameter cannot be skipped; skip the operation"
                problems.append(Problem(message, "waiver", parameter.pointer))
        return owner if len(kept) == len(owner.values_of("parameters")) else owner.with_items(parameters=kept)

    def path_item(item: Node) -> Node:
        return parameters(with_operations(item, operation))

    def operation(_: str, node: Node) -> Node | None:
        return None if is_waived(node) else parameters(node)

    document = rewrite_path_items(document, path_item)
    document = rewrite_schemas(document, lambda schema, _: _without_waived(schema))
    if problems:
        raise Refused(problems)
    return document


def _without_waived(schema: Node) -> Node:
    if is_waived(schema):
        return Node(
            {key: value for key, value in schema.items() if key == "x-generate"}, pointer=schema.pointer
        )
    skipped = {name for name, child in schema.entries("properties") if is_waived(child)}
    if skipped:
        schema = schema.with_items(properties=schema.mapping("properties").without(*skipped))
        if "required" in schema:
            kept = [name for name in schema.values_of("required") if name not in skipped]
            schema = schema.with_items(required=kept)
    return rewrite_subschemas(schema, _without_waived)
