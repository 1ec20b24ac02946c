"""Decodes parameters according to the table of styles (OpenAPI 3.1.1, 4.8.12.3; 3.0.4, 4.7.12.3).

If the standard leaves something open, such as arrays in a ``deepObject``, every notation in use is accepted.
Otherwise only the notation of the standard is. The result is text; `corpus.comparison` compares it with the
intended value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeAlias
from urllib.parse import unquote, unquote_plus

from corpus.comparison import Read, matches
from corpus.original import Part, mapping
from corpus.schemas import Json

Pairs: TypeAlias = list[tuple[str, str]]
"""Keys and values of a query or form, percent-encoded as received."""


class Unreadable(Exception):
    """A parameter is missing, or does not have the form of its style."""


_STYLES = {"path": "simple", "header": "simple", "query": "form", "cookie": "form"}
_SEPARATORS = {"form": (",",), "spaceDelimited": ("%20", "+"), "pipeDelimited": ("|", "%7C", "%7c")}
_SEPARATORS |= {"tabDelimited": ("%09",)}
_RAW = {"spaceDelimited": " ", "pipeDelimited": "|", "tabDelimited": "\t"}
"""The separators of Swagger 2.0 in headers, and in paths, where they are percent-encoded."""


def style_of(parameter: Part) -> tuple[str, bool]:
    """The style of a parameter or encoding, and whether it is exploded."""
    style = str(parameter.get("style", _STYLES.get(str(parameter.get("in")), "form")))
    explode = parameter.get("explode", style == "form")
    return style, explode is True


def media_of(parameter: Part) -> str | None:
    """The media type of a parameter with ``content``."""
    return next(iter(mapping(parameter, "content")), None)


def from_path(text: str, parameter: Part, meant: Json) -> Read:
    """Decode a path parameter."""
    if media_of(parameter):
        return unquote(text)
    style, explode = style_of(parameter)
    name = str(parameter["name"])
    match style:
        case "label":
            if not text.startswith("."):
                raise Unreadable(f"{text!r} does not begin with a dot")
            return _separated(
                text[1:], "." if explode else re.compile("[.,]"), meant, explode=explode, name=name
            )
        case "matrix":
            return _matrix(text, meant, explode=explode, name=name)
        case "spaceDelimited" | "pipeDelimited" | "tabDelimited" if isinstance(meant, list):
            return [unquote(part) for part in _split(text, style)]
        case _:
            return _separated(text, ",", meant, explode=explode, name=name)


def from_header(text: str, parameter: Part, meant: Json) -> Read:
    """Decode a header: style ``simple``, without percent-encoding."""
    if media_of(parameter):
        return text
    style, explode = style_of(parameter)
    parts = [part.strip() for part in text.split(_RAW.get(style, ","))]
    if isinstance(meant, list):
        return [*parts]
    return _object(parts, explode=explode) if isinstance(meant, dict) else text


def from_cookies(text: str, parameter: Part, meant: Json) -> Read:
    """Decode a cookie: style ``form``."""
    pairs = [pair.strip().partition("=")[::2] for pair in re.split("[;&]", text)]
    found = [(unquote(name), value) for name, value in pairs]
    return from_pairs(found, parameter, meant, decode=unquote)


def from_pairs(pairs: Pairs, parameter: Part, meant: Json, decode: Any = unquote_plus) -> Read:
    """Decode a parameter and remove its pairs from those of a query or form."""
    name = str(parameter["name"])
    style, explode = style_of(parameter)
    if media_of(parameter):
        return str(decode(_only(pairs, name)))
    if style == "deepObject" and isinstance(meant, dict | list):
        return _deep(pairs, name, decode)
    if isinstance(meant, dict):
        if explode:
            return {key: _taken(pairs, key, value, decode) for key, value in meant.items()}
        return _object([decode(part) for part in _split(_only(pairs, name), style)], explode=False)
    if isinstance(meant, list):
        if not explode:
            return [decode(part) for part in _split(_only(pairs, name), style)]
        return [decode(value) for value in _take(pairs, name)]
    return str(decode(_set_apart(pairs, name, meant, decode)))


def from_whole_query(query: str, parameter: Part, meant: Json) -> Read:
    """Decode a query that one parameter is (OpenAPI 3.2.0, 4.12)."""
    if media_of(parameter) != "application/x-www-form-urlencoded" or not isinstance(meant, dict):
        return unquote(query)
    pairs: Pairs = [part.partition("=")[::2] for part in query.split("&") if part]
    found: dict[str, Read] = {}
    for key, value in meant.items():
        taken = [unquote_plus(one) for one in _take(pairs, key)]
        is_list = isinstance(value, list) and not (len(taken) == 1 and taken[0].startswith("["))
        found[key] = [*taken] if is_list else "".join(taken)
    return found


def unexpected(pairs: Pairs) -> Pairs:
    """The unexpected pairs among the remaining ones. Empty ones may be the JSON form of an empty value."""
    return [(key, value) for key, value in pairs if unquote_plus(value) not in {"{}", "[]"}]


def _taken(pairs: Pairs, key: str, meant: Json, decode: Any) -> Read:
    """A property of an exploded object. The standard does not define how objects nest in it."""
    if not isinstance(meant, dict | list):
        return str(decode(_set_apart(pairs, key, meant, decode)))
    found = [decode(value) for value in _take(pairs, key)]
    if not found:
        return _deep(pairs, key, decode)
    if isinstance(meant, list) and not (len(found) == 1 and found[0].startswith("[")):
        return [*found]
    if len(found) != 1:
        raise Unreadable(f"{key!r} is there {len(found)} times")
    return str(found[0])


def _take(pairs: Pairs, name: str) -> list[str]:
    found = [value for key, value in pairs if unquote_plus(key) == name]
    pairs[:] = [(key, value) for key, value in pairs if unquote_plus(key) != name]
    return found


def _set_apart(pairs: Pairs, name: str, meant: Json, decode: Any) -> str:
    """The value under a key.

    A property of an exploded object may have the name of another parameter. Then there are several values,
    and the one that was meant is returned.
    """
    for index, (key, value) in enumerate(pairs):
        if unquote_plus(key) == name and matches(decode(value), meant):
            del pairs[index]
            return value
    return _only(pairs, name)


def _only(pairs: Pairs, name: str) -> str:
    found = _take(pairs, name)
    if len(found) != 1:
        raise Unreadable(f"{name!r} is there {len(found)} times")
    return found[0]


def _split(text: str, style: str) -> list[str]:
    separators = _SEPARATORS.get(style, (",",))
    return re.split("|".join(re.escape(separator) for separator in separators), text)


def _deep(pairs: Pairs, name: str, decode: Any) -> Read:
    """``name[key]=value``, with any further levels in brackets."""
    tree: dict[str, Any] = {}
    rest: Pairs = []
    for key, value in pairs:
        decoded = unquote_plus(key)
        found = re.fullmatch(re.escape(name) + r"((?:\[[^\[\]]*\])+)", decoded)
        if not found:
            rest.append((key, value))
            continue
        *path, last = re.findall(r"\[([^\[\]]*)\]", found[1])
        place = tree
        for token in path:
            place = place.setdefault(token, {})
        place.setdefault(last, []).append(decode(value))
    pairs[:] = rest
    if not tree:
        raise Unreadable(f"{name!r} is missing; expected {name}[...]")
    return _gathered(tree)


def _gathered(tree: Any) -> Read:
    if isinstance(tree, list):
        return tree[0] if len(tree) == 1 else tree
    if all(key == "" or key.isdigit() for key in tree):
        values = [_gathered(value) for value in tree.values()]
        is_list = set(tree) == {""} and isinstance(tree[""], list)
        return [*tree[""]] if is_list else values
    return {key: _gathered(value) for key, value in tree.items()}


def _matrix(text: str, meant: Json, *, explode: bool, name: str) -> Read:
    if not text.startswith(";"):
        raise Unreadable(f"{text!r} does not begin with a semicolon")
    pairs = [(unquote(key), value) for key, _, value in (part.partition("=") for part in text[1:].split(";"))]
    if isinstance(meant, dict) and explode:
        return {key: unquote(value) for key, value in pairs}
    if any(key != name for key, _ in pairs):
        raise Unreadable(f"{text!r} does not name {name!r}")
    if isinstance(meant, list) and explode:
        return [unquote(value) for _, value in pairs]
    ((_, value),) = pairs[:1]
    return _separated(value, ",", meant, explode=False, name=name)


def _separated(text: str, separator: str | re.Pattern[str], meant: Json, *, explode: bool, name: str) -> Read:
    if not isinstance(meant, list | dict):
        return unquote(text)
    parts = text.split(separator) if isinstance(separator, str) else separator.split(text)
    decoded = [part if explode and isinstance(meant, dict) else unquote(part) for part in parts]
    if isinstance(meant, list):
        return [*decoded]
    del name
    return _object(decoded, explode=explode, decode=unquote)


def _object(parts: Sequence[str], *, explode: bool, decode: Any = str) -> Read:
    if explode:
        pairs = [part.partition("=") for part in parts]
        return {decode(key): decode(value) for key, _, value in pairs}
    if len(parts) % 2:
        raise Unreadable(f"{','.join(parts)!r} has a key without a value")
    return dict(zip(parts[::2], parts[1::2], strict=True))
