"""What the emitted distribution is called: derived from ``info``, or given by ``info.x-python``."""

from __future__ import annotations

import keyword
import re
import sys
from dataclasses import dataclass

from packaging.utils import InvalidName, canonicalize_name
from packaging.version import InvalidVersion, Version

from codegen.document.node import Pointer
from codegen.document.problems import Problem, Refused
from codegen.model.api import Api
from codegen.naming.titles import subject_of_title
from codegen.naming.words import DEVICES, class_name, snake, words
from codegen.runtime import source as runtime


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


_TAKEN = frozenset({*sys.stdlib_module_names, *DEVICES, "httpx2", "msgspec"})
"""Imports that a package must not hide, and what cannot be a folder everywhere."""

_LONGEST, _LONGEST_VERSION = 170, 60
"""Characters of a name, and of a version: a wheel's file is named by both, and most systems allow 255."""

_OVERRIDES = ("distribution", "package", "client", "version")

_WHERE: Pointer = ("info", "x-python")


def distribution(api: Api) -> Distribution:
    """Name the distribution.

    The names are made from the subject of the title (`codegen.naming.titles`). A name that would begin with a
    digit gets the prefix "api". A package that would be named like a module of the standard library, or like
    a dependency of the runtime, gets the suffix ``_client``; a client that would be named like a class of the
    runtime gets ``Client``. A version that PEP 440 does not allow, such as a date, becomes its numbers joined
    by dots, or 0.0.0 if it has none.

    Raises:
        Refused: No name or version can be made of ``info``, or an override is not valid.
    """
    about = subject_of_title(api.title)
    if words(about[0])[0][0].isdigit():
        about.insert(0, "API")
    title = words(" ".join(about))
    package = snake(title)
    derived = {
        "distribution": f"{package.replace('_', '-')}-client",
        "package": f"{package}_client" if package in _TAKEN or keyword.iskeyword(package) else package,
        "client": _client("".join(class_name(word) for word in about)),
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
