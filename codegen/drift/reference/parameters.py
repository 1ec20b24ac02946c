"""Compares the parameters of a page with those of an operation."""

from __future__ import annotations

from codegen.drift.changes.counterparts import names_in_path
from codegen.drift.reference.fields import compare_field
from codegen.drift.reference.findings import Collector, Kind
from codegen.drift.reference.page import Page, Shown
from codegen.model.operations import Operation, Parameter

_IGNORED_HEADERS = {"accept", "authorization", "content-type"}
"""Parameters that the plug-in does not show (OpenAPI 3.1.1, 4.8.12.1)."""


def compare_parameters(page: Page, operation: Operation, into: Collector) -> None:
    """Compare the parameters. Path parameters are compared by place."""
    ours: dict[tuple[str, str], Parameter] = {
        (one.location, one.wire_name): one
        for one in operation.parameters
        if one.location != "header" or one.wire_name.lower() not in _IGNORED_HEADERS
    }
    theirs = {
        (location, shown.name): shown for location, block in page.parameters.items() for shown in block.fields
    }
    renamed = _renamed(page, operation)
    elsewhere = {one.wire_name: one for key, one in ours.items() if key not in theirs}
    for block in page.parameters.values():
        if block.unread:
            into.unjudged("unread", block.unread, operation.origins[0], block.unread_line)
    moved = set[str]()
    for (location, name), shown in theirs.items():
        one = ours.get((location, renamed.get(name, name) if location == "path" else name))
        what = f"the {location} parameter `{name}`"
        if one is not None:
            if one.wire_name != name:
                message = f"{what} is called `{one.wire_name}` in the document"
                into.add(Kind.DRIFT, "parameter-renamed", message, one.origins[0], shown.line)
            into.facts += 1
            _parameter(shown, one, what, into)
        elif other := elsewhere.get(name):
            moved.add(name)
            message = f"{what} of the page is a {other.location} parameter in the document"
            into.drift("parameter-moved", message, other.origins[0], shown.line)
        else:
            into.only_on_page("parameter", what, operation.origins[0], shown.line)
    line = min((block.line for block in page.parameters.values()), default=page.path_line)
    for key, one in ours.items():
        is_renamed = one.location == "path" and one.wire_name in renamed.values()
        known = page.parameters.get(one.location)
        if key in theirs or one.wire_name in moved or is_renamed or (known and known.unread):
            continue
        what = f"the {one.location} parameter `{one.wire_name}`"
        into.only_in_document("parameter", what, one.origins[0], known.line if known else line)


def _parameter(shown: Shown, ours: Parameter, what: str, into: Collector) -> None:
    where = ours.origins[0]
    into.required(shown.required, ours.required, what, where, shown)
    message = f"{what} is {'' if shown.deprecated else 'not '}deprecated on the page"
    is_same = shown.deprecated is ours.notes.deprecated
    into.fact(is_same, "deprecation-changed", message, where, shown.line)
    compare_field(shown, into.shapes.content(where), what, into)
    into.prose(" ".join(shown.prose), ours.notes.description, what, where, shown.line)


def _renamed(page: Page, operation: Operation) -> dict[str, str]:
    """The names in the path of the document, by the different names on the page at the same places."""
    before, after = (names_in_path(path) for path in (page.path, operation.path))
    pairs = zip(before, after, strict=True) if len(before) == len(after) else ()
    return {was: now for was, now in pairs if was not in after and now not in before}
