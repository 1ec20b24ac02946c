"""Pagination that a document declares with ``x-pagination`` (docs/pages.md)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from msgspec import Struct, field

from codegen.describe.recognition.pages.contents import contents, json_body
from codegen.describe.recognition.property_paths import split
from codegen.document.node import Json, Node, Pointer
from codegen.document.problems import Problem, Refused
from codegen.document.spelling import did_you_mean
from codegen.model.api import Api
from codegen.model.operations import Kind, Operation, Pagination, Path
from codegen.model.pagination import page_type, type_at
from codegen.model.types import ListOf, Scalar

_KINDS: tuple[Kind, ...] = get_args(Kind)
_EVERY = " ".join(_KINDS)
_USES: Mapping[str, str] = {
    "kind": _EVERY,
    "items": _EVERY,
    "more": _EVERY,
    "parameter": "cursor last-item offset page",
    "query": "cursor last-item offset page",
    "next": "cursor last-item page url",
    "header": "cursor",
    "first": "offset page",
    "total": "offset page",
    "pages": "page",
    "current": "page",
}
"""The keys of a declaration, each with the kinds that it is for."""


def declared_pagination(value: Json, where: Pointer, operation: Operation, api: Api) -> Pagination:
    """The pagination that a value stands for.

    Args:
        value: The value of ``x-pagination``: a mapping.
        where: The place of the value.
        operation: Its operation.
        api: The client, with the types of the operation.

    Raises:
        Refused: The value is not valid, or does not fit the operation.
    """
    if not isinstance(value, Node):
        text = (
            "'x-pagination' must be false or a mapping: {kind: cursor, parameter: cursor, next: next_cursor}"
        )
        raise Refused([Problem(text, "pagination", where)])
    reading = _PageDeclaration(value, where, operation, api)
    found = reading.pagination()
    if reading.problems or found is None:
        raise Refused(reading.problems)
    return found


class _PageDeclaration(Struct, frozen=True):
    """A declaration, and its problems."""

    value: Node
    where: Pointer
    operation: Operation
    api: Api
    problems: list[Problem] = field(default_factory=list)

    def pagination(self) -> Pagination | None:
        """The declared pagination; None if there are problems."""
        kind = self._kind()
        if kind is None:
            return None
        query, body, request_header = self._parameter(kind)
        items = self._items()
        following = self._next(kind, items)
        return Pagination(
            kind=kind,
            items=items,
            query=query,
            body=body,
            request_header=request_header,
            next=following,
            header=self._text("header"),
            more=self._path("more"),
            total=self._path("total"),
            pages=self._path("pages"),
            current=self._path("current"),
            first=self._first(kind),
        )

    def _kind(self) -> Kind | None:
        kind = self.value.get("kind")
        known = next((one for one in _KINDS if one == kind), None)
        if known is None:
            meant = did_you_mean(kind, _KINDS) if isinstance(kind, str) else ""
            self._refuse(f"the 'kind' of pages must be one of {', '.join(_KINDS)}{meant}", "kind")
        for key in self.value:
            if key not in _USES:
                self._refuse(f"'x-pagination' has no key {key!r}{did_you_mean(key, _USES)}", key)
            elif known is not None and known not in _USES[key].split():
                self._refuse(f"pages of the kind {known!r} do not use {key!r}", key)
        return known

    def _parameter(self, kind: Kind) -> tuple[str, Path, str]:
        """The parameter of the query, the property of the body, or the header of the next page."""
        if kind in {"url", "link"}:
            return "", (), ""
        if "query" in self.value:
            if "parameter" in self.value:
                self._refuse("'parameter' and 'query' exclude each other", "query")
            return self._text("query"), (), ""
        name = self._text("parameter")
        if any((one.wire_name, one.location) == (name, "query") for one in self.operation.parameters):
            return name, (), ""
        headers = [one.wire_name for one in self.operation.parameters if one.location == "header"]
        if (header := next((one for one in headers if one.lower() == name.lower()), "")) and kind == "cursor":
            return "", (), header
        media = json_body(self.operation, self.api)
        path = split(name)
        if media is not None and path and type_at(media.type, path, self.api) is not None:
            return "", path, ""
        known = [one.wire_name for one in self.operation.parameters if one.location == "query"]
        if "parameter" not in self.value:
            self._refuse(f"pages of the kind {kind!r} need the 'parameter' that leads to the next one")
        elif not any(problem.where == (*self.where, "parameter") for problem in self.problems):
            text = f"the operation has no query parameter and no property of its body {name!r}"
            self._refuse(f"{text}{did_you_mean(name, known)}", "parameter")
        return "", (), ""

    def _items(self) -> Path:
        if "items" not in self.value:
            known = contents(self.operation, self.api)
            if known is None:
                self._refuse("'items' must name the list in the response, which is not clear without it")
            return known.items if known else ()
        path = self._path("items")
        found = type_at(page_type(self.operation, self.api), path, self.api)
        if found is not None and not isinstance(found, ListOf) and found is not Scalar.ANY:
            self._refuse("'items' must be a list in the response", "items")
        return path

    def _next(self, kind: Kind, items: Path) -> Path:
        """The path of the property for the next page."""
        if kind == "last-item":
            path = split(self.value.get("next", "id"))
            listed = type_at(page_type(self.operation, self.api), items, self.api)
            if isinstance(listed, ListOf) and type_at(listed.item, path, self.api) is None:
                self._refuse(f"the items have no {'.'.join(path)!r}", "next")
            return path
        if kind == "cursor" and ("next" in self.value) == ("header" in self.value):
            self._refuse("a cursor needs either 'next', its place in the response, or 'header'")
        if kind == "url" and "next" not in self.value:
            self._refuse("pages of the kind 'url' need 'next', the place of the URL in the response")
        return self._path("next")

    def _first(self, kind: Kind) -> int:
        first = self.value.get("first", 1 if kind == "page" else 0)
        if isinstance(first, int) and not isinstance(first, bool) and first >= 0:
            return first
        self._refuse("'first' must be the number of the first page or item", "first")
        return 0

    def _path(self, key: str) -> Path:
        """A path in the response: names with dots between them, or a list of names."""
        if key not in self.value:
            return ()
        path = split(self.value[key])
        if not path and not (key == "items" and self.value[key] in ("", [])):
            self._refuse(f"{key!r} must be a path in the response, such as meta.{key}", key)
        elif type_at(page_type(self.operation, self.api), path, self.api) is None:
            self._refuse(f"the response has no property {'.'.join(path)!r}", key)
        return path

    def _text(self, key: str) -> str:
        value = self.value.get(key, "")
        if isinstance(value, str) and (value or key not in self.value):
            return value
        self._refuse(f"{key!r} must be a name", key)
        return ""

    def _refuse(self, message: str, key: str | None = None) -> None:
        place = (*self.where, key) if key is not None and key in self.value else self.where
        self.problems.append(Problem(message, "pagination", place))
