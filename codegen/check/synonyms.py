"""What other formats and languages call keys of the standard."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from codegen.document.spelling import misspelt, nearest

_SYNONYMS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("args", "arguments", "params", "query"), ("parameters",)),
    **dict.fromkeys(("attributes", "fields", "members", "props"), ("properties",)),
    **dict.fromkeys(("auth", "authentication", "authorization"), ("security",)),
    **dict.fromkeys(("body", "data", "input", "payload", "request"), ("requestBody",)),
    **dict.fromkeys(("category", "group"), ("tags",)),
    **dict.fromkeys(("choices", "options", "values", "allowedValues", "x-enum"), ("enum",)),
    **dict.fromkeys(("comment", "desc", "doc", "docs", "help", "notes", "text"), ("description",)),
    **dict.fromkeys(("constant", "value"), ("const",)),
    **dict.fromkeys(("dataType", "kind"), ("type",)),
    **dict.fromkeys(("extends", "inherits"), ("allOf",)),
    **dict.fromkeys(("href", "link", "uri"), ("url",)),
    **dict.fromkeys(("id", "name", "nickname"), ("operationId",)),
    **dict.fromkeys(("location", "paramType", "where"), ("in",)),
    **dict.fromkeys(("mandatory", "optional"), ("required",)),
    **dict.fromkeys(("match", "regex", "regexp"), ("pattern",)),
    **dict.fromkeys(("output", "replies", "returns"), ("responses",)),
    **dict.fromkeys(("sample", "samples"), ("example", "examples")),
    "immutable": ("readOnly",),
    "length": ("maxLength",),
    "max": ("maximum",),
    "min": ("minimum",),
    "multiple": ("multipleOf",),
    "obsolete": ("deprecated",),
    "parent": ("allOf",),
    "ref": ("$ref",),
    "union": ("oneOf",),
    "unique": ("uniqueItems",),
}
"""Each word with the keys that it may mean."""


def meant_key(word: str, keys: Collection[str]) -> str | None:
    """The key that was meant by a wrong one, if that can be guessed."""
    synonym = next((key for key in _SYNONYMS.get(word, ()) if key in keys), None)
    return synonym or nearest(word, keys) or misspelt(word, keys)
