"""What the emitted distribution is called: derived from ``info``, or given by ``info.x-python``."""

from __future__ import annotations

import keyword
import re
import sys
from dataclasses import dataclass

from packaging.utils import InvalidName, canonicalize_name
from packaging.version import InvalidVersion, Version

from codegen import runtime
from codegen.document import Pointer
from codegen.model import Api
from codegen.names import DEVICES, class_name, snake, words
from codegen.problems import Problem, Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """The names of the package as a whole."""

    name: str
    """``aether-platform-client``, as ``pip install`` takes it."""
    package: str
    """``aether_platform``, as ``import`` takes it."""
    client: str
    """``AetherPlatform``"""
    version: str
    """By PEP 440; part of the names of files."""

    @property
    def environment(self) -> str:
        """``AETHER_PLATFORM``, the beginning of the environment variables' names."""
        return self.package.upper()


_KINDS = frozenset({"api", "apis", "rest", "openapi", "http", "spec", "specification", "swagger"})
"""Last words of a title that say what the document is, not what it is about."""

_VERSION_WORD = re.compile(r"v?[0-9]+([.][0-9]+)*", re.IGNORECASE)

_TAKEN = frozenset({*sys.stdlib_module_names, *DEVICES, "httpx2", "msgspec"})
"""Imports that a package must not hide, and what cannot be a folder everywhere."""

_LONGEST_SUBJECT = 100
"""Letters of a title that names are made of: a sentence is a title, too, but no name."""

_LONGEST, _LONGEST_VERSION = 170, 60
"""Characters of a name, and of a version: a wheel's file is named by both, and most systems allow 255."""

_OVERRIDES = ("distribution", "package", "client", "version")

_WHERE: Pointer = ("info", "x-python")


def distribution(api: Api) -> Distribution:
    """Name the distribution.

    The title loses last words such as "REST API" and "v3"; one that begins with a digit gets "api" before
    it, a blank one is "API client", and of a long one the first words count. A package named like a module
    of the standard library or of what the runtime depends on gets ``_client`` behind it, a client named like
    a class of the runtime ``Client``. A version that PEP 440 does not know, such as a date, becomes its
    numbers joined by dots, or 0.0.0 if it has none.

    Raises:
        Refused: No name or version can be made of ``info``, or an override is not valid.
    """
    subject = _subject(api.title)
    if words(subject[0])[0][0].isdigit():
        subject.insert(0, "API")
    title = words(" ".join(subject))
    package = snake(title)
    derived = {
        "distribution": f"{package.replace('_', '-')}-client",
        "package": f"{package}_client" if package in _TAKEN or keyword.iskeyword(package) else package,
        "client": _client("".join(class_name(word) for word in subject)),
        "version": _version(api.version),
    }
    problems = [
        Problem(
            f"{key!r} is not a key of info.x-python; it has {', '.join(_OVERRIDES)}",
            "x-python",
            (*_WHERE, key),
            "key",
        )
        for key in api.python
        if key not in _OVERRIDES
    ]
    chosen = {key: str(api.python.get(key, derived[key])) for key in _OVERRIDES}
    for key, value in chosen.items():
        if len(value) > _LONGEST or not _VALID[key](value):
            where = (
                (*_WHERE, key) if key in api.python else ("info", "version" if key == "version" else "title")
            )
            problems.append(
                Problem(
                    f"{value!r} cannot be the {key} of a Python package; set info.x-python.{key}",
                    "package",
                    where,
                )
            )
    if problems:
        raise Refused(problems)
    return Distribution(
        name=chosen["distribution"],
        package=chosen["package"],
        client=chosen["client"],
        version=chosen["version"],
    )


def _client(text: str) -> str:
    taken = runtime.beside_the_client()
    is_taken = bool(taken & {text, f"Async{text}", f"{text}Error"})
    return f"{text}Client" if is_taken else text


def _subject(title: str) -> list[str]:
    found = re.sub(r"['\u2019]s\b", "", title).split() or ["API", "client"]
    while len(found) > 1 and (found[-1].lower().strip("()") in _KINDS or _VERSION_WORD.fullmatch(found[-1])):
        found.pop()
    while len(found) > 1 and sum(map(len, found)) > _LONGEST_SUBJECT:
        found.pop()
    return found


def _version(text: str) -> str:
    if _is_version(text):
        return text
    numbers = ".".join(number.lstrip("0") or "0" for number in re.findall(r"[0-9]+", text)[:6])
    return numbers or ("0.0.0" if text.strip() else "")


def _is_version(text: str) -> bool:
    if len(text) > _LONGEST_VERSION:
        return False
    try:
        Version(text)
    except InvalidVersion:
        return False
    return True


def _is_distribution(text: str) -> bool:
    try:
        canonicalize_name(text, validate=True)
    except InvalidName:
        return False
    return True


def _is_package(text: str) -> bool:
    return bool(re.fullmatch(r"[a-z][a-z0-9_]*", text)) and not keyword.iskeyword(text) and text not in _TAKEN


def _is_client(text: str) -> bool:
    is_name = bool(re.fullmatch(r"[A-Z][A-Za-z0-9]*", text)) and not keyword.iskeyword(text)
    return is_name and _client(text) == text


_VALID = {
    "distribution": _is_distribution,
    "package": _is_package,
    "client": _is_client,
    "version": _is_version,
}
