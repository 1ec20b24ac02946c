"""How the methods of a resource send their requests: those of operations that return pages differ."""

from __future__ import annotations

from codegen.model.api import Api
from codegen.model.operations import Operation, Parameter, Path
from codegen.model.pagination import objects, page_type, type_at, within_lists
from codegen.model.types import ListOf, Scalar, Type
from codegen.naming.methods import Method
from codegen.naming.names import Names
from codegen.views.annotations import Annotations, Imports
from codegen.views.sending import SendingView
from codegen.views.text.quoting import Code, join, literal, name, splice


def sending_view(
    method: Method, request: Code, body: Code, items: Code | None, imports: Imports
) -> SendingView:
    """Describe how a method sends its request.

    Args:
        method: The method.
        request: The expression that builds the request.
        body: The type of the decoded response.
        items: The type of the items of a page; None if the operation does not return pages.
        imports: Collects the imports of the module.
    """
    if items is None:
        class_ = imports.use("Operation")
        return SendingView(
            operation=class_,
            type=splice("{}[{}]", class_, body),
            returns=body,
            value=splice("self._send({})", request),
            definition=Code("async def"),
            async_returns=body,
            async_value=splice("await self._send({})", request),
        )
    class_, pager = imports.use("PagedOperation"), imports.use("AsyncPager")
    constant = name(method.constant)
    return SendingView(
        operation=class_,
        type=splice("{}[{}, {}]", class_, items, body),
        returns=splice("{}[{}, {}]", imports.use("Page"), items, body),
        value=splice("self._send({}.page({}))", constant, request),
        definition=Code("def"),
        async_returns=splice("{}[{}, {}]", pager, items, body),
        async_value=splice("{}(self._send, {}.async_page({}))", pager, constant, request),
    )


def items_of_page(operation: Operation, api: Api, annotations: Annotations) -> Code | None:
    """The type of the items of a page; None if the operation does not return pages."""
    return None if operation.pagination is None else annotations.of(page_item_type(operation, api))


def page_item_type(operation: Operation, api: Api) -> Type:
    """The type of the items of a page."""
    path = operation.pagination.items if operation.pagination else ()
    listed = type_at(page_type(operation, api), path, api)
    return listed.item if isinstance(listed, ListOf) else Scalar.ANY


def leads_to_a_page(parameter: Parameter, operation: Operation) -> bool:
    """Whether the value of a parameter leads to a page. Callers may pass null, as the last page has it."""
    pages = operation.pagination
    return pages is not None and (parameter.location, parameter.wire_name) in {
        ("query", pages.query),
        ("header", pages.request_header),
    }


_CLASSES = {
    "cursor": "ByCursor",
    "last-item": "ByLastItem",
    "offset": "ByOffset",
    "page": "ByNumber",
    "url": "ByURL",
    "link": "ByURL",
}
"""The classes of the runtime."""


def pages_argument(operation: Operation, api: Api, names: Names, imports: Imports) -> Code | None:
    """The argument ``pages`` of an operation; None if it does not return pages."""
    pages = operation.pagination
    if pages is None:
        return None
    body = page_type(operation, api)
    following = page_item_type(operation, api) if pages.kind == "last-item" else body
    values: dict[str, str | Path] = {
        "query": pages.query,
        "body": pages.body,
        "request_header": pages.request_header,
        "header": pages.header,
        "items": attribute_path(body, pages.items, api, names),
        "next": attribute_path(following, pages.next, api, names),
        "more": attribute_path(body, pages.more, api, names),
        "current": attribute_path(body, pages.current, api, names),
        "pages": attribute_path(body, pages.pages, api, names),
        "total": attribute_path(body, pages.total, api, names),
    }
    arguments = [splice("{}={}", name(key), written_path(value)) for key, value in values.items() if value]
    if pages.kind in {"offset", "page"}:
        arguments.append(splice("first={}", literal(pages.first)))
    return splice("pages={}({})", imports.use(_CLASSES[pages.kind]), join(", ", arguments))


def written_path(value: str | Path) -> Code:
    """A name, or a path as a tuple."""
    if isinstance(value, str):
        return literal(value)
    return splice("({},)" if len(value) == 1 else "({})", join(", ", [literal(one) for one in value]))


def attribute_path(type_: Type, path: Path, api: Api, names: Names) -> Path:
    """A path with the attributes of models in place of their wire names."""
    found: list[str] = []
    for wire_name in path:
        owner = within_lists(type_)
        models = objects(owner, api)
        named = (field for model in models for field in names.models[model].fields)
        fields = [field for field in named if field.field.wire_name == wire_name]
        found.append(fields[0].name if fields else wire_name)
        type_ = type_at(owner, (wire_name,), api) or Scalar.ANY
    return tuple(found)
