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

from codegen.document.node import Pointer, json_pointer
from codegen.document.problems import Problem, Refused

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
            r"[A-UW-Z]2[A-Z](?![a-z])",  # A2P, B2B, but not V2 before API
            r"[A-Z]{2,}s(?![a-z])",  # a plural of capitals: IDs, URLs
            r"[A-Z]+(?![a-z])(?:[0-9]+[a-z]*)*",  # capitals: ID, HTTPS before Port, K8s, SHA256
            r"[A-Z]?[a-z]+(?:[0-9]+[a-z]*)*",  # Cluster, cluster, k8s, v1beta1
            r"[0-9]+(?:[xX][0-9]+)*[a-z]*",  # 4k, 1024x768
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

DEVICES = frozenset(
    {"con", "prn", "aux", "nul"}.union(f"{port}{number}" for port in ("com", "lpt") for number in range(10))
)
"""What Windows does not let a file be called, whatever its ending."""

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
def written_words(name: str) -> Sequence[str]:
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


_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def counted(parts: Sequence[str]) -> list[str]:
    """The words with a digit at their beginning spelled: ``1``, ``click`` is ``one``, ``click``."""
    first = re.fullmatch(r"([0-9])([a-z]*)", parts[0]) if parts else None
    if first is None:
        return [*parts]
    return [_DIGITS[int(first[1])], *([first[2]] if first[2] else []), *parts[1:]]


_VERSION = re.compile(r"v[0-9]+([a-z]+[0-9]*)?|[a-z]*[0-9]{8}")


def behind_version(parts: Sequence[str]) -> list[str]:
    """The words behind the last version, if there are any: ``v1``, or a date such as ``20100401``."""
    versions = [at for at, word in enumerate(parts[:-1]) if _VERSION.fullmatch(word)]
    return [*parts[versions[-1] + 1 :]] if versions else [*parts]


def without_controller(tag: str) -> str:
    """What a class of a server is about: ``pet`` of springdoc's ``pet-controller``."""
    return re.sub(r"(?<=[a-z0-9])(-c|C)ontroller$", "", tag)


def snake(parts: Sequence[str]) -> str:
    """``k8s_version``; for modules, functions, arguments and fields."""
    return _bounded("_".join(parts))


def constant(parts: Sequence[str]) -> str:
    """``K8S_VERSION``; for the members of enumerations."""
    return snake(parts).upper()


_CAPITALS = frozenset({
    "acl", "ai", "api", "aws", "cdn", "cidr", "cors", "cpu", "css", "csv", "cve", "cvss", "cwe", "dns",
    "gcp", "gpg", "gpu", "grpc", "html", "http", "https", "iam", "icmp", "id", "ip", "iso", "json", "jwt",
    "kms", "lfs", "mfa", "nat", "oidc", "os", "otp", "pdf", "pgp", "qr", "ram", "rpc", "rsa", "saml",
    "sarif", "sbom", "scim", "sdk", "sha", "sku", "sms", "smtp", "sql", "sse", "ssh", "ssl", "sso", "svg",
    "tcp", "tls", "totp", "ttl", "udp", "ui", "uri", "url", "utc", "uuid", "vat", "vlan", "vm", "vpc",
    "vpn", "xml", "yaml",
})  # fmt: skip
"""Words that are written in capitals within a class's name."""

_SPELLINGS = {spelling.lower(): f"{spelling[0].upper()}{spelling[1:]}" for spelling in _MIXED_CASE}


def pascal(parts: Sequence[str]) -> str:
    """``ClusterStatus``; for classes, from words."""
    return _bounded("".join(_capitalised(part) for part in parts))


def _capitalised(word: str) -> str:
    if word in _CAPITALS:
        return word.upper()
    if word[-1:] == "s" and word[:-1] in _CAPITALS:
        return f"{word[:-1].upper()}s"
    return _SPELLINGS.get(word, word[:1].upper() + word[1:])


@cache
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
    `prefix`. An ``x-python-name`` is taken as it is, if nothing else needs it.
    """

    what: str
    """What a thing of this scope is called in a message: ``"property"``."""
    styles: tuple[Style, ...]
    prefix: str
    reserved: frozenset[str] = frozenset()

    def choose(self, wanted: Sequence[Wanted]) -> list[str]:
        """A name for each thing, all different.

        Raises:
            Refused: Two overrides are one, or one is not a Python name, or `reserved`.
        """
        problems = [
            Problem(fault, "python-name", (*one.pointer, "x-python-name"))
            for one in wanted
            if one.override is not None and (fault := self._fault(one.override)) is not None
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

    def _fault(self, override: str) -> str | None:
        if not _usable(override):
            return f"{override!r} is not a Python name"
        if len(override) > _LONGEST:
            return f"a name has at most {_LONGEST} letters"
        if override in self.reserved:
            return f"{override!r} is a name that the generated code needs for itself"
        return None

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
    "canvases": "canvas",
    "children": "child",
    "cookies": "cookie",
    "criteria": "criterion",
    "indices": "index",
    "matrices": "matrix",
    "media": "medium",
    "movies": "movie",
    "people": "person",
    "statuses": "status",
    "vertices": "vertex",
    "viruses": "virus",
}

_NO_PLURALS = frozenset({
    "alias", "always", "analytics", "as", "atlas", "aws", "bias", "canvas", "cors", "credentials", "css",
    "dns", "does", "ecs", "eks", "gas", "goes", "gps", "has", "https", "ios", "is", "js", "kms",
    "kubernetes", "lens", "macos", "mms", "news", "nfs", "ops", "os", "pos", "rds", "rss", "saas", "series",
    "settings", "sms", "sns", "species", "sqs", "statistics", "stats", "status", "this", "tls", "vps",
    "was", "yes",
})  # fmt: skip
"""Words that end with an s and are not plurals."""


def singular(word: str) -> str:
    """A word without its plural ending: good enough to see that ``clusters`` and ``cluster`` are one."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _NO_PLURALS:
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def is_plural(word: str) -> bool:
    """Whether the word has a plural's ending."""
    return singular(word) != word


def alike(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether they are the same words but for plurals."""
    return [singular(word) for word in some] == [singular(word) for word in others]
