"""Checks the version of the standard that a document declares, before anything else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codegen.document.node import Json, Node
from codegen.document.problems import Edit, Problem

_READABLE = "this generator reads Swagger 2.0, and OpenAPI 3.0, 3.1 and 3.2"
_KNOWN = re.compile(r"3\.[012]\.\d+(-.+)?")
_MEANT = re.compile(r"v?(3\.[012])\b")


def known_version(root: Node) -> Iterator[Problem]:
    """Yield what is wrong with ``openapi`` and, since the slip is the same, with ``info.version``.

    Both are strings (OpenAPI 3.1.1, 4.8.1 and 4.8.2); YAML reads one of two parts without quotes as a number.
    """
    if "openapi" in root:
        message = _unknown(root["openapi"])
    elif "swagger" in root:
        message = _unknown_swagger(root["swagger"])
    else:
        message = "the document must begin with its version of OpenAPI, such as 'openapi: 3.1.0'"
    if message is not None:
        where = next(((key,) for key in ("openapi", "swagger") if key in root), ())
        yield Problem(message, "version", where)
    elif "openapi" not in root and root["swagger"] != "2.0":
        message = (
            f"'swagger' must be a string, and {root['swagger']} is read as a number: write '2.0', in quotes"
        )
        yield Problem(message, "swagger-version", ("swagger",), past=(Edit(("swagger",), "2.0"),))
    if _is_number(root.mapping("info").get("version")):
        message = "'version' must be a string, not a number: put it in quotes, since 1.10 would become 1.1"
        at = ("info", "version")
        value = root.mapping("info")["version"]
        reading = f"read as '{value}'" if isinstance(value, int) else ""
        yield Problem(message, "info-version", at, past=(Edit(at, str(value)),), reading=reading)
    if "version" in root.mapping("info") and not str(root.mapping("info")["version"] or "").strip():
        message = "the version must not be empty"
        at = ("info", "version")
        yield Problem(message, "info-version", at, past=(Edit(at, "0.0.0"),), reading="read as '0.0.0'")


def _unknown(value: Json) -> str | None:
    """What is wrong with the value of ``openapi``."""
    if isinstance(value, str) and _KNOWN.fullmatch(value):
        return None
    meant = _MEANT.match(str(value))
    if meant is None:
        return f"{str(value)[:20]!r} is not a version of OpenAPI that is known; {_READABLE}, such as '3.1.0'"
    read = f", and {value} is read as a number" if _is_number(value) else ""
    return f"'openapi' must be a whole version{read}: write '{meant[1]}.0'"


def _unknown_swagger(value: Json) -> str | None:
    """What is wrong with the value of ``swagger``."""
    return (
        None
        if str(value) in {"2", "2.0"}
        else f"{str(value)[:20]!r} is not a version of Swagger that is known; {_READABLE}"
    )


def _is_number(value: Json) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
