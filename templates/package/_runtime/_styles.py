"""Parameters that are not written in the usual way of their place (OpenAPI 3.1.1, 4.8.12)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias
from urllib.parse import quote

from msgspec import Struct, field

from ._content import is_structured, json_content, properties
from ._form import MEDIA_TYPE as FORM
from ._form import form_content
from ._operation import is_json
from ._parameters import USUAL, Styles, is_list, text

Flat: TypeAlias = str | Sequence[str] | Mapping[str, str]
"""A value as texts, in one level."""

_DELIMITERS = {"spaceDelimited": " ", "pipeDelimited": "|", "tabDelimited": "\t"}
"""Those of the standard, and the tab of Swagger 2.0 (`collectionFormat: tsv`)."""
_RESERVED = ":/?[]@!$'()*,;"
"""The characters that `reserved` keeps: not the separators of a query (`#`, `&`, `=`, `+`)."""
_RESERVED_IN_PATH = "/:@!$&'()*+,;="
"""The same in a path: not `?` and `#`, which end it, nor characters that it cannot have."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


class Style(Struct, frozen=True):
    """How a value is written: the standard's `style`, or the media type of a `content`."""

    name: str
    explode: bool = False
    reserved: bool = False
    """Whether reserved characters of a query's values stay as they are."""
    key: str = ""
    """The parameter's name in a path of style `matrix`, if its argument has another."""
    whole: bool = False
    """Whether the value is the whole query (`in: querystring`, OpenAPI 3.2.0 section 4.12)."""
    fields: Styles = field(default_factory=lambda: USUAL)
    """The styles of the properties of a whole query that is a form, by name."""

    def query(self, name: str, value: object) -> list[str]:
        """Write a parameter of the query as `key=value` pairs, percent-encoded."""
        if "/" in self.name:
            return [self._document(name, value)]
        if value is None:
            return []
        if self.name == "deepObject":
            return [f"{_quoted(key)}={self._encoded(part)}" for key, part in _deep(name, value)]
        flat = flattened(name, value)
        if not flat and not isinstance(flat, str):
            return []  # nothing is undefined, and not expanded (RFC 6570 section 3.2.1)
        if self.explode or isinstance(flat, str):
            return [f"{_quoted(key)}={self._encoded(part)}" for key, part in _pairs(name, flat)]
        joined = self._encoded_delimiter.join(_parts(flat, self._encoded, explode=False))
        return [f"{_quoted(name)}={joined}"]

    def path(self, name: str, value: object) -> str:
        """Write a path parameter as (a part of) a segment, percent-encoded."""
        if "/" in self.name:
            return _quoted(document(self.name, name, value))
        flat = flattened(name, value)
        name = self.key or name
        if self.name == "matrix" and self.explode and not isinstance(flat, str):
            return "".join(f";{_quoted(key)}={_quoted(part)}" for key, part in _pairs(name, flat))
        parts = _parts(flat, self._in_path, explode=self.explode)
        match self.name:
            case "label":
                return "." + ("." if self.explode else ",").join(parts)
            case "matrix":
                return f";{_quoted(name)}={','.join(parts)}"
            case _:
                return self._encoded_delimiter.join(parts)

    def header(self, name: str, value: object) -> str:
        """Write a header; JSON with escapes, since headers are ASCII."""
        if "/" in self.name:
            return _BEYOND_ASCII.sub(_escaped, document(self.name, name, value))
        return self.joined(name, value)

    def joined(self, name: str, value: object) -> str:
        """Write a list as one text, its items as they are."""
        return self._delimiter.join(_parts(flattened(name, value), str, explode=self.explode))

    @property
    def _delimiter(self) -> str:
        return _DELIMITERS.get(self.name, ",")

    @property
    def _encoded_delimiter(self) -> str:
        return quote(self._delimiter, safe=",")

    def cookie(self, name: str, value: object) -> list[tuple[str, str]]:
        """Write cookies; a document is percent-encoded, because cookies have fewer characters."""
        if "/" in self.name:
            return [(name, _quoted(document(self.name, name, value)))]
        if value is None:
            return []
        flat = flattened(name, value)
        if self.explode or not flat:
            return list(_pairs(name, flat))
        return [(name, ",".join(_parts(flat, str, explode=False)))]

    def _document(self, name: str, value: object) -> str:
        if not self.whole:
            return f"{_quoted(name)}={self._encoded(document(self.name, name, value))}"
        if self.name == FORM:
            return str(form_content(value, self.fields)[1])
        return _quoted(document(self.name, name, value))

    def _in_path(self, part: str) -> str:
        return quote(part, safe=_RESERVED_IN_PATH if self.reserved else "")

    def _encoded(self, part: str) -> str:
        return quote(part, safe=_RESERVED if self.reserved else "")


def document(media_type: str, name: str, value: object) -> str:
    """Write a value as a document of its own: as text if it has one and JSON was not asked for."""
    if is_json(media_type) or value is None or is_structured(value):
        return json_content(value).decode()
    return text(name, value)


def flattened(name: str, value: object) -> Flat:
    """Write a value's items or properties as texts.

    A list or an object within has no form of its own in any style but `deepObject`: it is JSON.
    Null within is undefined, and so not there (RFC 6570, section 2.3).

    Raises:
        ValueError: A datetime has no time zone.
        TypeError: A value is of a type that has no form in a URL or a header.
    """
    if is_list(value):
        return [_item(name, item) for item in value if item is not None]
    if is_structured(value):
        return {
            key: _item(f"{name}[{key}]", item)
            for key, item in properties(value)
            if item is not None
        }
    return text(name, value)


def _item(name: str, value: object) -> str:
    return json_content(value).decode() if is_structured(value) else text(name, value)


def _deep(name: str, value: object) -> Iterable[tuple[str, str]]:
    """`name[key][0]=...`, as servers read it that nest; the standard has one level."""
    if is_list(value):
        for index, item in enumerate(value):
            yield from _deep(f"{name}[{index}]", item)
    elif is_structured(value):
        for key, item in properties(value):
            yield from _deep(f"{name}[{key}]", item)
    elif value is not None:
        yield name, text(name, value)


def _pairs(name: str, flat: Flat) -> Iterable[tuple[str, str]]:
    """Each item under the parameter's name, each property of an object under its own."""
    if isinstance(flat, str):
        yield name, flat
    elif isinstance(flat, Mapping):
        yield from flat.items()
    else:
        yield from ((name, value) for value in flat)


def _parts(flat: Flat, encode: Callable[[str], str], *, explode: bool) -> Iterable[str]:
    """The items of a list; keys and values of an object in turn, or `key=value` if exploded."""
    if isinstance(flat, str):
        yield encode(flat)
    elif isinstance(flat, Mapping):
        for key, value in flat.items():
            if explode:
                yield f"{encode(key)}={encode(value)}"
            else:
                yield from (encode(key), encode(value))
    else:
        yield from (encode(value) for value in flat)


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]


def _quoted(text: str) -> str:
    return quote(text, safe="")
