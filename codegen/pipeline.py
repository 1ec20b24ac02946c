"""The steps in a row: an OpenAPI document in, the files of its client out, nothing written."""

from __future__ import annotations

from codegen import record
from codegen.check import check
from codegen.describe import describe
from codegen.format import format
from codegen.ledger import reconcile
from codegen.load import Document
from codegen.parse import parse
from codegen.render import render
from codegen.simplify import simplify


def generate(document: Document) -> dict[str, str]:
    """Return the text of each file of the client, by path, and the record of them all.

    Raises:
        Refused: The document has problems, all that the step found which stopped.
        Unusable: The environment lacks something.
        Defect: The generator contradicts itself.
    """
    check(document.root)
    simplified = simplify(document.root)
    api = describe(simplified, parse(simplified))
    reconcile(document.root, api)
    files = format(render(api))
    return {**files, record.NAME: record.compose(files, document.root)}
