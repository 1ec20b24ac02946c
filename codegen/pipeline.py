"""The steps in a row: an OpenAPI document in, the files of its client out, nothing written."""

from __future__ import annotations

from pathlib import Path

from codegen import record
from codegen.check import check
from codegen.describe import describe
from codegen.document import Node
from codegen.format import format
from codegen.ledger import reconcile
from codegen.load import load
from codegen.parse import parse
from codegen.problems import Refused
from codegen.render import render
from codegen.simplify import simplify


def generate(spec: Path) -> dict[str, str]:
    """Return the text of each file of the client, by path, and among them the record of the others.

    Raises:
        Refused: The document has problems: all that the step found which stopped. It carries the source.
        Unusable: The document cannot be read, or the environment lacks something.
        Defect: The generator contradicts itself.
    """
    document = load(spec)
    try:
        files = package(document.root)
    except Refused as refused:
        raise Refused(refused.problems, document.source) from refused
    return {**files, record.NAME: record.compose(files, document.root)}


def package(root: Node) -> dict[str, str]:
    """Return the files alone, from a document that has been read."""
    check(root)
    simplified = simplify(root)
    api = describe(simplified, parse(simplified))
    reconcile(root, api)
    return format(render(api))
