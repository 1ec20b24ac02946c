"""Decides whether an operation lists things, by the schema of its response."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from codegen.model.classes import Model
from codegen.model.operations import Operation
from codegen.model.types import ListOf, Named, Type, UnionOf
from codegen.naming.words import Words, alike, is_plural, words

CONTENTS = frozenset({
    "content", "contents", "data", "elements", "entries", "hits", "items", "list", "members", "objects",
    "records", "resources", "results", "rows", "value", "values",
})  # fmt: skip
"""Properties of a response that contain the listed things."""

_ENVELOPES = frozenset({"data", "payload", "response", "result"})
"""Properties that contain the result."""

_PAGING = frozenset({
    "count", "cursor", "has", "limit", "links", "marker", "meta", "metadata", "next", "offset", "page",
    "pages", "paging", "pagination", "previous", "total",
})  # fmt: skip
"""Words of the properties that a page has beside its contents."""


class Listing(Struct, frozen=True):
    """An operation, with the models that its responses may refer to."""

    operation: Operation
    models: Mapping[str, Model]

    def of(self, noun: Words) -> bool:
        """Whether it returns many: an array, a page, or an object with an array named by the noun.

        If the response has no schema, a plural noun counts as many.
        """
        many = bool(noun) and is_plural(noun[-1])
        for response in sorted(self.operation.responses, key=lambda one: one.status == "default"):
            if response.status.startswith(("2", "default")) and response.media:
                return self._is_many(response.media[0].type, noun if many else ())
        return many

    def _is_many(self, type_: Type, plural: Words) -> bool:
        match type_:
            case UnionOf():
                first = self._is_many(type_.members[0], plural)
                return first or any(isinstance(one, ListOf) for one in type_.members)
            case ListOf():
                return not isinstance(type_.item, ListOf)
            case Named() if type_.name in self.models:
                model = self.models[type_.name]
                return _is_page(model, plural) or (bool(plural) and self._is_envelope(model, plural))
            case _:
                return bool(plural)

    def _is_envelope(self, model: Model, plural: Words) -> bool:
        """Whether the list is in an object within the response: ``{"result": {"collections": []}}``."""
        return any(
            _is_page(self.models[one.name], plural)
            for field in model.fields
            if field.wire_name in _ENVELOPES
            for one in (field.type.members if isinstance(field.type, UnionOf) else (field.type,))
            if isinstance(one, Named) and one.name in self.models
        )


def _is_page(model: Model, plural: Words) -> bool:
    """Whether an object contains a list; unless the noun is plural, it must be a page too."""
    named = {field.wire_name: words(field.wire_name) for field in model.fields}
    lists = [named[field.wire_name] for field in model.fields if _is_list(field.type)]
    if plural and any(alike(one[-1:], plural[-1:]) for one in lists):
        return True
    has_contents = any(len(one) == 1 and one[0] in CONTENTS for one in lists)
    has_pages = any(_PAGING & {*one} for one in named.values())
    return has_contents and (bool(plural) or has_pages)


def _is_list(type_: Type) -> bool:
    return any(isinstance(one, ListOf) for one in (type_.members if isinstance(type_, UnionOf) else (type_,)))
