"""Whether an operation lists things, by what it answers with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from codegen.model.api import Model, Operation
from codegen.model.types import ListOf, Named, Type, UnionOf
from codegen.naming.words import alike, is_plural, words

_CONTENTS = frozenset({
    "content", "contents", "data", "elements", "entries", "hits", "items", "list", "members", "objects",
    "records", "resources", "results", "rows", "value", "values",
})  # fmt: skip
"""Properties in which answers have what was listed."""


_PAGING = frozenset({
    "count", "cursor", "has", "limit", "links", "marker", "meta", "metadata", "next", "offset", "page",
    "pages", "paging", "pagination", "previous", "total",
})  # fmt: skip
"""Words of the properties beside these that tell that there may be more."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What an operation answers with."""

    operation: Operation
    models: Mapping[str, Model]

    def of(self, noun: Sequence[str]) -> bool:
        """Whether it answers with many: an array, or an object that has one as a page or under the noun.

        Where nothing is known of the answer, a plural is many.
        """
        many = bool(noun) and is_plural(noun[-1])
        for response in self.operation.responses:
            if response.status.startswith(("2", "default")) and response.media:
                return self._is_many(response.media[0].type, noun if many else ())
        return many

    def _is_many(self, type_: Type, plural: Sequence[str]) -> bool:
        match type_:
            case UnionOf():
                return self._is_many(type_.members[0], plural)
            case ListOf():
                return not isinstance(type_.item, ListOf)
            case Named() if type_.name in self.models:
                return _is_page(self.models[type_.name], plural)
            case _:
                return bool(plural)


def _is_page(model: Model, plural: Sequence[str]) -> bool:
    """Whether an object has what was listed; if the noun is no plural, it must tell of further pages too."""
    named = {field.wire_name: words(field.wire_name) for field in model.fields}
    lists = [named[field.wire_name] for field in model.fields if _is_list(field.type)]
    if plural and any(alike(one[-1:], plural[-1:]) for one in lists):
        return True
    has_contents = any(len(one) == 1 and one[0] in _CONTENTS for one in lists)
    has_pages = any(_PAGING & {*one} for one in named.values())
    return has_contents and (bool(plural) or has_pages)


def _is_list(type_: Type) -> bool:
    return any(isinstance(one, ListOf) for one in (type_.members if isinstance(type_, UnionOf) else (type_,)))
