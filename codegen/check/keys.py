"""Keys that are not in the standard. Most are spelling mistakes, which would otherwise have no effect."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from codegen.check.spelling import did_you_mean, nearest
from codegen.check.survey import Survey
from codegen.document.problems import Problem, leaving_out
from codegen.standard.extensions import EXTENSIONS
from codegen.standard.kinds import Kind
from codegen.standard.objects import KINDS, is_reference

_SLIP = 0.8
"""How near a free keyword must be to one of the standard to be a slip: `requred`, not `dependencies`."""

_WITH_SCHEMA = frozenset({"parameter", "header", "mediaType"})


def known_keys(survey: Survey) -> Iterator[Problem]:
    """A key is one of the fixed fields or begins with ``x-`` (OpenAPI 3.1.1, 4.8 and 4.9).

    In a 3.1 schema any other keyword is an annotation (JSON Schema 2020-12 core, 6.5): there, only what is
    nearly a keyword is a problem. Keys beside the ``$ref`` of a Reference Object mean nothing and are left to
    `codegen.check.structure`.
    """
    for name, node in survey.visits:
        kind = survey.kind(name)
        if node.keys() <= kind.keys.keys() or is_reference(kind, node):
            continue
        for key in node:
            if key in kind.keys or (kind.is_extensible and key.startswith("x-")):
                continue
            if (message := _message(survey.version, name, key)) is not None:
                where = (*node.pointer, key)
                yield Problem(message, "unknown-key", where, "key", past=leaving_out(where))


@cache
def _message(version: str, name: str, key: str) -> str | None:
    kind = KINDS[version][name]
    if kind.is_open:
        slip = name == "schema" and nearest(key, kind.keys, _SLIP)
        return f"{key!r} is not a keyword of {kind.title}; did you mean {slip!r}?" if slip else None
    return f"{key!r} is not a key of {kind.title}{_hint(version, name, kind, key)}"


def _full(version: str) -> str:
    return f"Swagger {version}" if version == "2.0" else f"OpenAPI {version}"


def _hint(version: str, name: str, kind: Kind, key: str) -> str:
    known = [*KINDS]
    for newer in known[known.index(version) + 1 :]:
        if key in (KINDS[newer][name].keys if name in KINDS[newer] else ()):
            return f" in {_full(version)}; it came with {newer if version != '2.0' else _full(newer)}"
    if name in _WITH_SCHEMA and key in KINDS[version]["schema"].keys:
        return "; it belongs in its 'schema'"
    ours = [extension for extension, kinds in EXTENSIONS.items() if name in kinds]
    return did_you_mean(key, [*kind.keys, *ours])
