"""From the document's words to Python's: pure functions, one scope at a time.

A text is split into words (`words`), the words are put together in the style of the place (`snake`,
`pascal`, `constant`), and all names of a scope are chosen at once (`Scope.choose`), so that the order
in which they come never matters. The rules that tell apart two texts with one name are those of `Scope`.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import TypeAlias

from codegen.document import Pointer, json_pointer
from codegen.problems import Problem, Refused

_MIXED_CASE = (
    "IPv4",
    "IPv6",
    "OAuth2",
    "OAuth",
    "GraphQL",
    "MySQL",
    "PostgreSQL",
    "GitHub",
    "GitLab",
    "iOS",
    "macOS",
)
"""Spellings whose capitals are not where a word begins."""

_WORD = re.compile(
    "|".join(
        (
            *(f"{spelling}(?![a-z])" for spelling in _MIXED_CASE),
            r"[A-Z]{2,}s(?![a-z])",  # a plural of capitals: IDs, URLs
            r"[A-Z]+(?![a-z])(?:[0-9]+[a-z]*)*",  # capitals: ID, HTTPS before Port, K8s, SHA256
            r"[A-Z]?[a-z]+(?:[0-9]+[a-z]*)*",  # Cluster, cluster, k8s, v1beta1
            r"[0-9]+[a-z]*",
        )
    )
)

_SYMBOLS = {
    "+": "plus", "-": "minus", "*": "star", "/": "slash", ".": "dot", "=": "equal", "<": "less",
    ">": "greater", "!": "not", "@": "at", "#": "hash", "$": "dollar", "%": "percent", "&": "and",
    "|": "or", "~": "tilde", "^": "caret", "?": "question", ":": "colon", ";": "semicolon",
    ",": "comma", " ": "space", "_": "underscore", "(": "open", ")": "close", "[": "open",
    "]": "close", "{": "open", "}": "close", "'": "quote", '"': "quote", "`": "backtick",
    "\\": "backslash",
}  # fmt: skip

_LONGEST = 160
"""Of a name; the part that is cut off a longer one becomes a digest, so that two stay two."""


def words(text: str) -> list[str]:
    """The words of a text in lower case: ``clusterIDs`` is ``cluster``, ``ids``.

    Punctuation separates and is lost, unless nothing else is there, or a sign stands before a number:
    then it is spelled. A letter that ASCII lacks loses its accent, or becomes its code point.
    """
    return [*_words(text)]


@cache
def _words(text: str) -> Sequence[str]:
    """A document has the same few words again and again."""
    found = [word.lower() for word in _WORD.findall(_ascii(text))]
    if not found or re.match(r"\s*[-+][0-9]", text):
        return spelled(text)
    return found


@cache
def segments(name: str) -> Sequence[str]:
    """The words of a class's name as they are written: ``HTTPRoute`` is ``HTTP``, ``Route``."""
    return tuple(_WORD.findall(name))


def spelled(text: str) -> list[str]:
    """The words of a text and, between them, the names of its punctuation marks."""
    found: list[str] = []
    for part in re.findall(r"[A-Za-z0-9]+|[^A-Za-z0-9]", _without_accents(text)):
        if part[0].isascii() and part[0].isalnum():
            found += [word.lower() for word in _WORD.findall(part)]
        else:
            found.append(_SYMBOLS.get(part, f"u{ord(part):04x}"))
    return found or ["empty"]


def _ascii(text: str) -> str:
    if text.isascii():
        return text
    plain = _without_accents(text)
    return "".join(c if c.isascii() else f" u{ord(c):04x} " if c.isalnum() else " " for c in plain)


_LETTERS = str.maketrans({
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH", "\u0131": "i",
})  # fmt: skip
"""Letters of Latin alphabets that Unicode does not take for one of ASCII's with an accent."""


