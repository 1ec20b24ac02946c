"""Splits texts into words, and joins words into identifiers.

`words` splits a text; `snake`, `constant` and `pascal` join words. `codegen.naming.scopes` chooses among the
results, for all names of a scope at once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from itertools import accumulate
from typing import TypeAlias

Words: TypeAlias = Sequence[str]
"""The words of a name, in lower case."""

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
"""Spellings with capitals inside a word."""

_WORD = re.compile(
    "|".join(
        (
            *(f"{spelling}s?(?![a-z])" for spelling in _MIXED_CASE),
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

MAX_LENGTH = 160
"""Characters of an identifier. The rest of a longer one becomes a digest, so that names stay distinct."""


def words(text: str) -> list[str]:
    """The words of a text in lower case: ``clusterIDs`` is ``cluster``, ``ids``.

    Punctuation separates words and is dropped. It is spelled if the text has nothing else, and so is a sign
    before a number. A letter outside ASCII loses its accent or becomes its code point.
    """
    return [*_words(text)]


@cache
def _words(text: str) -> Sequence[str]:
    """Cached: a document repeats the same few texts."""
    found = [word.lower() for word in _WORD.findall(_ascii(text))]
    if not found or re.match(r"\s*[-+][0-9]", text):
        return words_and_symbols(text)
    return found


@cache
def written_words(name: str) -> Sequence[str]:
    """The words of a class name in their case: ``HTTP``, ``Route``; ``IP``, ``DNS`` for ``IPDNS``."""
    return tuple(piece for word in _WORD.findall(name) for piece in _acronyms(word))


def _acronyms(word: str) -> Sequence[str]:
    """The acronyms in a run of capitals; the word itself if it contains none."""
    if len(word) < 4 or not word.isupper() or word.lower() in ACRONYMS:
        return (word,)
    for size in range(len(word) - 2, 1, -1):
        rest = _acronyms(word[size:])
        if word[:size].lower() in ACRONYMS and {one.lower() for one in rest} <= ACRONYMS:
            return (word[:size], *rest)
    return (word,)


def words_and_symbols(text: str) -> list[str]:
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


def is_beyond_ascii(text: str) -> bool:
    """Whether a text has letters, and all of them lie outside ASCII even without accents: ``用户``."""
    return any(map(str.isalpha, text)) and not re.search("[A-Za-z]", _without_accents(text))


_LETTERS = str.maketrans({
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH", "\u0131": "i",
})  # fmt: skip
"""Latin letters that Unicode does not decompose into an ASCII letter and an accent."""


def _without_accents(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def spell_first_digit(parts: Words) -> list[str]:
    """Spell a leading digit: ``1``, ``click`` becomes ``one``, ``click``."""
    first = re.fullmatch(r"([0-9])([a-z]*)", parts[0]) if parts else None
    if first is None:
        return [*parts]
    return [_DIGITS[int(first[1])], *([first[2]] if first[2] else []), *parts[1:]]


_VERSION = re.compile(r"v[0-9]+([a-z]+[0-9]*)?|[a-z]*[0-9]{8}")


def is_random(text: str) -> bool:
    """Whether a text is the id of a thing, not a word: ``6VMVochwUWo``, ``5f2b9e1c04d7``."""
    if not re.fullmatch(r"[A-Za-z0-9]{8,}", text) or text.isalpha() or text.isdigit():
        return False
    parts = _WORD.findall(text)
    return (len(parts) > 3 and len(text) < 3 * len(parts)) or bool(re.fullmatch(r"[0-9a-f]{12,}", text))


def is_digest(text: str) -> bool:
    """Whether a text is a digest or a UUID and nothing else: l5-swagger makes such an ``operationId``."""
    return re.fullmatch(r"(?=.*[0-9])[0-9a-f]{24,}", text.replace("-", ""), re.IGNORECASE) is not None


def after_version(parts: Words) -> list[str]:
    """The words after the last version (``v1``, or a date such as ``20100401``), if there are any."""
    versions = [at for at, word in enumerate(parts[:-1]) if _VERSION.fullmatch(word)]
    return [*parts[versions[-1] + 1 :]] if versions else [*parts]


def without_controller(tag: str) -> str:
    """The subject of a class: ``pet`` for ``pet-controller``, ``PetService`` and ``Pet Resource``."""
    return re.sub(r"(?<=[a-z0-9])(?:-controller|Service| ?(?:Controller|Resource))$", "", tag)


def subjects_of(texts: Sequence[str]) -> list[list[str]]:
    """The words of a resource, in each way in which a method or a path may contain them.

    Args:
        texts: The names of the resource and of those around it, the outermost first.
    """
    own = without_controller(texts[-1])
    last = words(re.split(r"[/.:>|]", own.rstrip("/.:>|"))[-1])
    around = [words(without_controller(text)) for text in texts[:-1]]
    longer = [[*(word for one in around[start:] for word in one), *last] for start in range(len(around))]
    return [spell_first_digit(one) for one in (*longer, words(own), last, after_version(last), *around)]


def snake(parts: Words) -> str:
    """``k8s_version``; for modules, functions, arguments and fields."""
    return _bounded("_".join(parts))


def constant(parts: Words) -> str:
    """``K8S_VERSION``; for the members of enumerations."""
    return snake(parts).upper()


ACRONYMS = frozenset({
    "acl", "ai", "api", "aws", "cdn", "cidr", "cors", "cpu", "css", "csv", "cve", "cvss", "cwe", "dns",
    "gcp", "gpg", "gpu", "grpc", "html", "http", "https", "iam", "icmp", "id", "ip", "iso", "json", "jwt",
    "kms", "lfs", "mfa", "nat", "oidc", "os", "otp", "pdf", "pgp", "qr", "ram", "rpc", "rsa", "saml",
    "sarif", "sbom", "scim", "sdk", "sha", "sku", "sms", "smtp", "sql", "sse", "ssh", "ssl", "sso", "svg",
    "tcp", "tls", "totp", "ttl", "udp", "ui", "uri", "url", "utc", "uuid", "vat", "vlan", "vm", "vpc",
    "vpn", "xml", "yaml",
})  # fmt: skip
"""Words that are in capitals in class names."""

_SPELLINGS = {spelling.lower(): f"{spelling[0].upper()}{spelling[1:]}" for spelling in _MIXED_CASE}


def pascal(parts: Words) -> str:
    """``ClusterStatus``; for classes, from words."""
    return _bounded("".join(_capitalised(part) for part in parts))


def _capitalised(word: str) -> str:
    if word in ACRONYMS:
        return word.upper()
    if word[-1:] == "s" and word[:-1] in ACRONYMS:
        return f"{word[:-1].upper()}s"
    return _SPELLINGS.get(word, word[:1].upper() + word[1:])


@cache
def class_name(text: str) -> str:
    """``ClusterStatus``; keeps the author's capitals, as in ``HTTPRoute``, when there are any to keep."""
    if text.isascii() and text.isidentifier() and text[:1].isupper() and "_" not in text:
        return _bounded(text)
    return pascal(words(text))


