"""Fills in keys that are missing, if their values are plain."""

from __future__ import annotations

from collections.abc import Mapping

from codegen.document.node import Pointer, placed
from codegen.document.problems import Edit, leaving_out

_FILLED_IN: Mapping[tuple[str | None, str], object] = {
    ("info", "version"): "0.0.0",
    ("info", "title"): "",
    ("openapi", "info"): {"title": "", "version": "0.0.0"},
    ("openapi", "paths"): {},
    ("operation", "responses"): {"default": {"description": ""}},
    ("response", "description"): "",
    ("parameter", "required"): True,
    **{(kind, "type"): "string" for kind in ("header", "parameter")},
    ("requestBody", "content"): {"*/*": {}},
    ("oauthFlow", "scopes"): {},
    ("securityScheme", "flows"): {},
}
"""The value that a required key gets if it is missing and its absence is tolerated."""

_READ_AS: Mapping[tuple[str | None, str], str] = {
    ("info", "version"): "the version is 0.0.0",
    ("info", "title"): "the title is empty",
    ("openapi", "info"): "the title is empty, and the version 0.0.0",
    ("operation", "responses"): "every response is a success without content",
    ("response", "description"): "the description is empty",
    ("parameter", "required"): "read as required",
    **{(kind, "type"): "it is a string" for kind in ("header", "parameter")},
    ("requestBody", "content"): "the body may be anything",
    ("oauthFlow", "scopes"): "there are no scopes",
    ("securityScheme", "flows"): "there are no flows",
}
"""How a document without one of these keys is read."""

_FORM = "application/x-www-form-urlencoded"

_NOTHING_WITHOUT: Mapping[tuple[str | None, str], str] = {
    ("discriminator", "propertyName"): "the discriminator is ignored",
    ("externalDocs", "url"): "the link is ignored",
    ("license", "name"): "the license is ignored",
    ("parameter", "name"): "the parameter is dropped",
    ("parameter", "in"): "the parameter is dropped",
    ("server", "url"): "the server is dropped",
    ("serverVariable", "default"): "the variable is ignored",
    ("tag", "name"): "the tag is ignored",
    ("oauthFlow", "authorizationUrl"): "the flow is ignored",
    ("oauthFlow", "tokenUrl"): "the flow is ignored",
}
"""The keys without which an object has no meaning, and how the object is read then."""


def filled_in(kind: str | None, where: Pointer, owner: object) -> tuple[tuple[Edit, ...] | None, str]:
    """The edits that add a missing key, if its value is known, and how the document is read with them."""
    known = (kind, str(where[-1]))
    if (
        known == ("parameter", "in")
        and isinstance(owner, dict)
        and any(f"{{{owner.get('name')}}}" in str(token) for token in where)
    ):
        return (Edit(where, "path"),), "it is in the path"
    if known == ("serverVariable", "default") and isinstance(owner, dict):
        values = owner.get("enum")
        if isinstance(values, list) and values and isinstance(values[0], str):
            return (Edit(where, values[0]),), "the first of its values is its default"
    if known == ("parameter", "content") and isinstance(owner, dict) and "schema" in owner:
        content = {_FORM: {"schema": owner["schema"]}}
        edits = (Edit(where, placed(content, where)), *leaving_out((*where[:-1], "schema")))
        return edits, f"its schema is that of {_FORM!r}"
    if known in _NOTHING_WITHOUT:
        return leaving_out(where[:-1]), _NOTHING_WITHOUT[known]
    if known not in _FILLED_IN:
        return None, ""
    edits = (Edit(where, placed(_FILLED_IN[known], where)),)
    return edits, _READ_AS.get(known, "")
