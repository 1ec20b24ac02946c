"""Strategies: the ways to derive an identifier from a text, tried in turn by a `Scope`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from msgspec.structs import replace

from codegen.naming import words as join
from codegen.naming.scopes import NameRequest, Strategy
from codegen.naming.words import (
    after_version,
    class_name,
    spell_first_digit,
    without_controller,
    words,
    words_and_symbols,
)


def snake_name(one: NameRequest) -> str:
    """``k8s_version``."""
    return join.snake(words(one.text))


def snake_after_version(one: NameRequest) -> str:
    """``alpha_sender`` for ``MessagingV1AlphaSender``; ``pet`` for ``pet-controller``."""
    return join.snake(spell_first_digit(after_version(words(without_controller(one.text)))))


def snake_without_digit(one: NameRequest) -> str:
    """``one_click`` for ``1-Click``."""
    return join.snake(spell_first_digit(words(one.text)))


def snake_spelled(one: NameRequest) -> str:
    """``plus_1``: with punctuation spelled, texts that differ only in punctuation get different names."""
    return join.snake([*words_and_symbols(one.text), *one.qualifier.split()])


def snake_qualified(one: NameRequest) -> str:
    """``limit_header``: the location of a parameter follows its name."""
    return join.snake([*words(one.text), *one.qualifier.split()])


def snake_as_written(one: NameRequest) -> str:
    """``fooBar`` beside ``foo_bar``: the author's spelling if it is an identifier, else `snake_spelled`."""
    return one.text if _is_identifier(one.text) else snake_spelled(one)


def constant_name(one: NameRequest) -> str:
    """``K8S_VERSION``."""
    return join.constant(words(one.text))


def constant_as_written(one: NameRequest) -> str:
    """``ASC`` beside ``asc``: the author's spelling if it is an identifier, else ``GMT_PLUS_0``."""
    return one.text if _is_identifier(one.text) else join.constant(words_and_symbols(one.text))


def class_(one: NameRequest) -> str:
    """``ClusterStatus``; ``NotFoundResponse`` for ``404Response``, since no class begins with a digit."""
    status, rest = one.text[:3], one.text[3:]
    if status in _STATUSES and not rest[:1].isdigit():
        return f"{_STATUSES[status]}{class_name(rest) if re.search('[A-Za-z]', rest) else ''}"
    return class_name(one.text)


_STATUSES = {
    "400": "BadRequest",
    "401": "Unauthorized",
    "402": "PaymentRequired",
    "403": "Forbidden",
    "404": "NotFound",
    "405": "MethodNotAllowed",
    "406": "NotAcceptable",
    "408": "RequestTimeout",
    "409": "Conflict",
    "410": "Gone",
    "412": "PreconditionFailed",
    "413": "ContentTooLarge",
    "415": "UnsupportedMediaType",
    "422": "UnprocessableEntity",
    "423": "Locked",
    "429": "TooManyRequests",
    "500": "InternalServerError",
    "501": "NotImplemented",
    "502": "BadGateway",
    "503": "ServiceUnavailable",
    "504": "GatewayTimeout",
}
"""Statuses that components are called after, in words."""


_DOTTED = re.compile(
    r"[A-Za-z]\w*([.][A-Za-z]\w*)*[.]([A-Za-z]\w*|[A-Z]\w*(-\w+)*)|([a-z][\w-]*[.])+[A-Z]\w*"
)
"""A type behind its packages, as Java and Go write them: ``model.Response-array_User``.

Groups of Kubernetes have hyphens: ``io.cert-manager.v1.Certificate``.
"""

_GENERIC = re.compile(r"[A-Za-z]+_.*_$")
"""``Result_User.string_`` of tsoa, where a dot separates the arguments of ``Result``."""

_BRACKETS = re.compile(r"[\[<\xab]")
_ASSEMBLY = re.compile(r"`[0-9]+|, [^\[\],]+, Version=[^\]]*")
_QUALIFIED = re.compile(r"\b(?:[A-Za-z]\w*[.])+(?=[A-Za-z])")
"""A type with arguments: ``Page<com.shop.Pet>`` of Java, ``Page`1[[Pet, Shop, Version=1.0]]`` of .NET."""


_VERSIONED = re.compile(r"v[0-9]+(?:(?:alpha|beta)[0-9]*)?([A-Z]\w*)")
"""``v1Book``: the last part of a package before a message, as grpc-gateway writes it."""


def class_of_last(parts: int) -> Strategy:
    """``DaemonSet`` for ``io.k8s.api.apps.v1.DaemonSet``: this many of the parts between dots.

    If a key has the filler ``_resource_`` more than once, it separates the parts, and one part more is used.
    """

    def class_of_last_parts(one: NameRequest) -> str:
        if parts == 1 and (versioned := _VERSIONED.fullmatch(one.text)):
            return class_(replace(one, text=versioned[1]))
        between = one.text.split("_resource_")
        if len(between) > 2:
            return class_(replace(one, text="_".join(between[-parts - 1 :])))
        if _BRACKETS.search(one.text):
            return class_(replace(one, text=_QUALIFIED.sub("", _ASSEMBLY.sub("", one.text))))
        if _GENERIC.match(one.text) or not _DOTTED.fullmatch(one.text):
            return class_(one)
        *outer, last = one.text.split(".")[-parts:]
        return "".join(join.pascal(words(part)) for part in outer) + class_name(last)

    return class_of_last_parts


def text_of_component(key: str, title: str) -> str:
    """What names a component: its key, unless that is only a number, as Fastify's ``def-0`` is."""
    return title if _NUMBER.fullmatch(key) and re.fullmatch(r"[A-Za-z][\w -]*", title) else key


_NUMBER = re.compile(r"(?i)(?:def|definition|model|schema)?[-_]?[0-9]+")


def classes_of_last(titles: Mapping[str, str]) -> dict[str, str]:
    """The classes of components, by their keys: the shortest name, if no other component has it.

    `titles` are those of the components, or empty texts.
    """
    texts = {key: text_of_component(key, title) for key, title in titles.items()}
    short = {key: class_of_last(1)(NameRequest(text, ())) for key, text in texts.items()}
    times = Counter(short.values())
    return {key: name if times[name] == 1 else class_name(key) for key, name in short.items()}


def class_spelled(one: NameRequest) -> str:
    """``ClusterSlashStatus``."""
    return join.pascal(words_and_symbols(one.text))


def class_as_written(one: NameRequest) -> str:
    """``user`` beside ``User``: the author's spelling if it is an identifier, else `class_spelled`."""
    return one.text if _is_identifier(one.text) else class_spelled(one)


def _is_identifier(text: str) -> bool:
    return text.isascii() and text.isidentifier() and not text.startswith("_")
