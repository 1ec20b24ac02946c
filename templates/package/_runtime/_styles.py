"""Parameters that are not written in the usual way of their place (OpenAPI 3.1.1, 4.8.12)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, cast
from urllib.parse import quote

import msgspec

from ._content import is_structured, properties
from ._parameters import text

Plain: TypeAlias = "str | Sequence[Plain] | Mapping[str, Plain]"
"""A value taken apart: texts, and lists and mappings of them."""

_DELIMITERS = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}
_RESERVED = ":/?[]@!$'()*,;"
"""What `reserved` leaves as it is: not what takes a query apart (`#`, `&`, `=`, `+`)."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a value is written: the standard's `style`, or the media type of a `content`."""

    name: str
    explode: bool = False
    reserved: bool = False
    """Whether reserved characters of a query's values stay as they are."""
    key: str = ""
    """The parameter's name in a path of style `matrix`, if its argument has another."""

    def query(self, name: str, value: object) -> list[str]:
        """Write a parameter of the query as `key=value` pairs, percent-encoded."""
        if "/" in self.name:
            return [f"{_quoted(name)}={self._encoded(document(self.name, value))}"]
        plain = taken_apart(name, value)
        if self.name == "deepObject":
            pairs = list(deep(name, plain))
        elif self.explode or isinstance(plain, str):
            pairs = list(_pairs(name, plain))
        else:
            delimiter = _DELIMITERS.get(self.name, ",")
            joined = delimiter.join(_parts(plain, self._encoded, explode=False))
            return [f"{_quoted(name)}={joined}"]
        return [f"{quote(key, safe='[]')}={self._encoded(part)}" for key, part in pairs]

    def path(self, name: str, value: object) -> str:
        """Write a path parameter as (a part of) a segment, percent-encoded."""
        if "/" in self.name:
            return _quoted(document(self.name, value))
        plain = taken_apart(name, value)
        name = self.key or name
        if self.name == "matrix" and self.explode and not isinstance(plain, str):
            return "".join(f";{_quoted(key)}={_quoted(part)}" for key, part in _pairs(name, plain))
        parts = _parts(plain, _quoted, explode=self.explode)
        match self.name:
            case "label":
                return "." + ("." if self.explode else ",").join(parts)
            case "matrix":
                return f";{_quoted(name)}={','.join(parts)}"
            case _:
                return ",".join(parts)

    def header(self, name: str, value: object) -> str:
        """Write a header, or the value of a cookie."""
        if "/" in self.name:
            return document(self.name, value)
        return ",".join(_parts(taken_apart(name, value), str, explode=self.explode))

    def _encoded(self, part: str) -> str:
        return quote(part, safe=_RESERVED if self.reserved else "")


def document(media_type: str, value: object) -> str:
    """Write a value as a document of its own: as it is if it is text, else as JSON."""
    if isinstance(value, str) and "json" not in media_type:
        return value
    return msgspec.json.encode(value).decode()


def taken_apart(name: str, value: object) -> Plain:
    """Take a value apart: models and mappings to mappings, lists to lists, the rest to text.

    Raises:
        TypeError: A value is of a type that has no form in a URL or a header, such as None.
    """
    if isinstance(value, list | tuple | set | frozenset):
        return [taken_apart(name, item) for item in cast("Iterable[object]", value)]
    if is_structured(value):
        return {key: taken_apart(f"{name}[{key}]", item) for key, item in properties(value)}
    return text(name, value)


def deep(name: str, plain: Plain) -> Iterable[tuple[str, str]]:
    """`name[key][0]=...`, as servers read it that nest; the standard has one level."""
    if isinstance(plain, str):
        yield name, plain
    elif isinstance(plain, Mapping):
        for key, value in plain.items():
            yield from deep(f"{name}[{key}]", value)
    else:
        for index, value in enumerate(plain):
            yield from deep(f"{name}[{index}]", value)


def _pairs(name: str, plain: Plain) -> Iterable[tuple[str, str]]:
    """Each item under the parameter's name, each property of an object under its own."""
    if isinstance(plain, str):
        yield name, plain
    elif isinstance(plain, Mapping):
        yield from ((key, _flat(value)) for key, value in plain.items())
    else:
        yield from ((name, _flat(value)) for value in plain)


def _parts(plain: Plain, encode: Callable[[str], str], *, explode: bool) -> Iterable[str]:
    """The items of a list; keys and values of an object in turn, or `key=value` if exploded."""
    if isinstance(plain, str):
        yield encode(plain)
    elif isinstance(plain, Mapping):
        for key, value in plain.items():
            if explode:
                yield f"{encode(key)}={encode(_flat(value))}"
            else:
                yield from (encode(key), encode(_flat(value)))
    else:
        yield from (encode(_flat(value)) for value in plain)


def _flat(plain: Plain) -> str:
    """A value within a list or an object; a list or object in it has no form of its own: JSON."""
    return plain if isinstance(plain, str) else msgspec.json.encode(plain).decode()


def _quoted(text: str) -> str:
    return quote(text, safe="")