def _without_accents(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


def snake(parts: Sequence[str]) -> str:
    """``k8s_version``; for modules, functions, arguments and fields."""
    return _bounded("_".join(parts))


def constant(parts: Sequence[str]) -> str:
    """``K8S_VERSION``; for the members of enumerations."""
    return snake(parts).upper()


_CAPITALS = {
    "api",
    "http",
    "https",
    "id",
    "ip",
    "json",
    "tls",
    "url",
    "uri",
    "uuid",
    "ssh",
    "vm",
    "dns",
    "vpc",
    "ssl",
}


def pascal(parts: Sequence[str]) -> str:
    """``ClusterStatus``; for classes, from words."""
    return _bounded(
        "".join(part.upper() if part in _CAPITALS else part[:1].upper() + part[1:] for part in parts)
    )


def class_name(text: str) -> str:
    """``ClusterStatus``; keeps the author's capitals, as in ``HTTPRoute``, when there are any to keep."""
    if text.isascii() and text.isidentifier() and text[:1].isupper() and "_" not in text:
        return _bounded(text)
    return pascal(words(text))


def _bounded(text: str) -> str:
    if len(text) <= _LONGEST:
        return text.rstrip("_")
    return f"{text[: _LONGEST - 9]}_{sha256(text.encode()).hexdigest()[:8]}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something that needs a name: the author's text, the author's override, and where it stands.

    `kind` is what tells two things of one text apart: the place of a parameter, for instance.
    """

    text: str
    pointer: Pointer
    override: str | None = None
    kind: str = ""


Style: TypeAlias = Callable[[Wanted], str]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where names must differ, and by which rules they are chosen.

    The first style is tried on all. Those that share a name try the next style, all of them, and so on; at
    last a digest of the text and its place tells them apart. No name depends on which came first. A name that
    is a keyword, or `reserved`, gets a trailing underscore; one that would begin with a digit gets the
    `prefix`. An ``x-python-name`` is taken as it is.
    """

    what: str
    """What a thing of this scope is called in a message: ``"property"``."""
    styles: tuple[Style, ...]
    prefix: str
    reserved: frozenset[str] = frozenset()

    def choose(self, wanted: Sequence[Wanted]) -> list[str]:
        """A name for each thing, all different.

        Raises:
            Refused: Two overrides are one, or not a Python name.
        """
        problems = [
            Problem(f"{one.override!r} is not a Python name", "python-name", one.pointer)
            for one in wanted
            if one.override is not None and not _usable(one.override)
        ]
        if problems:
            raise Refused(problems)
        names = [one.override or self._identifier(self.styles[0](one)) for one in wanted]
        for style in self.styles[1:]:
            for sharing in _sharing(names):
                for index in sharing:
                    names[index] = wanted[index].override or self._identifier(style(wanted[index]))
        for sharing in _sharing(names):
            for index in sharing:
                if wanted[index].override is None:
                    names[index] = f"{names[index].rstrip('_')}_{_digest(wanted[index])}"
        for first, *others in _sharing(names):
            problems += [self._clash(names[other], wanted[other], wanted[first]) for other in others]
        if problems:
            raise Refused(problems)
        return names

    def _identifier(self, text: str) -> str:
        if text[:1].isdigit():
            text = f"{self.prefix}{text}"
        return f"{text}_" if keyword.iskeyword(text) or text in self.reserved else text

    def _clash(self, name: str, one: Wanted, other: Wanted) -> Problem:
        return Problem(
            f"{self.what} {one.text!r} would be named {name!r}, like {other.text!r} at "
            f"{json_pointer(other.pointer)}; give one of them another x-python-name",
            "name-clash",
            one.pointer,
            "key",
        )


def _digest(one: Wanted) -> str:
    """Six digits that are the same on every machine, whatever else the document has."""
    return sha256(f"{json_pointer(one.pointer)} {one.kind} {one.text}".encode()).hexdigest()[:6]


def _usable(text: str) -> bool:
    return text.isascii() and text.isidentifier() and not keyword.iskeyword(text) and not text.startswith("_")


def _sharing(names: Sequence[str]) -> list[list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(names):
        places[one].append(index)
    return [indices for indices in places.values() if len(indices) > 1]


_IRREGULAR = {
    "addresses": "address",
    "aliases": "alias",
    "biases": "bias",
    "buses": "bus",
    "caches": "cache",
    "children": "child",
    "cookies": "cookie",
    "criteria": "criterion",
    "indices": "index",
    "matrices": "matrix",
    "movies": "movie",
    "people": "person",
    "statuses": "status",
    "vertices": "vertex",
    "viruses": "virus",
}

_NO_PLURAL = frozenset(
    {
        *(
            "alias",
            "always",
            "as",
            "atlas",
            "bias",
            "canvas",
            "does",
            "gas",
            "goes",
            "has",
            "kubernetes",
            "lens",
        ),
        *("aws", "css", "dns", "gps", "https", "ios", "js", "nfs", "os", "pos", "sms", "tls", "news", "ops"),
        *("series", "species", "was"),
    }
)
"""Words that end with an s and are no plural."""


def singular(word: str) -> str:
    """A word without its plural ending: good enough to see that ``clusters`` and ``cluster`` are one."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _NO_PLURAL:
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
