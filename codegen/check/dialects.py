"""Checks the dialect of JSON Schema that a document declares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codegen.check.survey import Survey
from codegen.document.problems import Problem
from codegen.standard.objects import OF_JSON_SCHEMA

_KNOWN = re.compile(
    r"https?://(json-schema\.org/(draft/2020-12|draft/2019-09|draft-0[3-7])/(hyper-)?schema"
    r"|spec\.openapis\.org/oas/3\.\d+/dialect/[\w-]+)#?"
)
"""JSON Schema's own dialects, and the base dialect of OpenAPI in any edition."""


def known_dialects(survey: Survey) -> Iterator[Problem]:
    """Schemas have the base dialect of OpenAPI or one of JSON Schema (OpenAPI 3.1.1, 4.8.24.4)."""
    if survey.version not in OF_JSON_SCHEMA:
        return
    for node, key in ((survey.root, "jsonSchemaDialect"), *((one, "$schema") for one in survey.of("schema"))):
        if isinstance(dialect := node.get(key), str) and not _KNOWN.fullmatch(dialect):
            message = f"the dialect {dialect!r} is not known"
            yield Problem(message, "dialect", (*node.pointer, key), past=())
