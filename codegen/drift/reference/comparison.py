"""Compares pages of a published reference with a document: the operations, their parameters and bodies."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import chain, zip_longest

from codegen.document.node import Pointer
from codegen.drift.reference.collecting import Collector
from codegen.drift.reference.fields import compare_field, compare_fields
from codegen.drift.reference.findings import Kind, Report
from codegen.drift.reference.nesting import nested
from codegen.drift.reference.page import Answer, Block, Content, Page
from codegen.drift.reference.parameters import compare_parameters, without_names
from codegen.drift.reference.security import compare_security
from codegen.drift.reference.shapes import Shapes
from codegen.drift.reference.statuses import matched
from codegen.model.operations import Media, Operation, Response
from codegen.pipeline import Understood
from codegen.views.text.quoting import visible

_LIKE = 0.7
"""How similar two texts have to be to stand for the same operation."""


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
    """The operation of a page, though its method or its path may be another one in the document."""
    method = page.method.upper()
    for one in operations:
        if (one.method.upper(), one.path) == (method, page.path):
            return one
    without = without_names(page.path)
    for one in operations:
        if (one.method.upper(), without_names(one.path)) == (method, without):
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
        into.facts += 1
        into.add(Kind.DRIFT, "operation-missing", f"the document lacks {title}", ("paths",), page.method_line)
        return
    where = operation.origins[0]
    said = f"{operation.method} {operation.path}"
    into.fact(
        page.method.upper() == operation.method.upper(),
        "method-changed",
        f"the page has {title}, the document {said}",
        where,
        page.method_line,
    )
    into.fact(
        without_names(page.path) == without_names(operation.path),
        "path-changed",
        f"the page has the path `{page.path}`, the document `{operation.path}`",
        where[:-1],
        page.path_line,
    )
    if page.deprecated or operation.deprecated:
        message = f"the operation is {'' if page.deprecated else 'not '}deprecated on the page"
        is_same = page.deprecated is operation.deprecated
        into.fact(is_same, "deprecation-changed", message, where, page.method_line)
    into.prose(page.title, operation.summary or operation.id or "", "the operation", where, page.title_line)
    into.prose(page.prose, operation.description, "what the operation does", where, page.prose_line)
    _server(page, operation, document, into)
    compare_security(page, operation, into)
    compare_parameters(page, operation, into)
    _body(page, operation, into)
    _responses(page, operation, into)
    _callbacks(page, operation, document, into)
    for line, why in page.unread:
        into.add(Kind.UNJUDGED, "unread", why, where, line)


def _callbacks(page: Page, operation: Operation, document: Understood, into: Collector) -> None:
    """Compare callbacks by their names, methods and URLs."""
    ours = {
        (one.name, one.operation.method.lower(), one.operation.path): one.operation
        for one in document.api.received
        if one.key.sender is not None
        and (one.key.sender.path, one.key.sender.method) == (operation.path, operation.method.upper())
    }
    if page.callbacks is None:
        if ours:
            message = "the page shows no callbacks, which the document has"
            into.add(Kind.UNJUDGED, "callbacks", message, operation.origins[0], page.responses_line)
        return
    theirs = {(one.title, one.method, one.path): one for one in page.callbacks}
    for key, shown in theirs.items():
        what = f"the callback {key[1].upper()} `{key[2]}` in `{key[0]}`"
        into.facts += 1
        if key not in ours:
            message = f"{what} is on the page, and not in the document"
            into.add(Kind.DRIFT, "callback-missing", message, operation.origins[0], shown.path_line)
            continue
        into.within = f" ({what})"
        compare_parameters(shown, ours[key], into)
        _body(shown, ours[key], into)
        _responses(shown, ours[key], into)
        into.within = ""
    for key, one in ours.items():
        if key not in theirs:
            into.facts += 1
            what = f"the callback {key[1].upper()} `{key[2]}` in `{key[0]}`"
            message = f"{what} is in the document, and not on the page"
            into.add(Kind.DRIFT, "callback-added", message, one.origins[0], page.responses_line)


def _server(page: Page, operation: Operation, document: Understood, into: Collector) -> None:
    """Compare the URL of the samples, as far as it stands before the path."""
    found = operation.servers or document.api.servers
    servers = [url.rstrip("/") for one in found for url in (one.template or one.url, one.url)]
    for url in page.urls:
        base = page.server(url)
        if base is None or not servers:
            continue
        into.fact(
            base in servers or any(one.endswith(f"//{base}") for one in servers),
            "server-changed",
            f"the page calls `{base}`, the document has the server `{servers[0]}`",
            ("servers", 0),
            page.url_line,
        )


def _body(page: Page, operation: Operation, into: Collector) -> None:
    ours, where = operation.body, operation.origins[0]
    has_body = bool(page.body_line)
    if has_body is not (ours is not None):
        into.facts += 1
        if ours is None:
            message = "the page has a request body, the document none"
            into.add(Kind.DRIFT, "body-missing", message, where, page.body_line)
        else:
            message = "the document has a request body, the page none"
            into.add(Kind.DRIFT, "body-added", message, ours.origins[0], page.responses_line)
        return
    if ours is None:
        return
    into.facts += 1
    into.fact(
        page.body_required is ours.required,
        "body-required-changed",
        f"the request body is {'required' if page.body_required else 'optional'} on the page, and"
        f" {'required' if ours.required else 'optional'} in the document",
        ours.origins[0],
        page.body_line,
    )
    if page.body is not None:
        _content(page.body, ours.media, "the request body", ours.origins[0], into)


def _responses(page: Page, operation: Operation, into: Collector) -> None:
    """Compare responses by their statuses, or by their order and content if the text has lost them."""
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
        into.add(Kind.UNJUDGED, "statuses", why, operation.origins[0], page.responses_line)
        ours = [one for one in ours if one.media]
        pairs = matched(page.responses, ours, into.shapes)
    found = {other.status for _, other in pairs if other is not None}
    for answer, other in pairs:
        into.facts += 1
        what = f"the response {_named(answer)}"
        if other is None:
            message = f"{what} is on the page, and not in the document"
            into.add(Kind.DRIFT, "response-missing", message, operation.origins[0], answer.line)
        else:
            _response(answer, other, what, into)
    for one in ours:
        if one.status not in found:
            into.facts += 1
            message = f"the response {one.status} is in the document, and not on the page"
            into.add(Kind.DRIFT, "response-added", message, one.origins[0], page.responses_line)


def _named(answer: Answer) -> str:
    return answer.status or f"“{' '.join(answer.prose)}”"


def _response(answer: Answer, ours: Response, what: str, into: Collector) -> None:
    where = ours.origins[0]
    into.prose(" ".join(answer.prose), ours.description, what, where, answer.line)
    if answer.content is not None:
        _content(answer.content, ours.media, what, where, into)
    elif ours.media:
        into.facts += 1
        message = f"{what} has no content on the page, and some in the document"
        into.add(Kind.DRIFT, "content-added", message, where, answer.line)
    if answer.headers is not None:
        _headers(answer.headers, ours, what, into)


def _headers(block: Block, ours: Response, what: str, into: Collector) -> None:
    headers = {one.wire_name.lower(): one for one in ours.headers}
    shown = {one.name.lower(): one for one in block.fields}
    for name, one in shown.items():
        into.facts += 1
        here = f"the header `{one.name}` of {what}"
        if name not in headers:
            message = f"{here} is on the page, and not in the document"
            into.add(Kind.DRIFT, "header-missing", message, ours.origins[0], one.line)
            continue
        where = headers[name].origins[0]
        into.required(one.required, headers[name].required, here, where, one)
        compare_field(one, into.shapes.content(where), here, into)
    for name, header in headers.items():
        if name not in shown and name != "content-type" and not block.unread:
            into.facts += 1
            message = f"the header `{header.wire_name}` of {what} is in the document, and not on the page"
            into.add(Kind.DRIFT, "header-added", message, header.origins[0], block.line)


def _content(content: Content, ours: Sequence[Media], what: str, where: Pointer, into: Collector) -> None:
    """Compare media types, and the schema of each."""
    media = {one.media_type: one for one in ours}
    for name in content.media:
        into.fact(
            name in media,
            "media-type-missing",
            f"{what} has the media type `{name}` on the page, and not in the document",
            where,
            content.line,
        )
    for name, one in media.items():
        if name not in content.media:
            into.facts += 1
            message = f"{what} has the media type `{name}` in the document, and not on the page"
            into.add(Kind.DRIFT, "media-type-added", message, one.origins[0], content.line)
    if len(content.blocks) < len(content.media):
        why = f"the schemas of {what} for several media types cannot be told apart"
        into.add(Kind.UNJUDGED, "unread", why, where, content.line)
        return
    for name, block in zip_longest(content.media, content.blocks):
        chosen = media.get(name) or (ours[0] if len(ours) == len(content.blocks) == 1 else None)
        if chosen is not None:
            here = f"{what} as `{name}`" if len(content.media) > 1 else what
            shape = into.shapes.content(chosen.origins[0])
            compare_fields(nested(block, shape, into.shapes), shape, here, into, block)
