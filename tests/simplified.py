"""Small documents, and what they are simplified to."""

from __future__ import annotations

from pathlib import Path

import yaml

from codegen.document.node import Node, placed
from codegen.simplify import simplify as simplify_document
from tests.written import whole

ZOO = Path(__file__).parent / "documents" / "zoo.yaml"


def document(text: str) -> Node:
    root = placed(yaml.safe_load(text))
    assert isinstance(root, Node)
    return root


def api(*, paths: str = "{}", schemas: str = "{}", more: str = "") -> Node:
    head = "openapi: 3.1.0\ninfo: {title: Test, version: '1'}\n"
    return document(f"{head}paths: {paths}\ncomponents: {{schemas: {schemas}}}\n{more}")


def simplify(root: Node) -> Node:
    """The document, written as OpenAPI again, without what it receives."""
    return whole(simplify_document(root))


def schemas_of(root: Node) -> Node:
    return root.mapping("components").mapping("schemas")
