"""Pagination that a document declares for the generators of Speakeasy and Fern.

Kinds that this client does not support, such as pages of GraphQL, are ignored, and the rules decide.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from codegen.describe.recognition.pages.declared import declared_pagination
from codegen.document.node import Json, Node
from codegen.document.problems import Refused
from codegen.model.api import Api
from codegen.model.operations import Operation, Pagination

SPEAKEASY = "x-speakeasy-pagination"
FERN = "x-fern-pagination"


def foreign(operation: Operation, api: Api) -> Pagination | None:
    """The pagination of an operation by another vendor's extension; None if there is none that fits."""
    for key, read in ((SPEAKEASY, _speakeasy), (FERN, _fern)):
        value = operation.extensions.get(key)
        if key == FERN and value is True:  # it refers to the declaration of the document
            value = api.extensions.get(key)
        found = read(value) if isinstance(value, Node) else None
        if found is not None:
            try:
                return declared_pagination(
                    Node({key: one for key, one in found.items() if one}), (), operation, api
                )
            except Refused:
                continue
    return None


def _speakeasy(value: Node) -> Mapping[str, Json] | None:
    """https://www.speakeasy.com/docs/customize/runtime/pagination."""
    inputs = {one.text("type"): one for one in value.mappings("inputs")}
    outputs = value.mapping("outputs")
    items = _response_path(outputs.text("results"))
    match value.text("type"):
        case "cursor" if "cursor" in inputs:
            return _by_token(inputs["cursor"].text("name"), outputs.text("nextCursor"), items)
        case "url":
            return {"kind": "url", "next": _response_path(outputs.text("nextUrl")), "items": items}
        case "offsetLimit" if "page" in inputs:
            pages = _response_path(outputs.text("numPages"))
            return {"kind": "page", "parameter": inputs["page"].text("name"), "items": items, "pages": pages}
        case "offsetLimit" if "offset" in inputs:
            return {"kind": "offset", "parameter": inputs["offset"].text("name"), "items": items}
        case _:
            return None


def _fern(value: Node) -> Mapping[str, Json] | None:
    """https://buildwithfern.com/learn/api-definitions/openapi/extensions/pagination."""
    items = _response_path(value.text("results"))
    if "next_uri" in value:
        return {"kind": "url", "next": _response_path(value.text("next_uri")), "items": items}
    if "cursor" in value:
        return _by_token(_request_path(value.text("cursor")), value.text("next_cursor"), items)
    if "offset" in value:
        # Without a step, Fern counts pages.
        counted = {"kind": "offset"} if "step" in value else {"kind": "page"}
        more = _response_path(value.text("has-next-page"))
        return {**counted, "parameter": _request_path(value.text("offset")), "items": items, "more": more}
    return None


_OF_LAST_ITEM = re.compile(
    r"(?P<items>\$(?:response)?[\w.-]*)\[(?:-1|\(@\.length ?- ?1\))(?::)?\](?:\.(?P<key>[\w.-]+))?"
)


def _by_token(parameter: str, token: str, items: str) -> Mapping[str, Json]:
    last = _OF_LAST_ITEM.fullmatch(token)
    if last is None:
        return {"kind": "cursor", "parameter": parameter, "next": _response_path(token), "items": items}
    items = items or _response_path(last["items"])
    return {"kind": "last-item", "parameter": parameter, "next": last["key"] or "", "items": items}


def _response_path(text: str) -> str:
    """``$.data.items`` or ``$response.data.items`` as a path; empty for the whole body."""
    return re.sub(r"^\$(?:response)?(?:\.body)?\.?", "", text)


def _request_path(text: str) -> str:
    return re.sub(r"^\$request\.?(?:query\.|body\.)?", "", text)
