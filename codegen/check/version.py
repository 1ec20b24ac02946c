"""Checks the version of the standard that a document declares, before anything else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from codegen.document.node import Json, Node, number
from codegen.document.problems import Edit, Problem

_NEWEST = "3.2.0"
_READABLE = "this generator reads Swagger 2.0, and OpenAPI 3.0, 3.1 and 3.2"
_KNOWN = re.compile(r"3\.[012]\.\d+(-.+)?", re.ASCII)
_MEANT = re.compile(r"v?\s*(3\.[012])\b")
_LATER = re.compile(r"3\.\d+(\.\d+(-.+)?)?", re.ASCII)


def known_version(root: Node) -> Iterator[Problem]:
    """Yield what is wrong with ``openapi`` and, since the mistake is the same, with ``info.version``.

    Both are strings (OpenAPI 3.1.1, 4.8.1 and 4.8.2); YAML reads one of two parts without quotes as a number.
    """
    if "openapi" in root:
        yield from _of_openapi(root["openapi"])
    elif "swagger" in root:
        yield from _of_swagger(root["swagger"])
    else:
        yield Problem(
            "the document must begin with its version of OpenAPI, such as 'openapi: 3.1.0'", "version", ()
        )
    if number(root.mapping("info").get("version")) is not None:
        message = "'version' must be a string, not a number: put it in quotes, since 1.10 would become 1.1"
        at = ("info", "version")
        value = root.mapping("info")["version"]
        reading = f"read as '{value}'" if isinstance(value, int) else ""
        yield Problem(message, "info-version", at, past=(Edit(at, str(value)),), reading=reading)
    if "version" in root.mapping("info") and not str(root.mapping("info")["version"] or "").strip():
        message = "the version must not be empty"
        at = ("info", "version")
        yield Problem(message, "info-version", at, past=(Edit(at, "0.0.0"),), reading="read as '0.0.0'")


def _of_openapi(value: Json) -> Iterator[Problem]:
    """What is wrong with the value of ``openapi``. A version that is later than those known adds to them."""
    if isinstance(value, str) and _KNOWN.fullmatch(value):
        return
    if meant := _MEANT.match(str(value)):
        read = f", and {value} is read as a number" if number(value) is not None else ""
        message, version = f"'openapi' must be a whole version{read}: write '{meant[1]}.0'", f"{meant[1]}.0"
    elif _LATER.fullmatch(str(value)):
        message, version = f"OpenAPI {value} is later than what this generator knows", _NEWEST
    else:
        shown = repr(value[:20]) if isinstance(value, str) else json.dumps(value, default=str)[:20]
        message = f"{shown} is not a version of OpenAPI that is known; {_READABLE}"
        yield Problem(f"{message}, such as '3.1.0'", "version", ("openapi",))
        return
    past = (Edit(("openapi",), version),)
    yield Problem(message, "version", ("openapi",), past=past, reading=f"read as '{version}'")


def _of_swagger(value: Json) -> Iterator[Problem]:
    """What is wrong with the value of ``swagger``."""
    if value == "2.0":
        return
    at, text = ("swagger",), str(value)
    if text in {"2", "2.0", "2.0.0"}:
        read = f", and {value} is read as a number" if number(value) is not None else ""
        message = f"'swagger' must be '2.0'{read}: write '2.0', in quotes"
        yield Problem(message, "swagger-version", at, past=(Edit(at, "2.0"),))
    elif meant := _MEANT.match(text):
        past = (Edit(at, removes=True), Edit(("openapi",), f"{meant[1]}.0"))
        message = f"a document of OpenAPI {meant[1]} says so under 'openapi', not 'swagger'"
        yield Problem(message, "version", at, past=past, reading=f"read as 'openapi: {meant[1]}.0'")
    else:
        message = f"{text[:20]!r} is not a version of Swagger that is known; {_READABLE}"
        yield Problem(message, "version", at)
