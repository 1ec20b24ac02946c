"""Compares pages of a published reference with a document: the operations, their parameters and bodies."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import chain, zip_longest

from codegen.document.node import Pointer
from codegen.drift.changes.counterparts import without_braces
from codegen.drift.reference.fields import compare_field, compare_fields
from codegen.drift.reference.findings import Collector, Report
from codegen.drift.reference.page import Answer, Block, Content, Page
from codegen.drift.reference.parameters import compare_parameters
from codegen.drift.reference.security import compare_security
from codegen.drift.reference.shapes import Shapes
from codegen.drift.reference.statuses import matched
from codegen.drift.reference.text_nesting import nested
from codegen.model.operations import Media, Operation, Response
from codegen.pipeline import Understood
from codegen.views.text.quoting import visible

_LIKE = 0.7
"""The similarity from which two texts stand for the same operation."""


def compared(pages: Sequence[Page], document: Understood) -> Report:
    """Compare pages with a document."""
    shapes = Shapes(document.simplified)
    given_up = [one.where for one in document.tolerated if isinstance(one.where, tuple)]
    collectors = [Collector(page, document.source, shapes, given_up) for page in pages]
    for into in collectors:
        _page(into.page, document, into)
    findings = chain.from_iterable(one.findings.values() for one in collectors)
    return Report(tuple(findings), sum(one.facts for one in collectors))


def find(page: Page, operations: Sequence[Operation]) -> Operation | None:
    """The operation of a page, even if its method or path differs in the document."""
    method = page.method.upper()
    for one in operations:
        if (one.method.upper(), one.path) == (method, page.path):
            return one
    without = without_braces(page.path)
    for one in operations:
        if (one.method.upper(), without_braces(one.path)) == (method, without):
            return one
    likely = max(operations, key=lambda one: _likeness(page, one), default=None)
    return likely if likely is not None and _likeness(page, likely) >= _LIKE else None


def _likeness(page: Page, operation: Operation) -> float:
    """How likely it is that a page is about an operation that differs in its method or its path."""
    same_path, same_method = operation.path == page.path, operation.method.upper() == page.method.upper()
    ours = operation.summary or operation.id or ""
    if not (same_path or same_method) or _verb(page.title) != _verb(ours):
        return 0
    return _ratio(page.title, ours) if same_path else _ratio(page.path, operation.path)


def _verb(title: str) -> str:
    return next(iter(title.casefold().split()), "")


def _ratio(some: str, other: str) -> float:
    return SequenceMatcher(None, some.casefold(), other.casefold()).ratio()


def _page(page: Page, document: Understood, into: Collector) -> None:
    title = f"{page.method.upper()} {visible(page.path)}"
    operation = find(page, document.api.operations)
    if operation is None:
        message = f"the document lacks {title}"
        into.drift("operation-missing", message, ("paths",), page.method_line)
        return
    where = operation.origins[0]
    is_same = page.method.upper() == operation.method.upper()
    message = f"the page has {title}, the document {operation.method} {operation.path}"
    into.fact(is_same, "method-changed", message, where, page.method_line)
    is_same = without_braces(page.path) == without_braces(operation.path)
    message = f"the page has the path `{page.path}`, the document `{operation.path}`"
    into.fact(is_same, "path-changed", message, where[:-1], page.path_line)
    if page.deprecated or operation.deprecated:
        message = f"the operation is {'' if page.deprecated else 'not '}deprecated on the page"
        is_same = page.deprecated is operation.deprecated
        into.fact(is_same, "deprecation-changed", message, where, page.method_line)
    into.prose(page.title, operation.summary or operation.id or "", "the operation", where, page.title_line)
    into.prose(page.prose, operation.description, "what the operation does", where, page.prose_line)
    _server(page, operation, document, into)
    compare_security(page, operation, into)
    _exchange(page, operation, into)
    _callbacks(page, operation, document, into)
    for line, why in page.unread:
        into.unjudged("unread", why, where, line)


def _exchange(page: Page, operation: Operation, into: Collector) -> None:
    """Compare the requests and responses of an operation or a callback."""
    compare_parameters(page, operation, into)
    _body(page, operation, into)
    _responses(page, operation, into)


def _callbacks(page: Page, operation: Operation, document: Understood, into: Collector) -> None:
    """Compare callbacks by their names, methods and URLs."""
    ours = {
        (one.name, one.operation.method.lower(), one.operation.path): one.operation
        for one in document.api.received
        if one.key.sender is not None
        and (one.key.sender.path, one.key.sender.method) == (operation.path, operation.method.upper())
    }
    where = operation.origins[0]
    if page.callbacks is None:
        if ours:
            message = "the page shows no callbacks, which the document has"
            into.unjudged("callbacks", message, where, page.responses_line)
        return
    theirs = {(one.title, one.method, one.path): one for one in page.callbacks}
    for key, shown in theirs.items():
        what = _callback(*key)
        if key not in ours:
            into.only_on_page("callback", what, where, shown.path_line)
            continue
        into.facts += 1
        into.within = f" ({what})"
        _exchange(shown, ours[key], into)
        into.within = ""
    for key, one in ours.items():
        if key not in theirs:
            into.only_in_document("callback", _callback(*key), one.origins[0], page.responses_line)


def _callback(name: str, method: str, url: str) -> str:
    return f"the callback {method.upper()} `{url}` in `{name}`"


def _server(page: Page, operation: Operation, document: Understood, into: Collector) -> None:
    """Compare the URL of the samples, up to the path."""
    found = operation.servers or document.api.servers
    servers = [url.rstrip("/") for one in found for url in (one.template or one.url, one.url)]
    for url in page.urls:
        base = page.server(url)
        if base is None or not servers:
            continue
        is_same = base in servers or any(one.endswith(f"//{base}") for one in servers)
        message = f"the page calls `{base}`, the document has the server `{servers[0]}`"
        into.fact(is_same, "server-changed", message, ("servers", 0), page.url_line)


def _body(page: Page, operation: Operation, into: Collector) -> None:
    ours, where = operation.body, operation.origins[0]
    has_body = bool(page.body_line)
    if ours is None:
        message = "the page has a request body, the document none"
        if has_body:
            into.drift("body-missing", message, where, page.body_line)
        return
    where = ours.origins[0]
    message = "the document has a request body, the page none"
    into.fact(has_body, "body-added", message, where, page.responses_line)
    if not has_body:
        return
    theirs, said = ("required" if one else "optional" for one in (page.body_required, ours.required))
    message = f"the request body is {theirs} on the page, and {said} in the document"
    into.fact(theirs == said, "body-required-changed", message, where, page.body_line)
    if page.body is not None:
        _content(page.body, ours.media, "the request body", where, into)


def _responses(page: Page, operation: Operation, into: Collector) -> None:
    """Compare responses by their statuses, or by their order and content if the text lacks them."""
    ours = sorted(operation.responses, key=lambda one: (one.status == "default", one.status))
    if any(one.status for one in page.responses):
        pairs = [
            (one, next((two for two in ours if two.status == one.status), None)) for one in page.responses
        ]
    else:
        silent = [one.status for one in ours if not one.media]
        why = "the text has lost the headings with the statuses of responses"
        if silent:
            why += f"; so {', '.join(silent)}, which the document has without content, cannot be recognised"
        into.unjudged("statuses", why, operation.origins[0], page.responses_line)
        ours = [one for one in ours if one.media]
        pairs = matched(page.responses, ours, into.shapes)
    found = {other.status for _, other in pairs if other is not None}
    for answer, other in pairs:
        prose = " ".join(answer.prose)
        what = f"the response {answer.status or f'“{prose}”'}"
        if other is None:
            into.only_on_page("response", what, operation.origins[0], answer.line)
        else:
            into.facts += 1
            _response(answer, other, what, into)
    for one in ours:
        if one.status not in found:
            what = f"the response {one.status}"
            into.only_in_document("response", what, one.origins[0], page.responses_line)


def _response(answer: Answer, ours: Response, what: str, into: Collector) -> None:
    where = ours.origins[0]
    into.prose(" ".join(answer.prose), ours.description, what, where, answer.line)
    if answer.content is not None:
        _content(answer.content, ours.media, what, where, into)
    elif ours.media:
        message = f"{what} has no content on the page, and some in the document"
        into.drift("content-added", message, where, answer.line)
    if answer.headers is not None:
        _headers(answer.headers, ours, what, into)


def _headers(block: Block, ours: Response, what: str, into: Collector) -> None:
    headers = {one.wire_name.lower(): one for one in ours.headers}
    shown = {one.name.lower(): one for one in block.fields}
    for name, one in shown.items():
        here = f"the header `{one.name}` of {what}"
        if name not in headers:
            into.only_on_page("header", here, ours.origins[0], one.line)
            continue
        into.facts += 1
        where = headers[name].origins[0]
        into.required(one.required, headers[name].required, here, where, one)
        compare_field(one, into.shapes.content(where), here, into)
    for name, header in headers.items():
        if name not in shown and name != "content-type" and not block.unread:
            here = f"the header `{header.wire_name}` of {what}"
            into.only_in_document("header", here, header.origins[0], block.line)


def _content(content: Content, ours: Sequence[Media], what: str, where: Pointer, into: Collector) -> None:
    """Compare media types, and the schema of each."""
    media = {one.media_type: one for one in ours}
    for name in content.media:
        message = f"{what} has the media type `{name}` on the page, and not in the document"
        into.fact(name in media, "media-type-missing", message, where, content.line)
    for name, one in media.items():
        if name not in content.media:
            message = f"{what} has the media type `{name}` in the document, and not on the page"
            into.drift("media-type-added", message, one.origins[0], content.line)
    if len(content.blocks) < len(content.media):
        why = f"the schemas of {what} for several media types cannot be told apart"
        into.unjudged("unread", why, where, content.line)
        return
    for name, block in zip_longest(content.media, content.blocks):
        chosen = media.get(name) or (ours[0] if len(ours) == len(content.blocks) == 1 else None)
        if chosen is not None:
            here = f"{what} as `{name}`" if len(content.media) > 1 else what
            shape = into.shapes.content(chosen.origins[0])
            compare_fields(nested(block, shape, into.shapes), shape, here, into, block)