def _bounded(text: str) -> str:
    if len(text) <= MAX_LENGTH:
        return text.rstrip("_")
    return f"{text[: MAX_LENGTH - 9]}_{sha256(text.encode()).hexdigest()[:8]}"


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
    "alias", "always", "analytics", "as", "atlas", "aws", "bias", "canvas", "contains", "cors", "credentials",
    "css", "dns", "does", "ecs", "eks", "gas", "goes", "gps", "has", "https", "ios", "is", "js", "kms",
    "kubernetes", "lens", "macos", "mms", "news", "nfs", "ops", "os", "pos", "rds", "rss", "saas", "series",
    "settings", "sms", "sns", "species", "sqs", "statistics", "stats", "status", "this", "tls", "vps",
    "was", "yes",
})  # fmt: skip
"""Words that end in s but are not plurals."""


LONGEST_ENDING = 4
"""The most characters by which the lengths of two words differ that have one singular."""


@cache
def singular(word: str) -> str:
    """The word without its plural ending; good enough to compare ``clusters`` with ``cluster``.

    Cached: to name a thousand operations it is called 200,000 times, for a few thousand words.
    """
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
    """Whether the word has a plural ending."""
    return singular(word) != word


def alike(some: Words, others: Words) -> bool:
    """Whether the words are equal apart from plurals and spaces: ``ssh keys`` and ``sshkey``."""
    if len(some) != len(others):
        return bool(some) and bool(others) and singular("".join(some)) == singular("".join(others))
    return [singular(word) for word in some] == [singular(word) for word in others]


def size_of(subject: Words, phrase: Words) -> int:
    """The number of words at the beginning of the phrase that are the subject; 0 if it begins otherwise."""
    wanted = len("".join(subject))
    for size, length in enumerate(accumulate(map(len, phrase)), 1):
        may_be = size == len(subject) or abs(length - wanted) <= LONGEST_ENDING
        if may_be and alike(phrase[:size], subject):
            return size
    return 0


def singular_noun(noun: Words) -> list[str]:
    """The words of a noun with the last one in the singular."""
    return [*noun[:-1], singular(noun[-1])]
