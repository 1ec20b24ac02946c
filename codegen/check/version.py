"""Which standard a document says it keeps, before anything else is asked of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codegen.document import Json, Node
from codegen.problems import Problem

_READABLE = "this generator reads OpenAPI 3.0 and 3.1"
_KNOWN = re.compile(r"3\.[01]\.\d+(-.+)?")
_SHORT = re.compile(r"3\.[01]")


def known_version(root: Node) -> Iterator[Problem]:
    """Yield what is wrong with ``openapi`` and, since the slip is the same, ``info.version``."""
    yield from _of_standard(root)
    yield from _of_document(root)


def _of_standard(root: Node) -> Iterator[Problem]:
    rule = "version"
    if "openapi" not in root:
        if "swagger" in root:
            message = f"this is a Swagger {root['swagger']} document; {_READABLE}: convert it first"
            yield Problem(message, rule, ("swagger",))
        else:
            yield Problem("the document does not say which OpenAPI it is: 'openapi: 3.1.0'", rule, ())
        return
    value = root["openapi"]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        hint = f"{value}.0" if _SHORT.fullmatch(str(value)) else "3.1.0"
        message = f"'openapi' must be a string, not the number {value}; write the whole version, '{hint}'"
        yield Problem(message, rule, ("openapi",))
    elif not isinstance(value, str):
        yield Problem("'openapi' must be a string such as '3.1.0'", rule, ("openapi",))
    elif _SHORT.fullmatch(value):
        message = f"{value!r} is not a whole version; write '{value}.0'"
        yield Problem(message, rule, ("openapi",))
    elif not _KNOWN.fullmatch(value):
        yield Problem(f"OpenAPI {value!r} is not known; {_READABLE}", rule, ("openapi",))


def _of_document(root: Node) -> Iterator[Problem]:
    value: Json = root.mapping("info").get("version")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        message = "'version' must be a string, not a number; put it in quotes, lest 1.10 become 1.1"
        yield Problem(message, "version", ("info", "version"))
