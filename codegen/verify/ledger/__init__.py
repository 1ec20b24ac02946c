"""The ledger: accounts for each part of the document.

A part is in the model, or waived by the author, or unused, or lost. The run is refused if a part is lost.

The ledger reads the document as it was loaded and does not know the passes that simplify it. Each part must
be among the `origins` of the model, separately for each operation and each class. So the ledger finds a
parameter that is lost in one of many operations, and a property that is lost in one of several classes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from codegen.document.node import Node, Pointer, mappings_in
from codegen.document.problems import Refused
from codegen.model.api import Api
from codegen.standard.objects import version_of, walk
from codegen.verify.ledger.entries import Entries, Waiver
from codegen.verify.ledger.operations import OperationAccounts
from codegen.verify.ledger.schemas import SchemaAccounts

__all__ = ["Ledger", "Waiver", "reconcile"]

_COUNTED = {
    "operation": "operation",
    "parameter": "parameter",
    "requestBody": "request body",
    "response": "response",
    "header": "header",
    "link": "link",
    "callback": "callback",
    "mediaType": "media type",
    "schema": "schema",
}
"""The kinds of objects that the ledger counts, with their names in messages."""

_SHARED = (
    "parameters",
    "headers",
    "requestBodies",
    "responses",
    "pathItems",
    "links",
    "callbacks",
    "mediaTypes",
)


class Ledger(Struct, frozen=True):
    """The result: all parts are accounted for."""

    counts: Mapping[str, int]
    """The number of parts of each kind: ``{"operation": 12, "parameter": 40, ...}``."""
    waivers: tuple[Waiver, ...]
    unused: tuple[Pointer, ...]
    """Shared parameters, responses and so on that no operation uses. They are not in the client."""


def reconcile(root: Node, api: Api, written: Node | None = None) -> Ledger:
    """Account for each part of the document. `root` is the document as loaded, `api` the model.

    If `root` is a Swagger 2.0 document rewritten as 3.0, `written` is the original. Each of its parts
    must be in `root`.

    Raises:
        Refused: A part is neither in the model nor waived. There is a problem (rule ``lost``) for each.
    """
    entries = Entries(root)
    schemas = SchemaAccounts(entries, api)
    operations = OperationAccounts(entries, schemas, api)
    for path, item in root.entries("paths"):
        if path.startswith("/"):
            operations.account(path, item)
    for name, item in root.entries("webhooks"):
        if not name.startswith("x-"):
            operations.account_webhook(name, item)
    for _, schema in root.mapping("components").entries("schemas"):
        schemas.account(schema)
    unused = tuple(_unused(entries))
    _look_for_others(entries, unused)
    if written is not None and written is not root:
        _look_for_unwritten(entries, written)
    if entries.lost:
        raise Refused([*entries.lost.values()])
    return Ledger(dict(entries.counts), tuple(entries.waivers.values()), unused)


def _unused(entries: Entries) -> Iterator[Pointer]:
    for _, item in entries.root.entries("paths"):
        for parameter in item.mappings("parameters"):
            if parameter.pointer not in entries.seen:
                yield parameter.pointer
    for kind in _SHARED:
        for _, part in entries.root.mapping("components").entries(kind):
            if part.pointer not in entries.seen:
                yield part.pointer


def _look_for_others(entries: Entries, unused: Iterable[Pointer]) -> None:
    """Check that every part that the standard defines was visited, or need not be."""
    excused = {*entries.waivers, *unused, *entries.ignored}
    for kind, node in walk(entries.root, version_of(entries.root)):
        place = node.pointer
        if kind not in _COUNTED or place in entries.seen:
            continue
        if not any(place[:length] in excused for length in range(1, len(place) + 1)):
            entries.is_there(_COUNTED[kind], place, there=False)


def _look_for_unwritten(entries: Entries, written: Node) -> None:
    """Check that every part of a document became a part of the document that it was rewritten as."""
    became = {place for node in mappings_in(entries.root) for place in node.origins}
    for kind, node in walk(written, version_of(written)):
        if node.pointer[:-1] == ("parameters",):  # shared, and in the document where somebody refers to it
            continue
        if kind in _COUNTED and node.pointer not in became:
            entries.is_there(_COUNTED[kind], node.pointer, there=False)
